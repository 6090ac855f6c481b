/**
 * The schema of `brief.config.yaml`. As in the schemas of front matter, every text is the rest of a sentence that starts with a
 * key's name, and scalars arrive as text.
 */
import * as z from 'zod/mini';
import { say } from '../../base/say';
import { rulesSchema, styleName, textOrTexts } from './schemas';

/**
 * Which insights must be cited. `claim`: all that state something checkable. `habit`: those that the author would have cited.
 * `hard-figure`: those with an amount, a share or a date.
 */
const DEMANDS = ['claim', 'habit', 'hard-figure'] as const;
export type Demand = (typeof DEMANDS)[number];

/** Parts of a brief that can be required to have a citation, and which insights. */
export const CITABLE = ['insight', 'sentence', 'figure', ...DEMANDS] as const;
export type Citable = (typeof CITABLE)[number];

/** More globs than this are not a list by a person. */
export const MOST_GLOBS = 100;

const citableError = () => say('must be a list of {0}', CITABLE.join(', '));
const citable = () => z.enum(CITABLE, { error: citableError });

/** The keys in the order of docs/configuration.md. */
export const configSchema = z.object({
  rules: z.optional(rulesSchema()),
  'must-cite': z.optional(z.union([citable(), z.array(citable())], { error: citableError })),
  'exempt-sections': z.optional(textOrTexts()),
  include: z.optional(textOrTexts()),
  bibliography: z.optional(textOrTexts()),
  style: z.optional(styleName()),
  sources: z.optional(z.unknown()),
  baseline: z.optional(z.string({ error: () => say('must be the path of a file') })),
});

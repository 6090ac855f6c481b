/** Inputs of the tools. Language models read the descriptions. */
import * as z from 'zod';

const WHICH = {
  path: z
    .optional(z.string().max(1000))
    .describe(
      'Path of the brief, with "/" and relative to a folder that this server was started for. Give this or text.',
    ),
  text: z
    .optional(z.string().max(1_000_000))
    .describe(
      'The whole text of a brief, such as a draft that is in no file. Give this or path. Files that it names are read from the first folder that this server was started for.',
    ),
};

const SOURCE_ID = z.union([z.string().max(200), z.number()]);

export const CHECK_INPUT = z.strictObject({
  ...WHICH,
  least: z
    .enum(['error', 'warning', 'information', 'hint'])
    .default('hint')
    .describe('Problems that are less grave than this are left out.'),
  limit: z.int().min(1).max(200).default(50).describe('How many problems to give at most, the gravest first.'),
});

export const EVIDENCE_INPUT = z.strictObject({
  claim: z
    .string()
    .min(1)
    .max(5000)
    .describe('One sentence, as it stands or would stand in the brief. Citations in it do not count.'),
  ...WHICH,
  sources: z
    .array(SOURCE_ID)
    .max(50)
    .default([])
    .describe('Ids of sources, to look in these only. Without them, in all that the brief declares.'),
  limit: z.int().min(1).max(20).default(8).describe('How many passages to give at most, the best first.'),
});

export const CITE_INPUT = z.strictObject({
  ...WHICH,
  insight: z
    .optional(z.string().min(1).max(5000))
    .describe('The insight, or the sentence of it, as it stands in the brief. Give this, line, or both.'),
  line: z
    .optional(z.int().min(1))
    .describe('The line that the insight ends on, counted from 1. Give this, insight, or both.'),
  source: z
    .optional(SOURCE_ID)
    .describe(
      'Id of the source to cite, such as 3 or usgs-2024. Without it, the one whose passages are most like the insight.',
    ),
  version: z
    .optional(z.string().max(100))
    .describe('The version that check_brief or find_evidence gave. Nothing is done where the brief has changed since.'),
  write: z.boolean().default(false).describe('true: write the edit to the file. false: only give it.'),
});

export const COMPARE_INPUT = z.strictObject({
  ...WHICH,
  earlier: z
    .optional(z.string().max(1_000_000))
    .describe('The whole text of the brief before, such as you read it before you edited it. Give this or revision.'),
  revision: z
    .optional(z.string().min(1).max(200))
    .describe(
      'The revision of git that has the brief before: a branch, a tag, a commit or HEAD~1. Only with path. Without it and without earlier, HEAD: the last commit.',
    ),
  limit: z
    .int()
    .min(1)
    .max(500)
    .default(100)
    .describe('How many changes to give at most, from the start of the brief.'),
});

export const READING_INPUT = z.strictObject({
  ...WHICH,
  limit: z.int().min(1).max(500).default(100).describe('How many readings to give at most, those that differ first.'),
});

export type CheckInput = z.output<typeof CHECK_INPUT>;
export type EvidenceInput = z.output<typeof EVIDENCE_INPUT>;
export type CiteInput = z.output<typeof CITE_INPUT>;
export type CompareInput = z.output<typeof COMPARE_INPUT>;
export type ReadingInput = z.output<typeof READING_INPUT>;

/**
 * The schemas of front matter. Every text of a schema is the rest of a sentence that starts with a key's name: `"published"
 * takes a date …`. Scalars arrive as text, whatever they look like (YAML's failsafe schema), so an id is never turned into a
 * number.
 */
import * as z from 'zod/mini';
import { daysIn, findDate } from '../../base/dates';
import { SEVERITIES } from '../../base/problem';
import { say } from '../../base/say';
import { eachSourceText } from '../../base/sourceFields';
import { isStyleName, isStylePath, STYLE_NAMES } from '../../base/styleNames';
import { isZoteroKeys } from '../../base/zotero';

// Without this, zod compiles its objects with `new Function`, which a page's policy forbids.
z.config({ jitless: true });

export const MAX_ID_LENGTH = 200;

const oneText = () => z.string({ error: () => say('must be text') });

export const textOrTexts = () =>
  z.union(
    [
      oneText(),
      z.array(z.string({ error: () => say('must be a list of text values') }), {
        error: () => say('must be text or a list of text values'),
      }),
    ],
    {
      error: () => say('must be text or a list of text values'),
    },
  );

/** A name, or a map that has one, as Pandoc, Quarto and JOSS write authors. */
const person = () =>
  z.union(
    [
      z.string(),
      z
        .record(z.string(), z.unknown())
        .check(z.refine((map) => Object.hasOwn(map, 'name') || Object.hasOwn(map, 'literal'))),
    ],
    { error: () => say('must be a list of text values') },
  );

const people = () =>
  z.union([person(), z.array(person())], { error: () => say('must be text or a list of text values') });

/** True if a text is a date in words and nothing else: `2 December 2022`, `2022/12/2`, `2022-12-02 8:32 AM ET`. */
function isDateInWords(text: string): boolean {
  const found = findDate(text);
  if (found?.span.start !== 0) return false;
  const after = text.slice(found.span.end).trimEnd();
  return after === '' || (found.iso.includes('T') && NAMED_ZONE.test(after));
}

const NAMED_ZONE = /^ \(?[A-Z]{2,5}\)?$/;

/**
 * Values that publishing programs write instead of a date: to say whether a text is published, or to have the date filled in
 * (Quarto).
 */
export const NO_DATE = /^(?:true|false|yes|no|today|now|last-modified)$/i;

/** A date of ISO 8601, or one in words, as other programs take it. */
const date = () =>
  z.string({ error: () => say('must be a date such as 2025-08-06') }).check(
    z.refine((text) => isIsoDate(text) || isDateInWords(text) || NO_DATE.test(text), {
      error: () => say('must be a date such as 2025-08-06 or 2025-08-06T03:21'),
    }),
  );

/** An id may be written with the `@` of its citations. */
export const ID = /^@?[^\s[\]{},;@^\p{Cc}][^\s[\]{},;\p{Cc}]*$/u;

const id = () =>
  z.string({ error: () => say('must be a number or a key such as usgs-2024') }).check(
    z.refine((value) => value.length <= MAX_ID_LENGTH, {
      error: () => say('must have at most 200 characters'),
      abort: true,
    }),
    z.refine((value) => ID.test(value), {
      error: () => say('must be a number or a key such as usgs-2024, without spaces, commas, brackets and braces'),
      abort: true,
    }),
    z.refine((value) => !value.startsWith('fig:'), {
      error: () => say('may not start with "fig:", which marks figures in the text'),
    }),
  );

/** One passage of a source, as written with where it stands. */
export const quoteSchema = z.object({ text: oneText(), page: z.optional(oneText()), url: z.optional(oneText()) });

const zoteroKeys = () =>
  oneText().check(
    z.refine(isZoteroKeys, { error: () => say('must be a key of Zotero such as ABCD2345, or ABCD2345/PQRS6789') }),
  );

const { title, ...otherTexts }: Readonly<Record<string, z.ZodMiniOptional<z.ZodMiniString>>> = eachSourceText(() =>
  z.optional(oneText()),
);

/**
 * Kinds of copies that aren't the whole source: a part of it, or nothing because of a paywall or of scripts that make the page.
 */
const COPY_PARTS = ['abstract', 'excerpt', 'paywall', 'scripts'] as const;

export type CopyPart = (typeof COPY_PARTS)[number];

export const sourceSchema = z.object({
  id: id(),
  ...(title && { title }),
  authors: z.optional(textOrTexts()),
  ...otherTexts,
  zotero: z.optional(zoteroKeys()),
  quote: z.optional(
    z.union(
      [
        oneText(),
        quoteSchema,
        z.array(
          z.union([oneText(), quoteSchema], { error: () => say('must have text values, or entries with a "text"') }),
        ),
      ],
      { error: () => say('must be text or a list of text values') },
    ),
  ),
  text: z.optional(oneText()),
  cite: z.optional(z.enum(['passages'], { error: () => say('must be passages, or be left out') })),
  copy: z.optional(
    z.enum(COPY_PARTS, { error: () => say('must be abstract, excerpt, paywall or scripts, or be left out') }),
  ),
});

export const CHARTS = ['bar', 'line', 'area', 'point', 'pie', 'table'] as const;

const cell = () =>
  z.nullable(
    z.union([z.string(), z.number()], { error: () => say('must have a number or text in each cell of "data"') }),
  );

export const figureSchema = z.object({
  id: id(),
  title: z.optional(oneText()),
  caption: z.optional(oneText()),
  alt: z.optional(oneText()),
  'as-of': z.optional(oneText()),
  cites: z.optional(
    z.union([id(), z.array(id(), { error: () => say('must be a list of source ids') })], {
      error: () => say('must be a list of source ids'),
    }),
  ),
  own: z.optional(z.enum(['true', 'false'], { error: () => say('must be true or false') })),
  value: z.optional(oneText()),
  unit: z.optional(oneText()),
  data: z.optional(
    z.union(
      [
        oneText(),
        z.array(z.record(z.string(), cell(), { error: () => say('must have rows such as {year: 2024, share: 90}') })),
      ],
      {
        error: () => say('must be a list of rows, or the path of a file'),
      },
    ),
  ),
  chart: z.optional(z.enum(CHARTS, { error: () => say('must be one of {0}', CHARTS.join(', ')) })),
  x: z.optional(oneText()),
  y: z.optional(oneText()),
  series: z.optional(oneText()),
  'vega-lite': z.optional(z.record(z.string(), z.unknown(), { error: () => say('must be a Vega-Lite specification') })),
  image: z.optional(oneText()),
});

export const RULE_SETTINGS = ['off', ...SEVERITIES] as const;

export const rulesSchema = () =>
  z.record(
    z.string(),
    z.enum(RULE_SETTINGS, { error: () => say('must be off, hint, information, warning or error') }),
    {
      error: () => say('must have a setting for each rule, such as citation/order: off'),
    },
  );

const styleError = () => say('must be one of {0}, or the path of a .csl file', STYLE_NAMES.join(', '));

export const styleName = () =>
  z
    .string({ error: styleError })
    .check(z.refine((value) => isStyleName(value) || isStylePath(value), { error: styleError }));

/** All keys of the front matter but its two lists of entries, which are checked one by one. */
export const headerSchema = z.object({
  title: z.optional(oneText()),
  subtitle: z.optional(oneText()),
  publisher: z.optional(oneText()),
  url: z.optional(oneText()),
  summary: z.optional(oneText()),
  authors: z.optional(people()),
  tags: z.optional(textOrTexts()),
  published: z.optional(date()),
  updated: z.optional(date()),
  language: z.optional(
    z.string({ error: () => say('must be a language tag such as en or zh-CN') }).check(
      z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, {
        error: () => say('must be a language tag such as en or zh-CN'),
      }),
    ),
  ),
  bibliography: z.optional(textOrTexts()),
  style: z.optional(styleName()),
  rules: z.optional(rulesSchema()),
});

export const frontMatterSchema = z.extend(headerSchema, {
  sources: z.optional(z.array(sourceSchema)),
  figures: z.optional(z.array(figureSchema)),
});

// A space may stand for the T, as RFC 3339 (5.6) allows.
const ISO_DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:Z|[+-](\d{2})(?::?(\d{2}))?)?)?)?)?$/;

/**
 * True if `text` is an existing calendar date of ISO 8601 in its extended form, to the year, month, day, minute or second
 * (`2025`, `2025-08`, `2025-08-06`, `2025-08-06T03:21`, `2025-08-06T03:21:09+08:00`).
 */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (match === null) return false;
  const part = (index: number, otherwise: number) => Number(match[index] ?? otherwise);
  const year = part(1, 0);
  const month = part(2, 1);
  const day = part(3, 1);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  // 24:00 is the end of a day, and a minute may have a leap second.
  const endOfDay = part(4, 0) === 24 && part(5, 0) === 0 && part(6, 0) === 0;
  return (part(4, 0) <= 23 || endOfDay) && part(5, 0) <= 59 && part(6, 0) <= 60 && part(7, 0) <= 23 && part(8, 0) <= 59;
}

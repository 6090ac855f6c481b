/** Why an insight must be cited, or need not: each reason, and how `citation/missing` speaks of an uncited insight for it. */

/** How `citation/missing` speaks; null: not at all. */
export type Level = 'warning' | 'hint' | null;

/**
 * The reasons, by their level. The first that holds counts. First come reasons in the words and the section of the insight,
 * then those around it, and last how the document cites.
 */
export const LEVELS = {
  // ── Nothing is asked for ──
  'no-claim-section': null, // sources, methods, open questions …
  task: null,
  'leads-on': null, // it introduces a list, a table, a figure
  'nested-cited': null,
  heading: null, // wholly bold, an image, a link
  'no-words': null,
  caption: null,
  label: null, // "Market: China"
  'about-the-text': null, // a byline, a date
  question: null,
  phrase: null, // an item that is not a sentence
  broken: null, // a citation is meant, and a rule of its own says what is wrong with it
  'source-below': null, // a line below it names the source of its section
  // ── A source would be welcome ──
  'perhaps-phrase': 'hint',
  advised: 'hint', // what a line such as "The EU should:" leads into
  excused: 'hint', // a question, an instruction, an opinion, a definition, a transition
  'states-nothing': 'hint', // nothing in it can be looked up
  summary: 'hint',
  vague: 'hint', // little in it can be looked up
  judgement: 'hint',
  advice: 'hint',
  'own-work': 'hint',
  'no-prose': 'hint',
  'section-judges': 'hint',
  'section-advises': 'hint',
  'section-tells-how': 'hint',
  'parent-cited': 'hint',
  'goes-on': 'hint', // the insight before it is cited
  introduces: 'hint', // it opens a section whose text cites
  practice: 'hint', // the whole document cites nothing, or hardly anything: `citation/none` says so once
  // ── A reader will ask ──
  states: 'warning',
  amount: 'warning',
} as const satisfies Readonly<Record<string, Level>>;

export type Because = keyof typeof LEVELS;

/** @returns how `citation/missing` speaks of an uncited insight for a reason */
export function levelOf(because: Because): Level {
  return LEVELS[because];
}

/** The reasons why an insight must be cited, or need not, each with how `citation/missing` reports an uncited insight. */

/** The severity of `citation/missing`; null if it isn't reported. */
export type Level = 'warning' | 'hint' | null;

/**
 * The reasons, each with its level. The first that holds counts. First come reasons in the words and the section of the
 * insight, then reasons around it, and last how the document cites.
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
  phrase: null, // an item that isn't a sentence
  broken: null, // it has a broken citation, which a rule of its own reports
  'source-below': null, // a line below it names the source of its section
  unusual: null, // its author seldom cites such an insight
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
  'hard-figure': 'hint', // an amount, a share or a date, where its author seldom cites such an insight
  'section-practice': 'hint', // its whole section cites nothing: `citation/none` says so once
  practice: 'hint', // the whole document cites nothing, or hardly anything: `citation/none` says so once
  // ── A reader will ask ──
  states: 'warning',
  amount: 'warning',
  habit: 'warning', // its author cites such insights
} as const satisfies Readonly<Record<string, Level>>;

export type Because = keyof typeof LEVELS;

/** @returns the severity with which `citation/missing` reports an uncited insight for a reason; null if it doesn't */
export function levelOf(because: Because): Level {
  return LEVELS[because];
}

/** True for a reason by the words of an insight that leaves open whether its author would cite it. */
export function isOpen(because: Because): boolean {
  return !CLOSED.has(because);
}

/**
 * True for a reason for which the author of an insight may have forgotten its citation.
 *
 * @param declares true if the brief declares sources: its author means to cite what sums up and judges, too
 */
export function followsHabit(because: Because, declares: boolean): boolean {
  return isOpen(because) && !NEVER_FORGOTTEN.has(because) && (declares || !SELDOM_MISSED.has(because));
}

const NEVER_FORGOTTEN: ReadonlySet<Because> = new Set<Because>(['advice', 'advised', 'excused', 'heading', 'no-prose']);

/** What no reader asks a source for, in a document that cites as it likes. */
const SELDOM_MISSED: ReadonlySet<Because> = new Set<Because>([
  'introduces',
  'judgement',
  'own-work',
  'states-nothing',
  'summary',
]);

const CLOSED: ReadonlySet<Because> = new Set<Because>([
  'no-claim-section',
  'task',
  'leads-on',
  'nested-cited',
  'no-words',
]);

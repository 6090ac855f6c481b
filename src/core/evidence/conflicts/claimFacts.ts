/** Numbers of insights that other briefs may say otherwise. */
import { derive } from '../../base/derive';
import type { Run } from '../../base/runs';
import { NONE } from '../../base/same';
import type { Span } from '../../base/text';
import type { NumberFact, NumbersElsewhere } from '../../brief/config/workspace';
import { modelOf } from '../../brief/model';
import { originsOf, startOfInsight } from '../../brief/queries/blocks';
import type { Brief, Origin } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { inside } from '../../document/moved';
import { evidenceByRun, type InsightEvidence } from '../brief';
import { lexiconOf } from '../frames/words';
import { type Statement, statementsOf, unreadIn } from '../lookup/statements';
import { has } from '../numbers/matches';
import { namesIn } from '../ranking/names';
import { termsOf } from '../ranking/terms';
import { differ, firstName, isAmong, isOfName, meaningWith } from './contradicts';
import { type ClaimNumber, comparedInText, factId, mayCompare, outlined, type Said, saidIn, saidInText } from './said';

/** A number of an insight that other briefs say otherwise. */
export interface ConflictElsewhere {
  readonly span: Span;
  /** One contradicting number of each brief. */
  readonly others: readonly NumberFact[];
  /** The first of these. */
  readonly first: NumberFact;
}

/**
 * The numbers of a brief's insights that other briefs may say otherwise: exact ones, of a year, with the name of the thing that
 * they are about. Expected numbers are left out, since there are several opinions on them.
 *
 * @returns only copies, with the places of the numbers. The copies for an insight are the same objects in each version until it
 *   or its place changes
 */
export function claimFactsOf(brief: Brief, uri: string): NumberFact[] {
  const origins = originsOf(brief);
  const named = namesOf(brief);
  return [...numbersOf(brief)].flatMap(({ numbers, index }) => {
    const origin = origins[index];
    const start = startOfInsight(brief, index);
    if (!origin || start === undefined) return NONE;
    const { line, character } = brief.lines.positionAt(start);
    const known = factsAt(origin, numbers, named, uri, line, character);
    known.facts ??= factsOf(brief, uri, numbers, named, start);
    return known.facts;
  });
}

/** A cache for the facts of an insight at some place. */
const factsAt = derive(
  (
    _insight: Origin,
    _numbers: NumbersOfInsight,
    _named: readonly string[],
    _uri: string,
    _line: number,
    _character: number,
  ): { facts?: readonly NumberFact[] } => ({}),
);

/** Like `claimFactsOf`, for a brief that isn't checked: its sources aren't read. */
export function claimFactsInText(brief: Brief, uri: string): NumberFact[] {
  const { language } = brief;
  const named = namesOf(brief);
  const origins = modelOf(brief).blocks.meanings.runs.flatMap((run) =>
    run.flatMap((block) => block.insights.map((origin, index) => ({ origin, unread: unreadIn(origin, block, index) }))),
  );
  return origins.flatMap(({ origin, unread }, index) => {
    const numbers = mayCompare(origin.text)
      ? statementsOf(origin, language, unread).flatMap((statement) => numbersOfSentence(statement))
      : NONE;
    return numbers.length > 0 ? factsOf(brief, uri, numbers, named, startOfInsight(brief, index) ?? 0) : [];
  });
}

function numbersOfSentence({ text, language, spanOf }: Statement): NumbersOfInsight {
  return spanOf ? comparedInText(text, language).map((number) => ({ ...number, span: spanOf(number.span) })) : NONE;
}

/** @param start of the insight in the document */
function factsOf(
  { lines }: Brief,
  uri: string,
  numbers: NumbersOfInsight,
  named: readonly string[],
  start: number,
): readonly NumberFact[] {
  const names = named.join(' ');
  const facts: NumberFact[] = [];
  for (const number of numbers) {
    if (!mayHaveName(number, named)) continue;
    const { id, span, value, language, sentence } = number;
    const range = lines.rangeOf(inside(span, { start }));
    facts.push({ uri, id, range, value, language, sentence, names, asOf: '', works: NONE });
  }
  return facts;
}

/** True if a sentence may have a name. A capital at its start counts only by the word's form, the title or a known name. */
function mayHaveName({ sentence, language }: ClaimNumber, named: readonly string[]): boolean {
  if (MAY_BE_NAME.test(sentence)) return true;
  const [first] = named.length > 0 ? termsOf(sentence, language, () => []) : [];
  if (first !== undefined && named.includes(first.key)) return true;
  return [...namesIn(sentence, language)].length > 0;
}

/** Signs of a name: Acme's, IBM, a capital after another letter, or a character of a script without capitals. */
const MAY_BE_NAME = /['’]s(?!\p{L})|\p{L}.*[\p{Lu}\p{Lo}]/su;

/** The numbers of a brief's insights that other briefs say otherwise, in order. */
export function* saidElsewhere(brief: Brief, elsewhere: NumbersElsewhere): Iterable<ConflictElsewhere> {
  const named = namesOf(brief);
  for (const { insight, numbers, index } of numbersOf(brief))
    for (const { id, span, value } of numbers) {
      const others = elsewhere(id).filter((other) => other.value !== value);
      const said = others.length > 0 && saidIn(insight).find((one) => one.span.start === span.start);
      const told = said && toldBy(said, named);
      if (!told) continue;
      const against = new Map<string, NumberFact>();
      for (const other of others)
        if (!against.has(other.uri) && contradicts(told, toldByFact(other))) against.set(other.uri, other);
      const found = [...against.values()];
      const [first] = found;
      if (first) yield { span: inside(span, { start: startOfInsight(brief, index) ?? 0 }), others: found, first };
    }
}

type NumbersOfInsight = readonly ClaimNumber[];

interface InsightWithNumbers {
  readonly insight: InsightEvidence;
  readonly numbers: NumbersOfInsight;
  /** Index of the insight in the run or the brief that was searched. */
  readonly index: number;
}

/** The insights of a brief that have numbers to compare. */
function* numbersOf(brief: Brief): Iterable<InsightWithNumbers> {
  let first = 0;
  for (const run of evidenceByRun(brief)) {
    for (const { insight, numbers, index } of numbersInRun(run)) yield { insight, numbers, index: first + index };
    first += run.length;
  }
}

const numbersInRun = derive((run: Run<InsightEvidence>): readonly InsightWithNumbers[] => {
  const found: InsightWithNumbers[] = [];
  run.forEach((insight, index) => {
    const { compared } = outlined(insight);
    if (compared.length > 0) found.push({ insight, numbers: compared, index });
  });
  return found.length > 0 ? found : NONE;
});

/** The fields by which a number is compared. */
interface Told extends Pick<Said, 'amount' | 'quantities'> {
  /** A text that is equal for two numbers of the same thing. */
  readonly meaning: string;
  /** The names in the title of its brief that its sentence doesn't have. */
  readonly about: string;
}

/** Returns null for a number that isn't compared: of no year or more than one, expected, or without a name. */
function toldBy(said: Said, named: readonly string[]): Told | null {
  const { id, language, text, amount, quantities, words } = said;
  const expects = lexiconOf(language)?.expects;
  if (id === null || !expects || has(text, expects)) return null;
  const first = firstName(said, named);
  if (first === null && !isOfName(said)) return null;
  const meaning = `${id}\n${meaningWith(said, first)}`;
  return { amount, quantities, meaning, about: named.filter((name) => !words.has(name)).join(' ') };
}

const toldByFact = derive(({ id, value, language, sentence, names }: NumberFact): Told | null => {
  const said = saidInText(sentence, language).find(
    (one) => one.id !== null && one.amount.surface === value && factId(one.id) === id,
  );
  return said ? toldBy(said, names.split(' ')) : null;
});

/** The words of a brief's title that may be names. They tell what a sentence is about if it doesn't say so itself. */
function namesOf(brief: Brief): readonly string[] {
  return namedBy(modelOf(brief).document.lineage, brief.title?.value ?? '', brief.language);
}

/** The words of a title that may be names; in Chinese, its first pair of characters. */
const namedBy = derive((_lineage: object, title: string, languageOfBrief: string): readonly string[] => {
  const terms = termsOf(title, languageOfPart(title, languageOfBrief), () => []).filter(
    ({ kind }) => kind !== 'common',
  );
  return terms.flatMap(({ kind, key, start }, i) =>
    (kind === 'pair' ? i === 0 : /^\p{Lu}/u.test(title.slice(start))) ? key : [],
  );
});

/** True if two numbers of the same thing contradict each other. */
function contradicts(one: Told, other: Told | null): boolean {
  if (one.meaning !== other?.meaning || !differ(one.amount, other.amount)) return false;
  // "Revenue in Germany" is the revenue of the company that a brief is about.
  if (one.about !== other.about && one.about !== '' && other.about !== '') return false;
  return !isAmong(one.quantities, other.amount) && !isAmong(other.quantities, one.amount);
}

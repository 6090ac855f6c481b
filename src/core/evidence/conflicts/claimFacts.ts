/** Numbers of insights that other briefs may say otherwise. */
import { derive } from '../../base/derive';
import type { Run } from '../../base/runs';
import { NONE } from '../../base/same';
import { hashOf, type Span } from '../../base/text';
import { movedSpan } from '../../brief/blocks/move';
import type { NumberFact, NumbersElsewhere } from '../../brief/config/workspace';
import { modelOf } from '../../brief/model';
import { originsOf, startOfInsight } from '../../brief/queries/blocks';
import type { Brief, Origin } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { evidenceByRun, type InsightEvidence } from '../briefEvidence';
import { lexiconOf } from '../frames/words';
import { type Statement, sentenceAsRead, statementsOf, unreadIn } from '../lookup/statements';
import { has } from '../numbers/matches';
import { namesIn } from '../ranking/names';
import { termsOf } from '../ranking/terms';
import { differ, firstName, isAmong, isOfName, meaningWith } from './contradicts';
import { outlined, type Said, saidIn, saidInText, YEAR } from './said';

/** A number of an insight that other briefs say otherwise. */
export interface ConflictElsewhere {
  /** In the document. */
  readonly span: Span;
  /** One of each brief. */
  readonly others: readonly NumberFact[];
}

/**
 * The numbers of a brief's insights that other briefs may say otherwise: exact ones, of a year, with the name of what they are of. What
 * is expected is none of them: of that there is more than one opinion.
 *
 * @returns copies alone, with the places of the numbers; those of an insight are the same objects from version to version as long as it
 *   and its place are the same
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

/** The facts of an insight at some place, once they are made. */
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

/** The same of a brief that nobody checks: its sources are not read for it. */
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
  if (!spanOf || !mayCompare(text)) return NONE;
  return saidInText(text, language).flatMap(({ id, amount, span }) =>
    id === null
      ? []
      : copied({ id: factId(hashOf(id)), span: spanOf(span), value: amount.surface, sentence: text, language }),
  );
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
  return numbers
    .filter((number) => mayHaveName(number, named))
    .map(({ id, span, value, language, sentence }) => ({
      ...{ uri, id, range: lines.rangeOf(movedSpan(span, start)), value, language, sentence, names },
      ...{ asOf: '', works: NONE },
    }));
}

/** Whether a sentence may say a name: a capital at its start is none, unless the title or its own form says so, or it is a known one. */
function mayHaveName({ sentence, language }: ClaimNumber, named: readonly string[]): boolean {
  if (MAY_BE_NAME.test(sentence)) return true;
  const [first] = named.length > 0 ? termsOf(sentence, language, () => []) : [];
  if (first !== undefined && named.includes(first.key)) return true;
  return [...namesIn(sentence, language)].length > 0;
}

/** Acme's, IBM, a capital behind another word, or a character of a script without capitals. */
const MAY_BE_NAME = /['’]s(?!\p{L})|\p{L}.*[\p{Lu}\p{Lo}]/su;

/** The numbers of a brief's insights that other briefs say otherwise, in order. */
export function* conflictsElsewhere(brief: Brief, elsewhere: NumbersElsewhere): Iterable<ConflictElsewhere> {
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
      if (against.size === 0) continue;
      yield { span: movedSpan(span, startOfInsight(brief, index) ?? 0), others: [...against.values()] };
    }
}

/** A number that may be compared. */
interface ClaimNumber extends Pick<NumberFact, 'id' | 'value' | 'language' | 'sentence'> {
  /** Where it stands, from the start of its insight. */
  readonly span: Span;
}

type NumbersOfInsight = readonly ClaimNumber[];

interface InsightWithNumbers {
  readonly insight: InsightEvidence;
  readonly numbers: NumbersOfInsight;
  /** Of the insight in what it was looked for in: a run, or the brief. */
  readonly index: number;
}

/** The insights of a brief that have such numbers. */
function* numbersOf(brief: Brief): Iterable<InsightWithNumbers> {
  let first = 0;
  for (const run of evidenceByRun(brief)) {
    for (const { insight, numbers, index } of numbersInRun(run)) yield { insight, numbers, index: first + index };
    first += run.length;
  }
}

const numbersInRun = derive((run: Run<InsightEvidence>): readonly InsightWithNumbers[] => {
  const found = run.flatMap((insight, index): InsightWithNumbers[] => {
    const numbers = mayCompare(insight.origin.text) ? numbersIn(insight) : NONE;
    return numbers.length > 0 ? [{ insight, numbers, index }] : [];
  });
  return found.length > 0 ? found : NONE;
});

const numbersIn = derive((insight: InsightEvidence): NumbersOfInsight => {
  const { origin, unread, evidence } = insight;
  const sentences = new Map<number, Pick<ClaimNumber, 'sentence' | 'language'>>();
  const read = (index: number) => {
    const sentence = sentenceAsRead(origin, index, unread);
    const made = { sentence, language: languageOfPart(sentence, insight.language) };
    sentences.set(index, made);
    return made;
  };
  return outlined(insight).numbers.flatMap(({ id, start }) => {
    const number = evidence.numbers.find(({ span }) => span.start === start);
    if (id === null || !number || number.sentence === null) return [];
    const { sentence, language } = sentences.get(number.sentence) ?? read(number.sentence);
    return copied({ id: factId(id), span: number.span, value: number.quantity.surface, sentence, language });
  });
});

/** A year in digits: of most sentences no more need be read. */
function mayCompare(text: string): boolean {
  return YEAR.test(text);
}

/** What is cut out of a string may hold all of it. */
function copied(number: ClaimNumber): ClaimNumber {
  return JSON.parse(JSON.stringify(number));
}

/** @param id of a number, by {@link hashOf} */
function factId(id: number): string {
  return `\n${id}`;
}

/** What a number is compared by. */
interface Told extends Pick<Said, 'amount' | 'quantities'> {
  /** Equal for two of the same thing. */
  readonly meaning: string;
  /** What the title of its brief names and its sentence does not. */
  readonly about: string;
}

/** Null for what is not compared: of no year or more than one, expected, or without a name. */
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
    (one) => one.id !== null && one.amount.surface === value && factId(hashOf(one.id)) === id,
  );
  return said ? toldBy(said, names.split(' ')) : null;
});

/** What a brief's title may name, which says what it is about where it does not say it. */
function namesOf(brief: Brief): readonly string[] {
  return namedBy(modelOf(brief).document.lineage, brief.title?.value ?? '', brief.language);
}

/** The words of a title that may be names; in Chinese what it begins with. */
const namedBy = derive((_lineage: object, title: string, languageOfBrief: string): readonly string[] => {
  const terms = termsOf(title, languageOfPart(title, languageOfBrief), () => []).filter(
    ({ kind }) => kind !== 'common',
  );
  return terms.flatMap(({ kind, key, start }, i) =>
    (kind === 'pair' ? i === 0 : /^\p{Lu}/u.test(title.slice(start))) ? key : [],
  );
});

/** Whether two numbers of the same thing contradict each other. */
function contradicts(one: Told, other: Told | null): boolean {
  if (one.meaning !== other?.meaning || !differ(one.amount, other.amount)) return false;
  // "Revenue in Germany" is that of the company of which a brief is.
  if (one.about !== other.about && one.about !== '' && other.about !== '') return false;
  return !isAmong(one.quantities, other.amount) && !isAmong(other.quantities, one.amount);
}

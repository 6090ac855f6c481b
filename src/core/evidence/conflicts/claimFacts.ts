/** Numbers of insights that other briefs may say otherwise. */
import { derive } from '../../base/derive';
import type { Run } from '../../base/runs';
import { NONE } from '../../base/same';
import { sha256Base64 } from '../../base/sha256';
import type { Span } from '../../base/text';
import { movedSpan } from '../../brief/blocks/move';
import type { NumberFact, NumbersElsewhere } from '../../brief/config/workspace';
import { modelOf } from '../../brief/model';
import { originsOf, startOfInsight } from '../../brief/queries/blocks';
import type { Brief, Origin } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { evidenceByRun, type InsightEvidence } from '../briefEvidence';
import { lexiconOf } from '../frames/words';
import { unreadIn } from '../lookup/statements';
import { findNumbers } from '../numbers';
import { has } from '../numbers/matches';
import { termsOf } from '../ranking/terms';
import { differ, firstName, isAmong, isOfName, meaningWith } from './contradicts';
import { readSaid, type Said, saidIn, saidInText, YEAR } from './said';

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
  return [...numbersOf(brief)].flatMap(({ numbers, index }) => {
    const origin = origins[index];
    const start = startOfInsight(brief, index);
    if (!origin || start === undefined) return NONE;
    const { line, character } = brief.lines.positionAt(start);
    const known = factsAt(origin, numbers, uri, line, character);
    known.facts ??= factsOf(brief, uri, numbers, start);
    return known.facts;
  });
}

/** The facts of an insight at some place, once they are made. */
const factsAt = derive(
  (
    _insight: Origin,
    _numbers: NumbersOfInsight,
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
    run.flatMap((block) =>
      block.insights.map((origin, index) => saidInText(origin, unreadIn(origin, block, index), language, mayCompare)),
    ),
  );
  return origins.flatMap((said, index) =>
    said.length > 0 ? factsOf(brief, uri, numbersAmong(said, named), startOfInsight(brief, index) ?? 0) : [],
  );
}

/** @param start of the insight in the document */
function factsOf({ lines }: Brief, uri: string, numbers: NumbersOfInsight, start: number): readonly NumberFact[] {
  return numbers.map(({ id, span, value, language, beside, about }) => ({
    ...{ uri, id, range: lines.rangeOf(movedSpan(span, start)), value, language, beside, about },
    ...{ asOf: '', works: NONE },
  }));
}

/** The numbers of a brief's insights that other briefs say otherwise, in order. */
export function* conflictsElsewhere(brief: Brief, elsewhere: NumbersElsewhere): Iterable<ConflictElsewhere> {
  for (const { insight, numbers, index } of numbersOf(brief))
    for (const number of numbers) {
      const others = elsewhere(number.id);
      if (others.length === 0) continue;
      const said = saidIn(insight)[number.index];
      const against = new Map<string, NumberFact>();
      for (const other of others)
        if (said && !against.has(other.uri) && contradicts(said, number.about, other)) against.set(other.uri, other);
      if (against.size === 0) continue;
      yield { span: movedSpan(number.span, startOfInsight(brief, index) ?? 0), others: [...against.values()] };
    }
}

/** A number that may be compared. */
interface ClaimNumber extends Pick<NumberFact, 'id' | 'value' | 'language' | 'beside' | 'about'> {
  /** Where it stands, from the start of its insight. */
  readonly span: Span;
  /** Among those that its insight says. */
  readonly index: number;
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
  const named = namesOf(brief);
  let first = 0;
  for (const run of evidenceByRun(brief)) {
    for (const { insight, numbers, index } of numbersInRun(run, named))
      yield { insight, numbers, index: first + index };
    first += run.length;
  }
}

const numbersInRun = derive((run: Run<InsightEvidence>, named: readonly string[]): readonly InsightWithNumbers[] => {
  const found = run.flatMap((insight, index): InsightWithNumbers[] => {
    const numbers = mayCompare(insight.origin.text) ? numbersIn(insight, named) : NONE;
    return numbers.length > 0 ? [{ insight, numbers, index }] : [];
  });
  return found.length > 0 ? found : NONE;
});

const numbersIn = derive((insight: InsightEvidence, named: readonly string[]) =>
  numbersAmong(readSaid(insight), named),
);

/** A year in digits: of most sentences no more need be read. */
function mayCompare(text: string): boolean {
  return YEAR.test(text);
}

/** @returns copies alone: what is cut out of a string may hold all of it */
function numbersAmong(all: readonly Said[], named: readonly string[]): NumbersOfInsight {
  const numbers = all.flatMap((said, index): ClaimNumber[] => {
    const id = idOf(said, named);
    if (id === null) return [];
    const { amount, span, quantities, language, words } = said;
    const beside = quantities.map(({ surface }) => surface).join('; ');
    const about = named.filter((name) => !words.has(name)).join(' ');
    return [{ id, span, index, value: amount.surface, language, beside, about }];
  });
  return numbers.length > 0 ? JSON.parse(JSON.stringify(numbers)) : NONE;
}

/** Null for what is not compared. */
function idOf(said: Said, named: readonly string[]): string | null {
  const { key, year, language, text } = said;
  if (key === null || year === null || !mayCompare(text)) return null;
  const expects = lexiconOf(language)?.expects;
  if (!expects || has(text, expects)) return null;
  const first = firstName(said, named);
  if (first === null && !isOfName(said)) return null;
  return `\n${sha256Base64(`${language} ${key}\n${meaningWith(said, first)}`).slice(0, ENOUGH)}`;
}

/** So many characters of a digest that two of them are never the same by chance. */
const ENOUGH = 20;

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

/** Whether two numbers with one id contradict each other. */
function contradicts({ amount, quantities }: Said, about: string, other: NumberFact): boolean {
  // "Revenue in Germany" is that of the company of which a brief is.
  if (about !== other.about && about !== '' && other.about !== '') return false;
  if (amount.surface === other.value) return false;
  const [read, ...more] = findNumbers(other.value, other.language);
  if (!read || more.length > 0 || read.kind === 'date' || !differ(amount, read)) return false;
  return !isAmong(quantities, read) && !isAmong(findNumbers(other.beside, other.language), amount);
}

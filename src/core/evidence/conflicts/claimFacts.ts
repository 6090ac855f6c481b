/** Numbers of insights that other briefs may say otherwise. */
import { derive } from '../../base/derive';
import type { Run } from '../../base/runs';
import { NONE } from '../../base/same';
import { sha256Base64 } from '../../base/sha256';
import type { Span } from '../../base/text';
import { movedSpan } from '../../brief/blocks/move';
import type { ResolvedBlock } from '../../brief/blocks/parsedBlock';
import type { NumberFact, NumbersElsewhere } from '../../brief/config/workspace';
import { modelOf } from '../../brief/model';
import { spanOfInsight } from '../../brief/queries/blocks';
import type { Brief } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { evidenceByRun, type InsightEvidence } from '../briefEvidence';
import { lexiconOf } from '../frames/words';
import { unreadIn } from '../lookup/statements';
import { findNumbers } from '../numbers';
import { has } from '../numbers/matches';
import { termsOf } from '../ranking/terms';
import { differ, firstName, isAmong, isOfName, meaningWith } from './contradicts';
import { type Said, saidIn, saidInText, YEAR } from './said';

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
 * @returns copies alone, with the places of the numbers
 */
export function claimFactsOf(brief: Brief, uri: string): NumberFact[] {
  return factsOf(brief, uri, numbersOf(brief));
}

/** The same of a brief that nobody checks: its sources are not read for it. */
export function claimFactsInText(brief: Brief, uri: string): NumberFact[] {
  const { language } = brief;
  const title = titleOf(brief);
  const runs = modelOf(brief).blocks.meanings.runs.map((run) => numbersInText(run, language, title));
  return factsOf(brief, uri, placed(brief, runs));
}

function factsOf({ lines }: Brief, uri: string, numbers: Iterable<PlacedNumber>): NumberFact[] {
  const facts = [...numbers].map(({ number: { id, value, language, beside, about }, span }) => ({
    ...{ uri, id, range: lines.rangeOf(span()), value, language, beside, about },
    ...{ asOf: '', works: NONE },
  }));
  // What is cut out of a string may hold all of it.
  return facts.length > 0 ? JSON.parse(JSON.stringify(facts)) : facts;
}

/** The numbers of a brief's insights that other briefs say otherwise, in order. */
export function* conflictsElsewhere(brief: Brief, elsewhere: NumbersElsewhere): Iterable<ConflictElsewhere> {
  for (const { number, span } of numbersOf(brief)) {
    const others = elsewhere(number.id);
    if (others.length === 0) continue;
    const against = new Map<string, NumberFact>();
    for (const other of others)
      if (!against.has(other.uri) && contradicts(number, other)) against.set(other.uri, other);
    if (against.size > 0) yield { span: span(), others: [...against.values()] };
  }
}

interface ClaimNumber extends Pick<NumberFact, 'id' | 'value' | 'language' | 'beside' | 'about'> {
  /** Of its insight in the run. */
  readonly index: number;
  readonly said: Said;
}

interface NumbersOfRun {
  readonly numbers: readonly ClaimNumber[];
  /** How many it has. */
  readonly insights: number;
}

interface PlacedNumber {
  readonly number: ClaimNumber;
  /** In the document. */
  span(): Span;
}

function numbersOf(brief: Brief): Iterable<PlacedNumber> {
  const title = titleOf(brief);
  return placed(
    brief,
    evidenceByRun(brief).map((run) => numbersInRun(run, title)),
  );
}

function titleOf({ title }: Brief): string {
  return title?.value ?? '';
}

function* placed(brief: Brief, runs: readonly NumbersOfRun[]): Iterable<PlacedNumber> {
  let first = 0;
  for (const { numbers, insights } of runs) {
    for (const number of numbers) {
      const at = first + number.index;
      yield { number, span: () => movedSpan(number.said.span, spanOfInsight(brief, at)?.start ?? 0) };
    }
    first += insights;
  }
}

const numbersInRun = derive((run: Run<InsightEvidence>, title: string) => numbersAmong(run.map(saidByDate), title));

/** Apart from what cannot be compared anyway. */
function saidByDate(insight: InsightEvidence) {
  const { language, origin } = insight;
  return { language, said: mayCompare(origin.text) ? saidIn(insight) : NONE };
}

const numbersInText = derive((run: Run<ResolvedBlock>, language: string, title: string) =>
  numbersAmong(
    run.flatMap((block) =>
      block.insights.map((origin, index) => ({
        language,
        said: saidInText(origin, unreadIn(origin, block, index), language, mayCompare),
      })),
    ),
    title,
  ),
);

/** A year in digits: of most sentences no more need be read. */
function mayCompare(text: string): boolean {
  return YEAR.test(text);
}

function numbersAmong(
  insights: readonly { readonly language: string; readonly said: readonly Said[] }[],
  title: string,
): NumbersOfRun {
  const named = namedBy(title, insights[0]?.language ?? '');
  const namesOfTitle = named.join(' ');
  const numbers = insights.flatMap(({ said: all }, index) =>
    all.flatMap((said): ClaimNumber[] => {
      const id = idOf(said, namesOfTitle);
      if (id === null) return [];
      const { amount, quantities, language, words } = said;
      const beside = quantities.map(({ surface }) => surface).join('; ');
      const about = named.filter((name) => !words.has(name));
      return [{ ...{ index, said, id, language, beside }, value: amount.surface, about: about.join(' ') }];
    }),
  );
  return { numbers, insights: insights.length };
}

/** Null for what is not compared. */
const idOf = derive((said: Said, namesOfTitle: string): string | null => {
  const { key, year, language, text } = said;
  if (key === null || year === null || !mayCompare(text)) return null;
  const expects = lexiconOf(language)?.expects;
  if (!expects || has(text, expects)) return null;
  const first = firstName(said, namesOfTitle.split(' '));
  if (first === null && !isOfName(said)) return null;
  return `\n${sha256Base64(`${language} ${key}\n${meaningWith(said, first)}`).slice(0, ENOUGH)}`;
});

/** So many characters of a digest that two of them are never the same by chance. */
const ENOUGH = 20;

/** The words of a title that may be names; in Chinese what it begins with. Of what a brief says without naming it, these say what it is about. */
function namedBy(title: string, languageOfBrief: string): readonly string[] {
  const terms = termsOf(title, languageOfPart(title, languageOfBrief), () => []).filter(
    ({ kind }) => kind !== 'common',
  );
  return terms.flatMap(({ kind, key, start }, i) =>
    (kind === 'pair' ? i === 0 : /^\p{Lu}/u.test(title.slice(start))) ? key : [],
  );
}

/** Whether two numbers with one id contradict each other. */
function contradicts({ said, about }: ClaimNumber, other: NumberFact): boolean {
  // "Revenue in Germany" is that of the company of which a brief is.
  if (about !== other.about && about !== '' && other.about !== '') return false;
  const { amount, quantities } = said;
  const [read, ...more] = findNumbers(other.value, other.language);
  if (!read || more.length > 0 || read.kind === 'date' || !differ(amount, read)) return false;
  return !isAmong(quantities, read) && !isAmong(findNumbers(other.beside, other.language), amount);
}

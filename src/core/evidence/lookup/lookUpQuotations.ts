import type { InText } from '../../base/text';
import { languageOfPart } from '../../document/language';
import { matchQuotation, type QuotationMatch } from '../quotations';
import { foldMarks } from '../ranking/terms';
import { speakerBeside, surnameOf } from '../saying/speakers';
import type { PassagePlace, QuotationEvidence, SaidOtherwise } from '../verdicts';
import type { Context } from './cited';
import { canCheck } from './lookUpNumbers';
import { sidesOf } from './sides';
import type { Statement } from './statements';
import { type Topic, topicOf } from './topic';
import type { PassageFacts, SourceFacts, SourcesFacts } from './types';

/**
 * Looks the quotations of a statement up in the passages of its sources that are in their own language.
 *
 * @param context the sources and the topic of the statement
 * @returns one result for each of its quotations; spans as in the statement
 */
export function lookUpQuotations(
  statement: Statement,
  context: Context,
  sources: SourcesFacts,
): InText<QuotationEvidence>[] {
  const { cited, topic: about } = context;
  const { checkedAgainst } = cited;
  return statement.quotations.map(({ text, span }): InText<QuotationEvidence> => {
    const base = { text, span, sentence: statement.sentence, differences: [], otherwise: null };
    if (cited.ids.size === 0) return { ...base, verdict: null, checkedAgainst: [], at: null };
    const language = languageOfPart(text, statement.language);
    const found = findIn(text, language, cited.sources);
    if (found) {
      const otherwise = otherSpeaker(text, statement, found, cited);
      return { ...base, verdict: 'found', checkedAgainst, at: found, otherwise };
    }
    const near = nearest(text, language, cited.sources, topicOf(text, language));
    if (near) return { ...base, verdict: 'altered', checkedAgainst, ...near };
    const others = [...sources.values()].filter(({ id }) => !cited.ids.has(id));
    const at = findIn(text, language, others, isNoTitle);
    if (at) return { ...base, verdict: 'elsewhere', checkedAgainst, at };
    const checkable =
      cited.sources.every(({ passages }) =>
        passages.some((facts) => isNoTitle(facts) && facts.language === language),
      ) && canCheck(cited, (facts) => facts.language === language && about.sharedWith(facts) > 0);
    return { ...base, verdict: checkable ? 'notFound' : 'uncheckable', checkedAgainst, at: null };
  });
}

/**
 * Returns the speakers that a claim and a passage name for the same words, if they differ. The passage must name both. Else
 * they may be one person, or one may speak for the other.
 */
function otherSpeaker(
  quoted: string,
  statement: Statement,
  at: PassagePlace,
  { sources }: Context['cited'],
): InText<SaidOtherwise> | null {
  const { text, language, spanOf } = statement;
  const start = text.indexOf(quoted);
  const facts = sources.find(({ id }) => id === at.source)?.passages[at.passage];
  const claimed = start < 0 ? null : speakerBeside(text, { start, end: start + quoted.length }, language);
  const found = claimed && facts ? speakerBeside(facts.passage.text, at, facts.language) : null;
  if (!claimed || !found || !facts || !spanOf) return null;
  const passage = facts.passage.text;
  const [said, saidThere] = [text.slice(claimed.start, claimed.end), passage.slice(found.start, found.end)];
  const [surname, other] = [surnameOf(said), surnameOf(saidThere)];
  if (surname === other || !hasName(passage, surname) || hasName(saidThere, surname) || hasName(text, other))
    return null;
  return sidesOf('speaker', statement, claimed, { source: at.source, passage: at.passage, facts }, found);
}

function hasName(text: string, surname: string): boolean {
  return foldMarks(text).toLowerCase().includes(surname);
}

/**
 * True unless a passage is a title. A title only names a source: words missing from it tell nothing, and a match in another
 * title is chance.
 */
function isNoTitle({ passage }: PassageFacts): boolean {
  return passage.from !== 'title';
}

/** Finds the first place that has the very words, in passages of the language that count. */
function findIn(
  text: string,
  language: string,
  sources: readonly SourceFacts[],
  counts: (facts: PassageFacts) => boolean = () => true,
): PassagePlace | null {
  for (const { id, passages } of sources) {
    for (const [passage, facts] of passages.entries()) {
      if (!counts(facts)) continue;
      const match = facts.language === language ? matchQuotation(text, facts.words(), true) : null;
      if (match) return { source: id, passage, start: match.start, end: match.end };
    }
  }
  return null;
}

/** True if a passage of a source, in any language, has the very words. */
export function holdsQuotation({ passages }: SourceFacts, text: string): boolean {
  return passages.some((facts) => matchQuotation(text, facts.words(), true) !== null);
}

/** Largest number of passages that are searched for nearly the same words. */
const MOST_SEARCHED = 12;

/** Finds the place that differs least, among the passages that share most with the quotation. */
function nearest(text: string, language: string, sources: readonly SourceFacts[], topic: Topic) {
  const candidates = sources
    .flatMap(({ id, passages }) => passages.map((facts, passage) => ({ id, facts, passage })))
    .filter(({ facts }) => facts.language === language && isNoTitle(facts))
    .map((candidate) => ({ ...candidate, shared: topic.sharedWith(candidate.facts) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_SEARCHED);
  let best: { at: PassagePlace; differences: Altered['differences'] } | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const { id, facts, passage } of candidates) {
    const match = matchQuotation(text, facts.words());
    if (match?.kind !== 'altered') continue;
    const size = match.differences.reduce((sum, { quoted, source }) => sum + quoted.length + source.length, 0);
    if (size >= fewest) continue;
    fewest = size;
    const { start, end, differences } = match;
    best = { at: { source: id, passage, start, end }, differences };
  }
  return best;
}

type Altered = Extract<QuotationMatch, { readonly kind: 'altered' }>;

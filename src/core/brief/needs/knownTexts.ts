import { derive } from '../../base/derive';
import { once } from '../../base/once';
import { recent } from '../../base/recent';
import type { TextSpan } from '../../base/text';
import { claimWeight } from '../../document/claims';
import { pointOfClaim } from '../../document/claims/pointOfClaim';
import { splitSentences } from '../../document/claims/sentences';
import type { Because } from './because';
import { becauseOf, type InsightFacts, leadsToAdvice, type WeighedSentence } from './mustCite';
import { isFragment, type Wording, wordingOf } from './wording';

/** The reason why an insight must be cited, or need not, by its words; and the words that need a source the most. */
export interface WordsFacts {
  readonly because: Because;
  readonly wording: Wording;
  /** Tells whether it is a fragment. */
  readonly isFragment: () => boolean;
  /** Finds these words in the text. */
  readonly point: () => TextSpan;
}

/** Reads the texts of insights and keeps the results, so that texts which an edit left alone aren't read again. */
export interface TextReader {
  /**
   * Announces the insights of the next block, as a list may be as long as a brief.
   *
   * @param insights number of them
   * @param length of their texts
   */
  expect(insights: number, length: number): void;
  sentencesOf(text: string): readonly WeighedSentence[];
  wordsOf(facts: InsightFacts): WordsFacts;
}

/** Returns the reader that all versions of a document share. Its results depend only on texts and their language. */
export const textReaderOf = derive((_lineage: object, language: string): TextReader => {
  const sentences = recent<readonly WeighedSentence[]>();
  const words = recent<WordsFacts>();
  const leadIns = recent<{ readonly leadToAdvice: boolean }>({ count: 100 });
  const sentencesOf = (text: string) => sentences.take(text, (kept) => kept ?? readSentences(text, language));
  const advised = ({ kind, leadIn }: InsightFacts) =>
    kind === 'item' &&
    leadIn !== '' &&
    leadIns.take(leadIn, (kept) => kept ?? { leadToAdvice: leadsToAdvice(leadIn) }).leadToAdvice;
  return {
    expect: (insights, length) => {
      sentences.expect(insights, length);
      words.expect(insights, length);
    },
    sentencesOf,
    wordsOf: (facts) =>
      words.take(keyOf(facts, advised(facts)), (kept) => {
        if (kept) return kept;
        const because = becauseOf(facts);
        const { text } = facts;
        return {
          because,
          wording: wordingOf(facts),
          isFragment: once(() => isFragment(text, facts.language)),
          point: once(() => pointOfClaim(text, sentencesOf(text))),
        };
      }),
  };
});

function readSentences(text: string, language: string): WeighedSentence[] {
  return splitSentences(text, language).map((span) => {
    const sentence = text.slice(span.start, span.end);
    return { span, text: sentence, weight: claimWeight(sentence, language) };
  });
}

/** @param isAdvised true if its lead-in leads to advice: in a key, the text that leads into a long list would be in each item's */
function keyOf(
  { kind, sectionKind, task, leadsInto, nestedAllCited, emphasisOnly, text }: InsightFacts,
  isAdvised: boolean,
): string {
  return `${kind}\n${sectionKind}\n${task}\n${isAdvised}\n${leadsInto}\n${nestedAllCited}\n${emphasisOnly}\n${text}`;
}

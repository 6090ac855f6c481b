import type { Span } from '../base/text';
import { claimWeight } from '../evidence/claims';
import { pointOfClaim, type Weighed } from '../evidence/claims/pointOfClaim';
import { splitSentences } from '../evidence/claims/sentences';
import { type Because, levelOf } from './needs/because';
import { becauseOf, type InsightFacts } from './needs/mustCite';

/** What the words of an insight ask for, and which of them need a source the most. */
export interface WordsFacts {
  readonly because: Because;
  /** In its text; empty where nothing is asked for. */
  readonly point: Span;
}

/**
 * What was found out about the texts of insights. It depends on nothing else, so when a block is read again, the texts
 * in it that an edit left alone are not. Versions of a brief share it.
 */
export interface KnownTexts {
  readonly language: string;
  readonly sentences: Recent<readonly Weighed[]>;
  readonly words: Recent<WordsFacts>;
}

/** Finds out about texts, and keeps what it found. */
export interface TextReader {
  sentencesOf(text: string): readonly Weighed[];
  wordsOf(facts: InsightFacts): WordsFacts;
  readonly known: KnownTexts;
}

/** @param before what was known of an earlier version of the same brief */
export function createTextReader(language: string, before?: KnownTexts): TextReader {
  const known: KnownTexts = before?.language === language ? before : { language, sentences: recent(), words: recent() };
  const reader: TextReader = {
    known,
    sentencesOf: (text) => known.sentences.take(text, () => readSentences(text, language)),
    wordsOf: (facts) =>
      known.words.take(keyOf(facts), () => {
        const because = becauseOf(facts);
        const point = levelOf(because) === null ? NOWHERE : pointOfClaim(facts.text, reader.sentencesOf(facts.text));
        return { because, point };
      }),
  };
  return reader;
}

/** Values by their keys, of which those are kept that were asked for last. */
interface Recent<T> {
  take(key: string, read: () => T): T;
}

/** Of so many texts at least: more than a block has, but for blocks that are a brief of their own. */
const MOST_KEPT = 1000;

function recent<T extends object | string>(): Recent<T> {
  let now = new Map<string, T>();
  let earlier = now;
  return {
    take(key, read) {
      const known = now.get(key);
      if (known !== undefined) return known;
      const value = earlier.get(key) ?? read();
      if (now.size >= MOST_KEPT) {
        earlier = now;
        now = new Map();
      }
      now.set(key, value);
      return value;
    },
  };
}

const NOWHERE: Span = { start: 0, end: 0 };

function readSentences(text: string, language: string): Weighed[] {
  return splitSentences(text, language).map((span) => ({
    span,
    weight: claimWeight(text.slice(span.start, span.end), language),
  }));
}

function keyOf({
  kind,
  sectionKind,
  task,
  leadIn,
  leadsInto,
  nestedAllCited,
  emphasisOnly,
  text,
}: InsightFacts): string {
  return [kind, sectionKind, task, leadsInto, nestedAllCited, emphasisOnly, leadIn.length, leadIn, text].join('\n');
}

import { needsCitation } from '../evidence/claims';
import { splitSentences } from '../evidence/sentences';
import type { Span } from '../text';
import { type InsightFacts, severityIfUncited } from './mustCite';

/** A sentence of an insight's text: its place there, and whether it states something checkable. */
export interface SentenceFacts {
  readonly span: Span;
  readonly needsCitation: boolean;
}

/** `none` stands for null, which a map would not tell from a text that is new. */
type Verdict = NonNullable<ReturnType<typeof severityIfUncited>> | 'none';

/**
 * What was found out about the texts of insights. It depends on nothing else, so when a block is read again, the texts
 * in it that an edit left alone are not. Versions of a brief share it.
 */
export interface KnownTexts {
  readonly language: string;
  readonly sentences: Recent<readonly SentenceFacts[]>;
  readonly severities: Recent<Verdict>;
}

/** Finds out about texts, and keeps what it found. */
export interface TextReader {
  sentencesOf(text: string): readonly SentenceFacts[];
  severityOf(facts: InsightFacts): 'warning' | 'hint' | null;
  readonly known: KnownTexts;
}

/** @param before what was known of an earlier version of the same brief */
export function createTextReader(language: string, before?: KnownTexts): TextReader {
  const known: KnownTexts =
    before?.language === language ? before : { language, sentences: recent(), severities: recent() };
  return {
    known,
    sentencesOf: (text) => known.sentences.take(text, () => readSentences(text, language)),
    severityOf: (facts) => {
      const verdict = known.severities.take(keyOf(facts), () => severityIfUncited(facts) ?? 'none');
      return verdict === 'none' ? null : verdict;
    },
  };
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

function readSentences(text: string, language: string): SentenceFacts[] {
  return splitSentences(text, language).map((span) => ({
    span,
    needsCitation: needsCitation(text.slice(span.start, span.end), language),
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

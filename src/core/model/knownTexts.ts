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
 * What was found out about the texts of insights. It depends on nothing else, so an edit of one insight leaves all
 * others as they were. Only what one version of the brief asked for is kept.
 */
export interface KnownTexts {
  readonly language: string;
  readonly sentences: ReadonlyMap<string, readonly SentenceFacts[]>;
  readonly severities: ReadonlyMap<string, Verdict>;
}

/** Finds out about texts, and keeps what it found. */
export interface TextReader {
  sentencesOf(text: string): readonly SentenceFacts[];
  severityOf(facts: InsightFacts): 'warning' | 'hint' | null;
  /** What is known now, without what was known before and not asked for. */
  readonly known: KnownTexts;
}

/** @param before what was known of an earlier version of the same brief */
export function createTextReader(language: string, before?: KnownTexts): TextReader {
  const earlier = before?.language === language ? before : undefined;
  const sentences = new Map<string, readonly SentenceFacts[]>();
  const severities = new Map<string, Verdict>();
  return {
    known: { language, sentences, severities },
    sentencesOf: (text) => take(sentences, earlier?.sentences, text, () => readSentences(text, language)),
    severityOf: (facts) => {
      const verdict = take(severities, earlier?.severities, keyOf(facts), () => severityIfUncited(facts) ?? 'none');
      return verdict === 'none' ? null : verdict;
    },
  };
}

/** The value of a key: known, known before, or found out now. */
function take<T extends object | string>(
  known: Map<string, T>,
  earlier: ReadonlyMap<string, T> | undefined,
  key: string,
  read: () => T,
): T {
  const found = known.get(key) ?? earlier?.get(key) ?? read();
  known.set(key, found);
  return found;
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

/**
 * Tells whether a text looks like a sentence, or like a bare phrase such as "Rare earths and magnets". Only its form
 * counts: its end, its length, and words that are verbs wherever they stand.
 */
import { spokenIn, wordCount } from '../../document/claims';
import { ofLanguages } from '../../languages';
import type { SentenceSigns } from '../../languages/language';

/** `unsure`: it may be a sentence, or a phrase with some length or a number. */
export type SentenceForm = 'sentence' | 'unsure' | 'phrase';

/**
 * @param plain text without Markdown, in compatibility form (NFKC)
 * @param language a BCP 47 tag
 */
export function sentenceForm(plain: string, language: string): SentenceForm {
  const words = wordCount(plain);
  const ends = ENDS.test(plain);
  const { verb, maybe, fewest, long } = RULES.get(spokenIn(plain, language)) ?? OTHERS;
  if (verb.test(plain)) return words >= (ends ? 2 : fewest) ? 'sentence' : 'phrase';
  // Phrases aren't so long.
  if ((ends && words >= 5) || words >= 20) return 'sentence';
  return words >= long || (ends && words >= 4) || (words >= fewest && maybe.test(plain)) ? 'unsure' : 'phrase';
}

/** True for a text with a verb, or with what is likely one or a number. */
export function hasVerb(plain: string, language: string): boolean {
  const { verb, maybe } = RULES.get(spokenIn(plain, language)) ?? OTHERS;
  return verb.test(plain) || maybe.test(plain);
}

const ENDS = /[.。!…]["”’')」』»]*$/;

/** A number that isn't a year, date, quarter or chapter. */
const COUNTS =
  /(?<![\p{L}\p{N}.,-]|(?:[Pp]hase|[Ss]tep|[Pp]art|[Cc]hapter|[Ss]ection|[Aa]rticle|[Oo]ption|[Ss]cenario|[Tt]ier|[Ll]evel|[Nn]o\.|[Tt]op) )(?!(?:1[5-9]|20)\d\d(?!\d)|\d{1,4} ?[-/.年月日]|\d{1,2} \p{Lu})\p{Nd}/u;

const either = (...patterns: readonly RegExp[]) => new RegExp(patterns.map((pattern) => pattern.source).join('|'), 'u');

const finite = (verbs: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${verbs})(?![\\p{L}-])`, 'u');

interface Rules extends Pick<SentenceSigns, 'fewest' | 'long'> {
  readonly verb: RegExp;
  readonly maybe: RegExp;
}

const OTHERS: Rules = { verb: /(?!)/, maybe: COUNTS, fewest: 4, long: 8 };

const RULES: ReadonlyMap<string, Rules> = new Map(
  ofLanguages(({ tag, sentences }) => sentences && ([tag, rulesOf(sentences)] as const)),
);

function rulesOf({ verb, maybe, fewest, long }: SentenceSigns): Rules {
  return {
    verb: typeof verb === 'string' ? finite(verb) : verb,
    maybe: maybe ? either(maybe, COUNTS) : COUNTS,
    fewest,
    long,
  };
}

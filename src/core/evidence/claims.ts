/**
 * Whether a sentence states something checkable. A question, an instruction, an opinion in the author's name, a
 * definition of terms and a transition do not. The signs and their weights stand in `claimSignals.ts`.
 */
import { BIAS, CLAIM_SIGNALS, LENGTH_WEIGHTS } from './claimSignals';

/** A sign found in a sentence, with what it adds to the sum. */
export interface FoundSignal {
  readonly name: string;
  readonly weight: number;
}

/**
 * @param sentence one sentence as Markdown, citations included
 * @param language a BCP 47 tag; signs in words are known in English and Chinese, others in every language
 */
export function needsCitation(sentence: string, language: string): boolean {
  const plain = plainText(sentence);
  if (!/\p{L}/u.test(plain)) return false;
  return claimSignals(plain, language).reduce((sum, signal) => sum + signal.weight, 0) > 0;
}

/** The signs that a plain sentence shows, its length and the start value among them. */
export function claimSignals(plain: string, language: string): FoundSignal[] {
  const primary = language.slice(0, 2).toLowerCase();
  const words = lengthOf(plain);
  const length = LENGTH_WEIGHTS.find(([from]) => words >= from)?.[1] ?? 0;
  const found: FoundSignal[] = [
    { name: 'start', weight: BIAS },
    { name: 'length', weight: length },
  ];
  // In a language whose words we do not know, a full sentence of some length counts as a statement of fact.
  if (primary !== 'en' && primary !== 'zh' && words >= 5) found.push({ name: 'statement', weight: 0.9 });
  for (const { name, weight, language: only, pattern } of CLAIM_SIGNALS) {
    if ((only === undefined || only === primary) && pattern.test(plain)) found.push({ name, weight });
  }
  return found;
}

/** Words, with two CJK characters counted as one. */
function lengthOf(text: string): number {
  const cjk = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const others = text.match(/[\p{L}\p{N}'’-]+/gu)?.filter((part) => !/\p{Script=Han}/u.test(part)).length ?? 0;
  return others + cjk / 2;
}

/** Without citations, code, comments and marks of emphasis, whose digits and names state nothing. */
function plainText(sentence: string): string {
  return sentence
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/`[^`]*`/g, ' x ')
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\[[\d\s,，、;–-]+\]|\[\^[^\]]+\]|\[[^\]]*@[^\]]*\]|[【［][\d,，]+[】］]|\[own\]|\[\?\]/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

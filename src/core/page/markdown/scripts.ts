/** What the script of a text asks of the page: its direction, and how it emphasises. */

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const SYLLABLES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LEFT_TO_RIGHT =
  /(?=\p{L})[^\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Fewer words than these, such as a name, stand where the page has them. */
const FEWEST_WORDS = 3;

/** Whether a character is one between which and another such one a line break is not a space. */
export function isCjk(character: string): boolean {
  return CJK.test(character);
}

/**
 * The direction of a text that differs from the page's: one of some words, with no letter in the direction of the page.
 *
 * @returns null where it does not differ, or is in both directions
 */
export function otherDirection(text: string, direction: 'ltr' | 'rtl'): 'ltr' | 'rtl' | null {
  const [its, other, name] =
    direction === 'ltr'
      ? [LEFT_TO_RIGHT, RIGHT_TO_LEFT, 'rtl' as const]
      : [RIGHT_TO_LEFT, LEFT_TO_RIGHT, 'ltr' as const];
  if (!other.test(text) || its.test(text)) return null;
  return text.split(/\s+/).filter((word) => other.test(word)).length >= FEWEST_WORDS ? name : null;
}

/** The class of emphasised text whose script has no italics; null where it has. */
export function emphasisOf(text: string): string | null {
  if (SYLLABLES.test(text)) return 'em-marked';
  return RIGHT_TO_LEFT.test(text) ? 'em-bolder' : null;
}

/** Text direction and style of emphasis, by the script of a text. */

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const SYLLABLES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LEFT_TO_RIGHT =
  /(?=\p{L})[^\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A text with fewer words, such as a name, keeps the direction of the page. */
const FEWEST_WORDS = 3;

/** True for a CJK character: a line break between two of them isn't a space. */
export function isCjk(character: string): boolean {
  return CJK.test(character);
}

/**
 * Returns the direction of a text that differs from the page's. The text needs at least {@link FEWEST_WORDS} words, and no
 * letter in the page's direction.
 *
 * @returns null if the direction doesn't differ, or the text has both
 */
export function otherDirection(text: string, direction: 'ltr' | 'rtl'): 'ltr' | 'rtl' | null {
  const [its, other, name] =
    direction === 'ltr'
      ? [LEFT_TO_RIGHT, RIGHT_TO_LEFT, 'rtl' as const]
      : [RIGHT_TO_LEFT, LEFT_TO_RIGHT, 'ltr' as const];
  if (!other.test(text) || its.test(text)) return null;
  return text.split(/\s+/).filter((word) => other.test(word)).length >= FEWEST_WORDS ? name : null;
}

/** Returns the class of emphasised text whose script has no italics; null if the script has italics. */
export function emphasisOf(text: string): string | null {
  if (SYLLABLES.test(text)) return 'em-marked';
  return RIGHT_TO_LEFT.test(text) ? 'em-bolder' : null;
}

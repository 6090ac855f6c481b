/** The words of a sentence with their places, so that the words of its parts needn't be read again. */
import { type TextSpan, withBlanks } from '../../base/text';
import { termsOf } from '../ranking/terms';

/** A word, or digits, with the key to compare it by. */
interface PlacedWord extends TextSpan {
  readonly key: string;
}

/** Returns the keys of a text's words, without words of grammar, and of its digits ("T-400", "district 1"); each once. */
export function wordsOf(text: string, language: string): string[] {
  return [...new Set(readWords(text, language).map(({ key }) => key))];
}

/** Returns the words first, then the digits. */
function readWords(text: string, language: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const term of termsOf(text, language, NO_NUMBERS)) if (term.kind !== 'common') words.push(term);
  if (!HAS_DIGIT.test(text)) return words;
  for (const { 0: digits, index } of text.matchAll(DIGITS))
    words.push({ key: `=${digits}`, start: index, end: index + digits.length });
  return words;
}

const NO_NUMBERS = () => [];
const HAS_DIGIT = /\p{Nd}/u;
const DIGITS = /\p{Nd}+(?:\.\p{Nd}+)?/gu;

/** Words of a text and of its parts, with the same keys as {@link wordsOf}. */
export class PlacedWords {
  readonly #text: string;
  readonly #language: string;
  readonly #words: readonly PlacedWord[];

  constructor(text: string, language: string, words: readonly PlacedWord[] = readWords(text, language)) {
    this.#text = text;
    this.#language = language;
    this.#words = words;
  }

  /** Returns the words of the text with some stretches blanked. @param spans in any order */
  without(spans: readonly TextSpan[]): PlacedWords {
    if (spans.length === 0) return this;
    const text = withBlanks(
      this.#text,
      spans.toSorted((a, b) => a.start - b.start),
    );
    if (spans.some((span) => this.#mayCut(span))) return new PlacedWords(text, this.#language);
    const isLeft = (word: PlacedWord) => !spans.some(({ start, end }) => word.start < end && word.end > start);
    return new PlacedWords(text, this.#language, this.#words.filter(isLeft));
  }

  /** Returns the keys of a stretch, or of the whole text; a key may occur more than once. */
  keys(stretch?: TextSpan): string[] {
    const keys: string[] = [];
    if (stretch && this.#mayCut(stretch)) return wordsOf(this.#text.slice(stretch.start, stretch.end), this.#language);
    for (const { key, start, end } of this.#words)
      if (!stretch || (start >= stretch.start && end <= stretch.end)) keys.push(key);
    return keys;
  }

  /** True if a word may go on beyond an end of the stretch: its part inside is then read as another word. */
  #mayCut({ start, end }: TextSpan): boolean {
    return mayGoOnAt(this.#text, start) || mayGoOnAt(this.#text, end);
  }
}

function mayGoOnAt(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (before === '.' || after === '.') return MAY_BE_DIGIT.test(before === '.' ? after : before);
  return !PARTS_WORDS.test(before) && !PARTS_WORDS.test(after);
}

const MAY_BE_DIGIT = /[^\0-/:-\x7f]/;
const PARTS_WORDS = /[\0-&(-/:-@[-`{-\x7f\u00a0，。；：、！？（）“”—–…]/;

/**
 * Letters in the styles of mathematics. MathML Core has no attribute for them, and wants the characters that Unicode
 * keeps for each style.
 */

/**
 * Code points at which capitals, small letters, digits and Greek capitals of a style start. Some styles lack a few of these.
 */
interface Alphabet {
  readonly capitals: number;
  readonly small: number;
  readonly digits?: number;
  readonly greek?: number;
  /** Letters at other code points, which Unicode had before the others. */
  readonly elsewhere?: Readonly<Record<string, string>>;
}

const ALPHABETS: ReadonlyMap<string, Alphabet> = new Map([
  ['bold', { capitals: 0x1d400, small: 0x1d41a, digits: 0x1d7ce, greek: 0x1d6a8 }],
  ['italic', { capitals: 0x1d434, small: 0x1d44e, greek: 0x1d6e2, elsewhere: { h: 'ℎ' } }],
  ['bold-italic', { capitals: 0x1d468, small: 0x1d482, greek: 0x1d71c }],
  [
    'script',
    {
      capitals: 0x1d49c,
      small: 0x1d4b6,
      elsewhere: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
    },
  ],
  ['bold-script', { capitals: 0x1d4d0, small: 0x1d4ea }],
  ['fraktur', { capitals: 0x1d504, small: 0x1d51e, elsewhere: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' } }],
  ['bold-fraktur', { capitals: 0x1d56c, small: 0x1d586 }],
  [
    'double-struck',
    {
      capitals: 0x1d538,
      small: 0x1d552,
      digits: 0x1d7d8,
      elsewhere: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
    },
  ],
  ['sans-serif', { capitals: 0x1d5a0, small: 0x1d5ba, digits: 0x1d7e2 }],
  ['bold-sans-serif', { capitals: 0x1d5d4, small: 0x1d5ee, digits: 0x1d7ec, greek: 0x1d756 }],
  ['sans-serif-italic', { capitals: 0x1d608, small: 0x1d622 }],
  ['sans-serif-bold-italic', { capitals: 0x1d63c, small: 0x1d656, greek: 0x1d790 }],
  ['monospace', { capitals: 0x1d670, small: 0x1d68a, digits: 0x1d7f6 }],
]);

/** Distance of the small Greek letters from the Greek capitals, in code points. */
const GREEK_SMALL = 26;

/**
 * Writes a text in a style of letters; characters that the style lacks stay as they are.
 *
 * @param variant the value of MathML's `mathvariant`
 */
export function inAlphabet(text: string, variant: string): string {
  const alphabet = ALPHABETS.get(variant);
  return alphabet ? Array.from(text, (character) => letterIn(character, alphabet)).join('') : text;
}

function letterIn(character: string, { capitals, small, digits, greek, elsewhere = {} }: Alphabet): string {
  if (Object.hasOwn(elsewhere, character)) return elsewhere[character] ?? character;
  const from = (start: number | undefined, first: string, more = 0) =>
    start === undefined
      ? character
      : String.fromCodePoint(start + more + character.charCodeAt(0) - first.charCodeAt(0));
  if (/^[A-Z]$/.test(character)) return from(capitals, 'A');
  if (/^[a-z]$/.test(character)) return from(small, 'a');
  if (/^[0-9]$/.test(character)) return from(digits, '0');
  if (/^[Α-Ω]$/.test(character)) return from(greek, 'Α');
  return /^[α-ω]$/.test(character) ? from(greek, 'α', GREEK_SMALL) : character;
}

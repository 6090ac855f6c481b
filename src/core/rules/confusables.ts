/**
 * Characters that look like others: a small part of the data of Unicode's security mechanisms (UTS #39). It has the letters
 * that look like Latin ones at text size, and invisible characters.
 */

/** Letters of other scripts, each followed by the Latin letter that it looks like. */
const LOOK_ALIKES = [
  // Cyrillic
  'аaсcԁdеeһhіiјjӏlоoрpԛqѕsԝwхxуyүyѵv',
  'АAВBСCЕEԌGНHІIЈJКKМMОOРPԚQЅSТTУYҮYԜWХXӀIѴV',
  // Greek
  'αaγyιiνvοoρpσoυu',
  'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX',
  // Armenian
  'ցgհhյjոnօoզqսuՍUՏSՕO',
  // Cherokee
  'ᎪAᏴBᏟCᎠDᎬEᎻHᎫJᏦKᏞLᎷMᏢPᎡRᏚSᎢTᏙVᎳWᏃZ',
];

/** Marks that look like separators in an address, each followed by the separator. */
const MARKS = '⁄/∕/╱/⧸/․.';

const LATIN_OF: ReadonlyMap<string, string> = new Map(
  [...LOOK_ALIKES, MARKS].flatMap((pairs) =>
    Array.from(pairs.match(/../gsu) ?? [], ([look = '', latin = '']): [string, string] => [look, latin]),
  ),
);

/** Greek letters that stand for themselves in names such as TNFα. */
const SYMBOLS = /[αγνρσ]/;
/** Full-width and mathematical letters and digits: Latin ones in another form. */
const FORMS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}]/u;

/**
 * Invisible characters. Joiners and variation selectors are part of some scripts and of emoji, so they don't count after a
 * character of these.
 */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e00ff}]|(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Han}\p{Extended_Pictographic}\p{M}]|[\u0900-\u0dff])(?:\u200c|\u200d|[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])/gu;

/** Characters that make a name differ from what it looks like. */
export interface Oddity {
  readonly kind: 'invisible' | 'look-alike';
  /** The odd characters, each once. */
  readonly characters: readonly string[];
  /** The text that it looks like. */
  readonly plain: string;
}

/** True if a name or an address may have odd characters. Quick, since most have none. */
export function isOdd(text: string): boolean {
  return !/^[ -~]*$/.test(text) && plainForm(text) !== text;
}

/** Returns what a name looks like: without invisible characters, and with Latin letters in place of look-alikes. */
export function plainForm(name: string): string {
  let plain = '';
  for (const character of name.replace(INVISIBLE, '')) plain += latinOf(character) ?? character;
  return plain;
}

function latinOf(character: string): string | undefined {
  return LATIN_OF.get(character) ?? (FORMS.test(character) ? character.normalize('NFKC') : undefined);
}

/** Returns what is odd in an id: invisible characters, or words with look-alikes among Latin letters; null if nothing is. */
export function oddityOfId(id: string): Oddity | null {
  const invisible = oddityOfUrl(id);
  if (invisible) return invisible;
  const characters = new Set<string>();
  for (const [word] of id.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (!/[a-z]/i.test(word)) continue;
    for (const character of word)
      if (latinOf(character) !== undefined && !SYMBOLS.test(character)) characters.add(character);
  }
  return characters.size === 0 ? null : { kind: 'look-alike', characters: [...characters], plain: plainForm(id) };
}

/** Returns the invisible characters of an address; null without any. */
export function oddityOfUrl(url: string): Oddity | null {
  const characters = new Set(url.match(INVISIBLE));
  if (characters.size === 0) return null;
  return { kind: 'invisible', characters: [...characters], plain: url.replace(INVISIBLE, '') };
}

/**
 * Returns what is odd in a host; null if nothing is. Odd are look-alikes among Latin letters in a label, and labels of
 * look-alikes alone in a domain with a Latin ending. So are marks that look like the end of the host.
 */
export function oddityOfHost(host: string): Oddity | null {
  const characters = new Set<string>();
  const labels = host.split('.');
  const isBelowLatin = /^[a-z0-9-]+$/i.test(labels.at(-1) ?? '');
  for (const label of labels) {
    const odd = [...label].filter((character) => latinOf(character) !== undefined);
    const rest = [...label].filter((character) => latinOf(character) === undefined && /\p{L}/u.test(character));
    const isMixed = rest.some((character) => /[a-z]/i.test(character));
    const isAllAlike = rest.length === 0 && isBelowLatin;
    if (isMixed || isAllAlike) for (const character of odd) characters.add(character);
    for (const character of odd) if (MARKS.includes(character)) characters.add(character);
  }
  return characters.size === 0 ? null : { kind: 'look-alike', characters: [...characters], plain: plainForm(host) };
}

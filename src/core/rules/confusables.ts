/**
 * Characters that look like others: a small part of the data of Unicode's security mechanisms (UTS #39). It has the letters
 * that look like Latin ones at text size, and invisible characters.
 */

/** Letters of other scripts, and behind each the Latin letter that it looks like. */
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

/** Marks that look like the ones which part an address. */
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
 * Invisible characters. Joiners and variation selectors are part of some scripts and of emoji, and don't count behind a
 * character of these.
 */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e00ff}]|(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Han}\p{Extended_Pictographic}\p{M}]|[\u0900-\u0dff])(?:\u200c|\u200d|[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])/gu;

/** What makes a name another one than it looks like. */
export interface Oddity {
  readonly kind: 'invisible' | 'look-alike';
  /** The characters that do, each once. */
  readonly characters: readonly string[];
  /** What it looks like. */
  readonly plain: string;
}

/** Whether a name or an address has anything in it that is worth a look: nearly all have not. */
export function isOdd(text: string): boolean {
  return !/^[ -~]*$/.test(text) && plainForm(text) !== text;
}

/** What a name looks like: without invisible characters, and with the Latin letters that others look like. */
export function plainForm(name: string): string {
  let plain = '';
  for (const character of name.replace(INVISIBLE, '')) plain += latinOf(character) ?? character;
  return plain;
}

function latinOf(character: string): string | undefined {
  return LATIN_OF.get(character) ?? (FORMS.test(character) ? character.normalize('NFKC') : undefined);
}

/** What is odd in an id by itself: something invisible, or a word in which look-alikes stand among Latin letters. */
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

/** Invisible characters in an address. */
export function oddityOfUrl(url: string): Oddity | null {
  const characters = new Set(url.match(INVISIBLE));
  if (characters.size === 0) return null;
  return { kind: 'invisible', characters: [...characters], plain: url.replace(INVISIBLE, '') };
}

/**
 * What is odd in a host: a label in which look-alikes stand among Latin letters, one of nothing but look-alikes below a
 * domain in Latin letters, or a mark that looks like the end of the host.
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

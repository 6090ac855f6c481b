/** How Chinese is set: see `l10n/glossary.md`. */

/** What is left as it is written: code, links, placeholders, and a command as the palette names it. */
const VERBATIM = /`[^`]*`|\]\([^)]*\)|\{\d\}|简报: /g;

const FAULTS: readonly (readonly [string, RegExp])[] = [
  ['no Chinese', /^\P{Script=Han}*$/u],
  ['half-width punctuation beside Chinese', /\p{Script=Han}[,;:!?]|\p{Script=Han}\.(?!\.)|[,;:!?()]\p{Script=Han}/u],
  ['no space between Chinese and Latin letters or digits', /\p{Script=Han}[A-Za-z0-9{]|[A-Za-z0-9}]\p{Script=Han}/u],
  ['a space beside full-width punctuation', /[，。；：？！、（）“”] | [，。；：？！、（）“”]/u],
];

/** What is wrong with how a Chinese text is set, in words; none where it is right. */
export function faultsOf(text: string): string[] {
  // A placeholder, and code, stand like Latin words.
  const plain = text.replace(VERBATIM, (part) => (part.startsWith('`') || part.startsWith('{') ? 'x' : ''));
  return FAULTS.filter(([, pattern]) => pattern.test(plain)).map(([fault]) => fault);
}

/** The placeholders of a text, in order of their numbers. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort();
}

import { indexWithin } from './numbers';

/**
 * Citation keys as Pandoc has them: they start with a letter, a digit or `_`, go on with letters, digits, `_` and
 * single marks of `:.#$%&-+?<>~/` between those, and end before trailing punctuation. Letters of every script count.
 */
const KEY = /[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*/uy;

/** Figures, tables, equations and sections of the document itself, as Quarto and pandoc-crossref name them. */
const CROSS_REFERENCE =
  /^(?:(?:fig|tbl|eq|sec|lst)[-:]|(?:thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)-)\S/i;
/** Keys that identify a source by themselves, as in Manubot: a DOI, a number of PubMed or arXiv, an address. */
const IDENTIFIER = /^(?:doi|pmid|pmcid|pmc|arxiv|isbn|url|https?|wikidata|clinicaltrials|mbr):\S/i;

/** True if a key refers to a part of the document, such as a figure or a section. Only for keys that no source has. */
export function isCrossReference(id: string): boolean {
  return CROSS_REFERENCE.test(id);
}

/** True if a key identifies its source by itself, so that no list has to declare it. */
export function isIdentifier(id: string): boolean {
  return IDENTIFIER.test(id);
}

/** The end of the key that starts at `at`, or `at` where none does. */
export function keyEnd(text: string, at: number): number {
  KEY.lastIndex = at;
  const match = KEY.exec(text);
  return match ? at + match[0].length : at;
}

/** Reads `key` or `{any key}` at `at`. */
export function readKey(text: string, at: number): { id: string; start: number; end: number; next: number } | null {
  if (text[at] === '{') {
    const close = indexWithin(text, '}', at, at + 203);
    if (close < 0 || close === at + 1) return null;
    const id = text.slice(at + 1, close);
    return /[\s{]/.test(id) ? null : { id, start: at + 1, end: close, next: close + 1 };
  }
  const end = keyEnd(text, at);
  return end === at ? null : { id: text.slice(at, end), start: at, end, next: end };
}

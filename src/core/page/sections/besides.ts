/** Further links and words of the entries in the author's list, besides the fields of their sources. */

import { safeUrl } from '../../base/safeUrl';
import type { Unplaced } from '../../base/text';
import { isOtherWork } from '../../brief/sources/declarations';
import { EMPHASIS } from '../../brief/sources/sourceEntries';
import type { Source } from '../../brief/types';
import type { EntryNode } from './entries';

const LINK =
  /\[((?:[^[\]\n\\]|\\.){1,500})\]\(\s*<?([^\s<>()]{1,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,500})?)>?[^()\n]{0,300}\)/g;

/** Marks of items, quotations and code at the starts of lines: a list shows words behind an entry on one line. */
const BLOCK_MARKS = /^[ \t]*(?:(?:(?:[-*+]|\d{1,3}[.)])(?=[ \t])|>)[ \t]*|(?:`{3,}|~{3,})[^\n]*$)/gm;

/**
 * Returns the stretches that a list shows after an entry, each once.
 *
 * @param spelled true to write addresses out, as in plain text
 */
export function besidesOf({ declarations }: Pick<Unplaced<Source>, 'declarations'>, spelled = false): EntryNode[][] {
  const [first] = declarations;
  const stretches = declarations
    .filter((declaration) => !first || !isOtherWork(first, declaration))
    .flatMap(({ besides = [] }) => besides.map(({ value }) => value));
  return [...new Set(stretches)].map((stretch) => nodesOf(stretch, spelled));
}

/** A stretch of Markdown as words and links. */
function nodesOf(stretch: string, spelled: boolean): EntryNode[] {
  const nodes: EntryNode[] = [];
  const markdown = stretch.replace(BLOCK_MARKS, '').trim();
  let at = 0;
  for (const { 0: whole, 1: label = '', 2: href = '', index } of markdown.matchAll(LINK)) {
    nodes.push(wordsOf(markdown.slice(at, index)));
    const words = wordsOf(label);
    const isLink = !spelled && safeUrl(href) !== null;
    nodes.push(isLink ? { mark: 'a', href, children: [words] } : `${words} (${href})`);
    at = index + whole.length;
  }
  nodes.push(wordsOf(markdown.slice(at)));
  return nodes.filter((node) => node !== '');
}

function wordsOf(markdown: string): string {
  return markdown
    .replace(EMPHASIS, '')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ');
}

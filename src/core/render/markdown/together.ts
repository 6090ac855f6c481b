/**
 * Keeps a chip that is a button on the line of its word. A browser breaks a line before and after a button whatever
 * characters stand there, so the word, the chip and the mark after it are put into an element that has no breaks.
 */
import type { StateCore, Token } from 'markdown-it';
import { isCjk } from './scripts';

/** More chips than these may not fit in a line together. */
const MOST_CHIPS = 3;
/** The end of a text without a space; a longer word may not fit in a line with the chip. */
const LAST_WORD = /(?<!\S)\S{1,24}$/;
const MARK = /^[.,;:!?)\]}。，、；：！？）」』”’»]+/;

/** @param isChip whether a token is HTML of ours that belongs to the word before it */
export function keepTogether(tokens: readonly Token[], isChip: (token: Token) => boolean, state: StateCore): Token[] {
  const result: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const chips = isChip(token) ? (token.content.match(/<button/g)?.length ?? 0) : 0;
    const word = before?.type === 'text' && chips > 0 && chips <= MOST_CHIPS ? lastWord(before.content) : '';
    if (!before || word === '') {
      result.push(token);
      continue;
    }
    before.content = before.content.slice(0, -word.length);
    result.push(tagOf('span_open', 1, state), textOf(word, state), token);
    const after = tokens[index + 1];
    const mark = after?.type === 'text' ? (MARK.exec(after.content)?.[0] ?? '') : '';
    if (after && mark !== '') {
      after.content = after.content.slice(mark.length);
      result.push(textOf(mark, state));
    }
    result.push(tagOf('span_close', -1, state));
  }
  return result;
}

/** With the no-break space after it, which is no white space here. */
function lastWord(text: string): string {
  const space = text.endsWith('\u00a0') ? '\u00a0' : '';
  const words = space === '' ? text : text.slice(0, -1);
  const last = words.at(-1) ?? '';
  const word = isCjk(last) ? last : (LAST_WORD.exec(words)?.[0] ?? '');
  return word === '' ? '' : word + space;
}

function tagOf(type: string, nesting: 1 | -1, state: StateCore): Token {
  const token = new state.Token(type, 'span', nesting);
  if (nesting > 0) token.attrSet('class', 'together');
  return token;
}

function textOf(content: string, state: StateCore): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  return token;
}

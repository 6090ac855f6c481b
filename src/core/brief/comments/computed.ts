import { NONE } from '../../base/same';
import type { InText, TextSpan } from '../../base/text';
import type { Field } from '../types';
import { readComment } from '.';

/** A comment that says `computed`. */
interface Computed {
  /** The offset of the comment's start. */
  readonly at: number;
  readonly words: InText<Field>;
}

/** Finds the comments of a text that say `computed`, except in code. */
export function computedIn(text: string): readonly Computed[] {
  if (!COMPUTED.test(text)) return NONE;
  const shown = text.replace(CODE, (code) => ' '.repeat(code.length));
  return [...shown.matchAll(COMMENTS)].flatMap(({ 0: whole, index }) => {
    const span: TextSpan = { start: index, end: index + whole.length };
    const comment = readComment(text, span);
    return comment?.kind === 'computed' ? [{ at: index, words: comment.words }] : [];
  });
}

const COMPUTED = /<!--\s*brief:\s*computed\b/;
const CODE = /(?<!`)(`{1,3})(?!`)[^`\n]+\1(?!`)/g;
const COMMENTS = /<!--(?:(?!<!--)[\s\S])*?-->/g;

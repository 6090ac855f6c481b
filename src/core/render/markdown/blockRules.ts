/**
 * Blocks of our own: comments, CommonMark's HTML block of the second kind, which shows nothing; and formulas on lines of
 * their own.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { displayStart, endsDisplay } from '../../syntax/mathMarks';

/** The type of the tokens whose content is a formula with its dollar signs. */
export const FORMULA = 'brief_formula';

export function addBlockRules(md: MarkdownIt): void {
  md.block.ruler.before('table', 'brief_formula', formula);
  md.block.ruler.before('heading', 'brief_comment', comment, { alt: ['paragraph', 'reference', 'blockquote'] });
}

/** Drops a comment with its lines; words after its end are kept as a paragraph, since nothing may get lost. */
function comment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !state.src.startsWith('<!--', start)) return false;
  if (silent) return true;
  for (let line = startLine; line < endLine; line++) {
    if (line > startLine && (state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) {
      state.line = line;
      return true;
    }
    const lineEnd = state.eMarks[line] ?? 0;
    const from = line === startLine ? start + 2 : (state.bMarks[line] ?? 0);
    const end = state.src.slice(from, lineEnd).indexOf('-->');
    if (end < 0) continue;
    state.line = line + 1;
    paragraph(state, state.src.slice(from + end + 3, lineEnd), line);
    return true;
  }
  state.line = endLine;
  return true;
}

function paragraph(state: StateBlock, words: string, line: number): void {
  if (words.trim() === '') return;
  const map: [number, number] = [line, line + 1];
  state.push('paragraph_open', 'p', 1).map = map;
  const inline = state.push('inline', '', 0);
  inline.content = words.trim();
  inline.map = map;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
}

/** A formula as the tree has it: up to the line that ends with `$$`, or to a blank one. */
function formula(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const opens = displayStart(state.src.slice(start, state.eMarks[startLine]));
  if (opens === null) return false;
  if (silent) return true;
  let line = startLine + 1;
  for (let closed = opens === 'whole'; line < endLine && !closed && !state.isEmpty(line); line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent) break;
    closed = endsDisplay(state.src.slice(state.bMarks[line], state.eMarks[line]));
  }
  const token = state.push(FORMULA, 'div', 0);
  token.content = state.getLines(startLine, line, state.blkIndent, false).trim();
  token.map = [startLine, line];
  state.line = line;
  return true;
}

/** Comments as blocks: CommonMark's HTML block of the second kind, which shows nothing. */
import type { MarkdownIt, StateBlock } from 'markdown-it';

export function addBlockRules(md: MarkdownIt): void {
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

import { claimEnds } from './claimEnds';

const HEADING = /^ {0,3}#{1,6}[ \t]+\S/;
const UNDERLINE = /^ {0,3}={3,}[ \t]*$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/** Whether the text opens with front matter: a `---` line with a `key:` below it. */
export function hasFrontMatter(text: string): boolean {
  return /^\uFEFF?---[ \t]*\r?\n(?:[ \t]*(?:#[^\r\n]*)?\r?\n){0,20}["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*:(?:\s|$)/u.test(
    text.slice(0, 4000),
  );
}

/** Whether the text has Markdown headings of its own, outside code. A heading that holds its bullets is none. */
export function isMarkdownReport(text: string): boolean {
  let inFence = false;
  let before = '';
  for (const line of text.split(/\r\n?|\n/)) {
    if (FENCE.test(line)) inFence = !inFence;
    else if (!inFence && UNDERLINE.test(line) && before.trim() !== '') return true;
    else if (!inFence && HEADING.test(line) && !isFlattened(line)) return true;
    before = line;
  }
  return false;
}

/** "## Market - Prices rose [1] - Demand grew [2]": a heading that a paste has run together with its list. */
function isFlattened(line: string): boolean {
  return / [-–—•] /.test(line) && claimEnds(line).some(({ cited }) => cited);
}

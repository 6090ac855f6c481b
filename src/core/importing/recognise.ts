import { findFences } from '../document/frontMatter/fences';
import { claimEnds } from './text/claimEnds';
import { isOutline } from './text/outline';

const HEADING = /^ {0,3}#{1,6}[ \t]+\S/;
const UNDERLINE = /^ {0,3}={3,}[ \t]*$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/** True if the text is a brief already: it has front matter or Markdown headings, or is an outline. */
export function isBrief(text: string): boolean {
  return findFences(text) !== null || hasHeadings(text) || isOutline(text);
}

/** True if the front matter has sources or figures. Then somebody has written a brief, and declares the sources there. */
export function hasSources(text: string): boolean {
  const fences = findFences(text);
  if (!fences) return false;
  const yaml = text.slice(fences.yaml.start, fences.yaml.end);
  return /^(?:sources|references|bibliography|figures)[ \t]*:/m.test(yaml);
}

/**
 * True if the text has Markdown headings of its own, outside code. A heading with its bullets in the same line doesn't count.
 */
function hasHeadings(text: string): boolean {
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

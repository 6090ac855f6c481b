import type { Fix, Problem } from '../../base/problem';
import { say } from '../../base/say';
import { contains, insert, lineBreakOf, offsetOfFirstWord, type Span } from '../../base/text';
import type { Brief } from '../../brief/types';

/**
 * Turns a rule off for the insight, entry or block of a problem. The comment is on a line of its own above it, indented like
 * it; in an ordered list, at the end of its line.
 *
 * @returns null if no comment is possible there.
 */
export function suppressHere(brief: Brief, problem: Problem): Fix | null {
  if (WITHOUT_PLACE.has(problem.rule) || offsetOfFirstWord(brief.content) < 0) return null;
  const yaml = brief.frontMatter?.yaml;
  const inYaml = yaml !== undefined && contains(yaml, problem.span);
  if (!inYaml && brief.frontMatter && problem.span.start < brief.frontMatter.span.end) return null;
  const title = say('Turn off {0} here', problem.rule);
  const start = inYaml ? yamlStart(brief, problem.span) : bodyStart(brief, problem.span);
  const line = brief.lines.lineAt(start ?? problem.span.start);
  const lineStart = brief.lines.startOf(line);
  if (start === null || (!inYaml && isNumberedItem(brief.content.slice(lineStart, start + 12)))) {
    const end = lineStart + brief.content.slice(lineStart, brief.lines.endOf(line)).trimEnd().length;
    return { title, edits: [insert(end, ` <!-- brief-disable-line ${problem.rule} -->`)] };
  }
  const above = inYaml ? null : commentAbove(brief, line);
  if (above !== null) return { title, edits: [insert(above, ` ${problem.rule}`)] };
  const margin = (inYaml ? /^[ \t]*/ : /^[ \t>]*/).exec(brief.content.slice(lineStart, start))?.[0] ?? '';
  const directive = `brief-disable-next-line ${problem.rule}`;
  const comment = inYaml ? `# ${directive}` : `<!-- ${directive} -->`;
  return { title, edits: [insert(lineStart, `${margin}${comment}${lineBreakOf(brief.text)}`)] };
}

/** Rules about the whole brief, and the report of a useless comment, which another comment could suppress. */
export const WITHOUT_PLACE: ReadonlySet<string> = new Set([
  'brief/no-title',
  'brief/limit',
  'brief/unused-suppression',
]);

/**
 * Returns the end of the last code in a comment that already turns rules off for this line. A second comment would separate
 * that one from the line.
 */
function commentAbove(brief: Brief, line: number): number | null {
  const { text, lines } = brief;
  const written = line === 0 ? '' : text.slice(lines.startOf(line - 1), lines.endOf(line - 1)).trimStart();
  if (!written.startsWith('<!-- brief-disable-next-line ')) return null;
  const comment = brief.suppressions.find(({ span }) => lines.lineAt(span.end) === line - 1);
  return comment?.codes.at(-1)?.span.end ?? null;
}

/** True for an item of an ordered list. A line between two items would split the list, and viewers would restart the count. */
function isNumberedItem(line: string): boolean {
  return /^[ \t>]*\d{1,9}[.)][ \t]/.test(line);
}

/** Returns the start of the front matter's entry around a place; without one, the place's own start. */
function yamlStart(brief: Brief, place: Span): number {
  const entries = [...(brief.frontMatter?.sources ?? []), ...(brief.frontMatter?.figures ?? [])];
  return entries.find((entry) => contains(entry.span, place))?.span.start ?? place.start;
}

/**
 * Returns the start of the insight or entry around a place, otherwise of the block. In a table it is the block's start,
 * because a comment can't be inside. Null if the comment goes to the end of the line: in a list without such a start, and on
 * a later line of an entry in a paragraph.
 */
function bodyStart(brief: Brief, place: Span): number | null {
  const insight = brief.insights.find(({ span }) => contains(span, place));
  if (insight) return insight.span.start;
  const block = brief.blocks.find(({ span }) => contains(span, place));
  if (block?.kind === 'table') return block.span.start;
  for (const { declarations } of brief.sources) {
    const entry = declarations.find(
      (one) => one.declaredIn !== 'inline' && one.uri === undefined && contains(one.span, place),
    );
    // Above an entry in a paragraph, it would split the paragraph, and the lines after it might not be entries any more.
    if (entry) return block?.kind === 'paragraph' && isBelow(entry.span.start, place, brief) ? null : entry.span.start;
  }
  return block?.kind === 'list' ? null : (block?.span.start ?? place.start);
}

function isBelow(start: number, place: Span, { lines }: Brief): boolean {
  return lines.lineAt(start) < lines.lineAt(place.start);
}

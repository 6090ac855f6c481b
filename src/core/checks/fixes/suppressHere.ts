import type { Brief } from '../../brief';
import type { Fix, Problem } from '../../problem';
import { contains, lineBreakOf, type Span } from '../../text';

/**
 * Turns a rule off for the insight, entry or block that a problem stands in, by a comment on a line of its own above
 * it, as deep as that line; in an ordered list, at the end of its line.
 *
 * @returns null where no comment can stand.
 */
export function suppressHere(brief: Brief, problem: Problem): Fix | null {
  // What could silence the report of a useless comment is another one.
  if (problem.rule === 'brief/unused-suppression' || brief.text.trim() === '') return null;
  const yaml = brief.frontMatter?.yaml;
  const inYaml = yaml !== undefined && contains(yaml, problem.span);
  if (!inYaml && brief.frontMatter && problem.span.start < brief.frontMatter.span.end) return null;
  const title = `Disable ${problem.rule} here`;
  const start = inYaml ? yamlStart(brief, problem.span) : bodyStart(brief, problem.span);
  const line = brief.lines.lineAt(start);
  const lineStart = brief.lines.startOf(line);
  const before = brief.text.slice(lineStart, start);
  if (!inYaml && isNumberedItem(brief.text.slice(lineStart, start + 12))) {
    const end = lineStart + brief.text.slice(lineStart, brief.lines.endOf(line)).trimEnd().length;
    const comment = ` <!-- brief-disable-line ${problem.rule} -->`;
    return { title, edits: [{ span: { start: end, end }, newText: comment }] };
  }
  const margin = (inYaml ? /^[ \t]*/ : /^[ \t>]*/).exec(before)?.[0] ?? '';
  const directive = `brief-disable-next-line ${problem.rule}`;
  const comment = inYaml ? `# ${directive}` : `<!-- ${directive} -->`;
  const newText = `${margin}${comment}${lineBreakOf(brief.text)}`;
  return { title, edits: [{ span: { start: lineStart, end: lineStart }, newText }] };
}

/** A line between two items of an ordered list would make two lists of it, and viewers would count anew. */
function isNumberedItem(line: string): boolean {
  return /^[ \t>]*\d{1,9}[.)][ \t]/.test(line);
}

/** Where the entry of the front matter starts that holds a place, else the place itself. */
function yamlStart(brief: Brief, place: Span): number {
  const entries = [...(brief.frontMatter?.sources ?? []), ...(brief.frontMatter?.figures ?? [])];
  return entries.find((entry) => contains(entry.span, place))?.span.start ?? place.start;
}

/** Where the insight or entry starts that holds a place, else the block: a comment can not stand inside a table. */
function bodyStart(brief: Brief, place: Span): number {
  const insight = brief.insights.find(({ span }) => contains(span, place));
  if (insight) return insight.span.start;
  for (const { declarations } of brief.sources) {
    const entry = declarations.find(({ span, declaredIn }) => declaredIn !== 'inline' && contains(span, place));
    if (entry) return entry.span.start;
  }
  return brief.blocks.find(({ span }) => contains(span, place))?.span.start ?? place.start;
}

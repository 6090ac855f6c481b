import type { Brief } from '../../brief';
import type { Fix, Problem } from '../../problem';
import { contains, lineBreakOf, type Span } from '../../text';

/**
 * Turns a rule off for the insight, entry or block that a problem stands in, by a comment on a line of its own above
 * it, as deep as that line.
 *
 * @returns null where no comment can stand.
 */
export function suppressHere(brief: Brief, problem: Problem): Fix | null {
  // What could silence the report of a useless comment is another one.
  if (problem.rule === 'brief/unused-suppression' || brief.text.trim() === '') return null;
  const yaml = brief.frontMatter?.yaml;
  const inYaml = yaml !== undefined && contains(yaml, problem.span);
  if (!inYaml && brief.frontMatter && problem.span.start < brief.frontMatter.span.end) return null;
  const start = inYaml ? yamlStart(brief, problem.span) : bodyStart(brief, problem.span);
  const lineStart = brief.lines.startOf(brief.lines.lineAt(start));
  const margin = (inYaml ? /^[ \t]*/ : /^[ \t>]*/).exec(brief.text.slice(lineStart, start))?.[0] ?? '';
  const directive = `brief-disable-next-line ${problem.rule}`;
  const comment = inYaml ? `# ${directive}` : `<!-- ${directive} -->`;
  return {
    title: `Disable ${problem.rule} here`,
    edits: [{ span: { start: lineStart, end: lineStart }, newText: `${margin}${comment}${lineBreakOf(brief.text)}` }],
  };
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

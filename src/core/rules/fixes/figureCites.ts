import { lineBreakOf, type Span, type TextEdit } from '../../base/text';
import type { Brief, Field, Figure } from '../../brief/types';

/** Replaces the only id that a figure cites; null if it cites several, or none. */
export function replaceOnlyCite(brief: Brief, { cites, declaredIn }: Figure, id: string): TextEdit | null {
  const [only] = cites;
  if (!only || cites.length > 1 || declaredIn === 'table') return null;
  if (brief.content.slice(only.span.start, only.span.end) !== only.value) return null;
  return { span: withQuotes(brief, only), newText: yamlId(id) };
}

/** Adds an id behind the last one of `cites: [7]`, `cites: 7`, or a list with a line for each. */
export function addCite(brief: Brief, { cites, declaredIn, span }: Figure, id: string): TextEdit | null {
  const { text, lines } = brief;
  const last = cites.at(-1);
  if (!last || declaredIn === 'table') return null;
  const { start, end } = withQuotes(brief, last);
  const insert = (newText: string): TextEdit => ({ span: { start: end, end }, newText });
  const line = text.slice(lines.startOf(lines.lineAt(start)), start);
  const item = /^[ \t>]*-[ \t]+$/.exec(line);
  if (item) return insert(`${lineBreakOf(text)}${item[0]}${yamlId(id)}`);
  if (/\bcites["']?\s*:\s*\[[^[\]{}]*$/.test(text.slice(span.start, start))) return insert(`, ${yamlId(id)}`);
  if (!/\bcites["']?[ \t]*:[ \t]*$/.test(line)) return null;
  return { span: { start, end }, newText: `[${text.slice(start, end)}, ${yamlId(id)}]` };
}

/** The place of a value of YAML, quotation marks included. */
function withQuotes({ text }: Brief, { span: { start, end } }: Field): Span {
  const quote = text[start - 1] ?? '';
  const isQuoted = (quote === '"' || quote === "'") && text[end] === quote;
  return isQuoted ? { start: start - 1, end: end + 1 } : { start, end };
}

function yamlId(id: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(id) ? id : JSON.stringify(id);
}

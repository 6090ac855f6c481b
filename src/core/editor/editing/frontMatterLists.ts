/** Puts entries into the lists of the front matter, as lines of YAML. */

import { insert, lineBreakOf, type Span, type TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';
import { quoteText } from '../../document/frontMatter/slips';

/**
 * Adds entries at the end of a list, which is made if there is none, and so is the front matter.
 *
 * @param entries of the list that is there, by their spans
 * @param lines the new entries, each line without the margin of the list
 * @returns null where the list is not written as a block, or the front matter is not closed
 */
export function addEntries(
  brief: Brief,
  key: 'sources' | 'figures',
  entries: readonly { readonly span: Span }[],
  lines: readonly string[],
): TextEdit | null {
  const { frontMatter, text } = brief;
  const newLine = lineBreakOf(text);
  const withMargin = (margin: string) => lines.map((line) => `${margin}${line}`).join(newLine);
  const list = `${key}:${newLine}${withMargin('  ')}${newLine}`;
  if (!frontMatter) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return insert(start, `---${newLine}${list}---${newLine}${newLine}`);
  }
  const last = entries.reduce<Span | null>((end, { span }) => (end && end.end > span.end ? end : span), null);
  if (last) {
    const line = brief.lines.lineAt(last.start);
    const margin = text.slice(brief.lines.startOf(line), last.start);
    if (!/^[ \t]*$/.test(margin) || text[last.start] !== '-') return null;
    return insert(brief.lines.endOf(brief.lines.lineAt(last.end)), `${newLine}${withMargin(margin)}`);
  }
  const { yaml, closed } = frontMatter;
  const names = key === 'sources' ? /^(?:sources|references)[ \t]*:/m : /^figures[ \t]*:/m;
  if (!closed || names.test(text.slice(yaml.start, yaml.end))) return null;
  const before = text[yaml.end - 1] ?? '\n';
  if (before === '\n' || before === '\r') return insert(yaml.end, list);
  return insert(yaml.end, `${newLine}${list.slice(0, -newLine.length)}`);
}

/** A text on one line as a value of YAML: as it is where YAML reads it so, else in quotation marks. */
export function yamlValue(text: string): string {
  const isPlain = /^[\p{L}\p{N}_$€£¥][^\p{Cc}[\]{}]*$/u.test(text) && !/:(?:\s|$)|\s#|\s$/.test(text);
  return isPlain && !YAML_WORDS.test(text) ? text : quoteText(text);
}

const YAML_WORDS = /^(?:true|false|null|yes|no|on|off|[yn])$/i;

/** `[1, usgs-2024]` */
export function yamlIds(ids: readonly string[]): string {
  return `[${ids.map((id) => (/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(id) ? id : quoteText(id))).join(', ')}]`;
}

import { lineBreakOf, type Span, type TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';

/**
 * Adds `key: value` to an entry of YAML, on a line of its own below the entry's id:
 *
 *     - id: share            - id: share
 *       title: Market          own: true
 *                              title: Market
 *
 * @param id where the id's value stands
 * @returns null where the entry is not written as a block and has no place for it
 */
export function entryFieldEdit(brief: Brief, id: Span, key: string, value: string): TextEdit | null {
  const { text, lines } = brief;
  const line = lines.lineAt(id.start);
  const before = text.slice(lines.startOf(line), id.start);
  const block = /^([ \t>]*)((?:-[ \t]+)*)(?:id|"id"|'id')[ \t]*:[ \t]*["']?$/.exec(before);
  if (block) {
    const at = lines.endOf(line);
    const margin = `${block[1]}${(block[2] ?? '').replace(/-/g, ' ')}`;
    return { span: { start: at, end: at }, newText: `${lineBreakOf(text)}${margin}${key}: ${value}` };
  }
  const flow = /[{,][ \t]*(?:id|"id"|'id')[ \t]*:[ \t]*(["']?)$/.exec(before);
  if (!flow) return null;
  const quote = flow[1] ?? '';
  const at = id.end + (quote !== '' && text.startsWith(quote, id.end) ? 1 : 0);
  return { span: { start: at, end: at }, newText: `, ${key}: ${value}` };
}

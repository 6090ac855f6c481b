import type { Span, TextEdit } from '../../base/text';
import { declaredIds, resolveCitation } from '../../brief/blocks/resolve';
import type { CitationItem } from '../../brief/types';
import { readCitation } from '../../document/citations';
import { citationText, isNumeral, isPlainKey, type Renaming } from './newNames';

/**
 * Renames a key within its form, with braces around it where it needs them.
 *
 * @param span the key as it stands there, without `@` and braces
 */
export function renameKey(text: string, span: Span, to: string): TextEdit {
  const braced = text[span.start - 1] === '{' && text[span.end] === '}';
  return { span, newText: braced || isPlainKey(to) ? to : `{${to}}` };
}

/**
 * Renames a source that is named in the sentence: `@usgs` becomes `@doe`, or `[7]`. What follows without a space must not
 * become a part of the name, nor the bracket a part of what stands beside it.
 */
export function renameMention(text: string, whole: Span, item: CitationItem, { to, declared }: Renaming): TextEdit {
  if (isNumeral(to)) {
    const beside = `${text[whole.start - 1] ?? ''} ${text[whole.end] ?? ''}`;
    if (!/^[!\]\\]| [({[:]$/.test(beside)) return { span: whole, newText: citationText(to) };
  }
  const edit = renameKey(text, item.span, to);
  if (edit.newText !== to) return edit;
  const before = text.slice(Math.max(0, whole.start - 1), edit.span.start);
  const read = readCitation(before + to + text.slice(edit.span.end, edit.span.end + 210), whole.start > 0 ? 1 : 0);
  if (read?.kind !== 'citation') return { ...edit, newText: `{${to}}` };
  const meant = resolveCitation(read, declaredIds(declared, true));
  const isRead = meant.kind === 'citation' && meant.items[0]?.id === to;
  return isRead ? edit : { ...edit, newText: `{${to}}` };
}

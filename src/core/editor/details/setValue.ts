/** Changes of one value of the front matter that leave all else as it is: comments, order, other keys, quotation marks. */

import { insert, lineBreakOf, type Span, type TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';
import type { YamlList, YamlNode, YamlPair, YamlText } from '../../document/frontMatter/yaml/yamlTree';
import { quoted } from '../../rules/fixes/sources/sourceInYaml';
import { yamlValue } from '../editing/frontMatterLists';
import { type Keys, pairOf, textOfItem } from './read';

/**
 * Gives a key other texts.
 *
 * @param order the known keys in the order in which they are written
 * @param texts the new texts; an empty list takes the key out
 * @returns null if the value is written in a way that doesn't allow it
 */
export function setValue(
  brief: Brief,
  keys: Keys,
  key: string,
  order: readonly string[],
  texts: readonly string[],
): TextEdit[] | null {
  const pair = pairOf(keys, key);
  if (!pair) return texts.length === 0 ? [] : insertKey(brief, keys, key, order, texts);
  const { value } = pair;
  if (texts.length === 0) return removeKey(brief, keys, pair);
  if (value === null) return fillKey(brief, keys, pair, texts);
  const [only = '', ...more] = texts;
  if (value.kind === 'list') return setItems(brief, value, texts);
  if (value.kind === 'map') {
    const name = textOfItem(value);
    return name && more.length === 0
      ? [replaceText(brief, keys.isFlow, name, only)].flatMap((edit) => edit ?? [])
      : null;
  }
  if (more.length === 0) {
    const edit = replaceText(brief, keys.isFlow, value, only) ?? replaceBlock(brief, pair, value, only);
    return edit && [edit];
  }
  const list = `[${texts.map((text) => quoted(text, '', true)).join(', ')}]`;
  return isBlockText(brief, value) ? null : [{ span: withQuotes(brief, value), newText: list }];
}

// ── One text ────────────────────────────────────────────────────────────────────────────────────────────────

function quoteOf({ text }: Brief, { span }: YamlText): string {
  const quote = text[span.start - 1] ?? '';
  return (quote === '"' || quote === "'") && text[span.end] === quote ? quote : '';
}

function isBlockText(brief: Brief, node: YamlText): boolean {
  return !node.plain && quoteOf(brief, node) === '';
}

function withQuotes(brief: Brief, node: YamlText): Span {
  const marks = quoteOf(brief, node).length;
  return { start: node.span.start - marks, end: node.span.end + marks };
}

/** Replaces a text. Null for a text in a block of lines. */
function replaceText(brief: Brief, isFlow: boolean, node: YamlText, text: string): TextEdit | null {
  if (node.value === text) return { span: { start: node.span.start, end: node.span.start }, newText: '' };
  return isBlockText(brief, node)
    ? null
    : { span: withQuotes(brief, node), newText: written(text, quoteOf(brief, node), isFlow) };
}

function replaceBlock(brief: Brief, pair: YamlPair, node: YamlText, text: string): TextEdit {
  return { span: { start: afterColon(brief, pair), end: node.span.end }, newText: ` ${written(text, '', false)}` };
}

/** Returns a text as YAML on one line. */
function written(text: string, quote: string, isFlow: boolean): string {
  return quote === '' && !isFlow ? yamlValue(text) : quoted(text, quote, isFlow);
}

function afterColon({ text }: Brief, { keySpan }: YamlPair): number {
  return text.indexOf(':', keySpan.end) + 1;
}

// ── Whole keys ──────────────────────────────────────────────────────────────────────────────────────────────

function asValue(texts: readonly string[], isFlow: boolean): string {
  const [only = ''] = texts;
  return texts.length === 1 ? written(only, '', isFlow) : `[${texts.map((text) => quoted(text, '', true)).join(', ')}]`;
}

/** Gives a value to a key without one, such as `title:`. */
function fillKey(brief: Brief, { isFlow }: Keys, pair: YamlPair, texts: readonly string[]): TextEdit[] {
  const start = afterColon(brief, pair);
  const nothing = /^[ \t]*(?:~|null|Null|NULL)?(?=[ \t]*(?:#|[,}]|\r|\n|$))/.exec(brief.text.slice(start, start + 200));
  return [{ span: { start, end: start + (nothing?.[0].length ?? 0) }, newText: ` ${asValue(texts, isFlow)}` }];
}

function insertKey(
  brief: Brief,
  keys: Keys,
  key: string,
  order: readonly string[],
  texts: readonly string[],
): TextEdit[] | null {
  const { text, lines, frontMatter } = brief;
  const newLine = lineBreakOf(text);
  const line = `${key}: ${asValue(texts, keys.isFlow)}`;
  const before = order.slice(0, Math.max(0, order.indexOf(key))).findLast((name) => pairOf(keys, name));
  const previous = (before && pairOf(keys, before)) || (keys.owner === 'front matter' ? undefined : keys.pairs[0]);
  if (previous) {
    const end = endOfPair(brief, previous);
    if (keys.isFlow) return [insert(end, `, ${line}`)];
    const margin = ' '.repeat(previous.keySpan.start - lines.startOf(lines.lineAt(previous.keySpan.start)));
    return [insert(lines.endOf(lines.lineAt(end)), `${newLine}${margin}${line}`)];
  }
  if (keys.owner !== 'front matter') return null;
  if (frontMatter) return [insert(frontMatter.yaml.start, `${line}${newLine}`)];
  return [insert(text.startsWith('\uFEFF') ? 1 : 0, `---${newLine}${line}${newLine}---${newLine}${newLine}`)];
}

/**
 * Removes a key with its lines. A key in braces, beside a comment, or first in an entry stays, and loses its value. Null for a
 * list with a comment.
 */
function removeKey(brief: Brief, keys: Keys, pair: YamlPair): TextEdit[] | null {
  const { text, lines } = brief;
  const start = afterColon(brief, pair);
  const end = endOfPair(brief, pair);
  if (keys.isFlow) return [{ span: { start, end }, newText: ' ""' }];
  const [first, last] = [lines.lineAt(pair.keySpan.start), lines.lineAt(end)];
  const isOwnLine = /^[ \t]*["']?$/.test(text.slice(lines.startOf(first), pair.keySpan.start));
  const hasComment = /(?:^|\s)#/.test(text.slice(start, lines.endOf(last)));
  if (isOwnLine && !hasComment && last + 1 < lines.count)
    return [{ span: { start: lines.startOf(first), end: lines.startOf(last + 1) }, newText: '' }];
  if (pair.value?.kind === 'list' && hasComment) return null;
  return [{ span: { start, end }, newText: '' }];
}

/** Returns the offset where the value of a key ends, behind its closing quotation mark. */
function endOfPair(brief: Brief, { keySpan, value }: YamlPair): number {
  return value ? spanOf(brief, value).end : Math.max(keySpan.end, brief.text.indexOf(':', keySpan.end) + 1);
}

function spanOf(brief: Brief, node: YamlNode): Span {
  if (node.kind === 'text') return withQuotes(brief, node);
  const { start, end } = node.span;
  return { start, end: start + brief.text.slice(start, end).trimEnd().length };
}

// ── Several texts ───────────────────────────────────────────────────────────────────────────────────────────

/**
 * Changes the items of a list. Equal items at both ends stay. Items between them are changed one by one, then added or removed.
 */
function setItems(brief: Brief, list: YamlList, texts: readonly string[]): TextEdit[] | null {
  const items = list.items.map((item) => ({ item, text: textOfItem(item) }));
  const isFlow = brief.text[list.span.start] === '[';
  const spans: Span[] = [];
  for (const { item, text } of items) {
    if (!item || !text) return null;
    spans.push(spanOf(brief, item));
  }
  const before = items.map(({ text }) => text?.value ?? '');
  let head = 0;
  while (head < before.length && head < texts.length && before[head] === texts[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, texts.length) - head;
  while (tail < most && before.at(-1 - tail) === texts.at(-1 - tail)) tail++;
  const changed = Math.min(before.length, texts.length) - head - tail;
  const edits: (TextEdit | null)[] = [];
  for (let i = head; i < head + changed; i++) {
    const node = items[i]?.text;
    const isInside = isFlow || brief.text[items[i]?.item?.span.start ?? 0] === '{';
    if (node) edits.push(replaceText(brief, isInside, node, texts[i] ?? ''));
  }
  const added = texts.slice(head + changed, texts.length - tail);
  if (added.length > 0) edits.push(insertItems(brief, spans, list, head + changed, added));
  const gone = before.length - tail - (head + changed);
  if (gone > 0) edits.push(removeItems(brief, spans, isFlow, head + changed, gone));
  return edits.every((edit) => edit !== null) ? edits : null;
}

/** @param at the index that the first new item gets */
function insertItems(
  brief: Brief,
  spans: readonly Span[],
  list: YamlList,
  at: number,
  texts: readonly string[],
): TextEdit | null {
  const { text, lines } = brief;
  const isFlow = text[list.span.start] === '[';
  const before = spans[at - 1];
  const after = spans[at];
  if (isFlow) {
    const items = texts.map((one) => quoted(one, '', true)).join(', ');
    if (before) return insert(before.end, `, ${items}`);
    return insert(list.span.start + 1, after ? `${items}, ` : items);
  }
  const like = before ?? after;
  if (!like) return null;
  const margin = text.slice(lines.startOf(lines.lineAt(like.start)), like.start);
  if (!/^[ \t]*-[ \t]+$/.test(margin)) return null;
  const newLine = lineBreakOf(text);
  const items = texts.map((one) => `${margin}${yamlValue(one)}`);
  return before
    ? insert(lines.endOf(lines.lineAt(before.end)), `${newLine}${items.join(newLine)}`)
    : insert(lines.startOf(lines.lineAt(like.start)), `${items.join(newLine)}${newLine}`);
}

function removeItems(
  { text, lines }: Brief,
  spans: readonly Span[],
  isFlow: boolean,
  from: number,
  count: number,
): TextEdit | null {
  const [first, last] = [spans[from], spans[from + count - 1]];
  if (!first || !last) return null;
  if (isFlow) {
    const before = spans[from - 1];
    const after = spans[from + count];
    const span = before ? { start: before.end, end: last.end } : { start: first.start, end: after?.start ?? last.end };
    return text.slice(span.start, span.end).includes('#') ? null : { span, newText: '' };
  }
  const [start, next] = [lines.lineAt(first.start), lines.lineAt(last.end) + 1];
  if (next >= lines.count) return null;
  const span = { start: lines.startOf(start), end: lines.startOf(next) };
  const gone = text.slice(span.start, span.end);
  return /(?:^|\s)#/.test(gone) || !/^[ \t]*-[ \t]/.test(gone) ? null : { span, newText: '' };
}

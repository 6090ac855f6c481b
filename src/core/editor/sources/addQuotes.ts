/** Adds passages to a source: as `quote`s of its entry in the front matter, by the smallest edit. */

import { applyEdits, insert, lineBreakOf, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import { sourceOf } from '../../brief/queries/citedSources';
import type { Brief, Source, SourceDeclaration } from '../../brief/types';
import { readLaidOut } from '../../document/frontMatter/layout';
import type { YamlPair } from '../../document/frontMatter/yaml/yamlTree';
import type { NewSource } from '../../rules/fixes/sources/newSource';
import { inYaml, quoted } from '../../rules/fixes/sources/sourceInYaml';
import { cleanText } from './addSource';
import { changesOnlySources } from './sameModel';

/** A passage to add. */
export interface NewQuote {
  readonly text: string;
  readonly page?: string;
  readonly url?: string;
}

/** The result of adding passages. */
export type AddedQuotes =
  | { readonly kind: 'added'; readonly edits: readonly TextEdit[]; readonly count: number }
  /** The source has all of them already. */
  | { readonly kind: 'known' }
  /** The entry is written in a form that can't hold the passages, or no source has the id. */
  | { readonly kind: 'no place' };

/**
 * Adds the passages that a source doesn't have yet. Each is on one line. A source that is declared outside the front matter
 * gets an entry there, which merges with its other declarations.
 *
 * @param copy the path of its local copy, if it gets one
 */
export function addQuotes(brief: Brief, id: string, quotes: readonly NewQuote[], copy?: string): AddedQuotes {
  const source = sourceOf(brief, id);
  if (!source) return { kind: 'no place' };
  const fresh = freshQuotes(source, quotes);
  const path = source.declarations.some(({ textPath }) => textPath) ? undefined : copy;
  if (fresh.length === 0 && path === undefined) return { kind: 'known' };
  const own = source.declarations.find(isOwnEntry);
  const edits = own ? inEntry(brief, own, fresh, path) : inNewEntry(brief, source, fresh, path);
  return edits && saysAll(brief, edits, source, fresh, path)
    ? { kind: 'added', edits, count: fresh.length }
    : { kind: 'no place' };
}

function isOwnEntry({ declaredIn, uri, broken }: SourceDeclaration): boolean {
  return declaredIn === 'front-matter' && uri === undefined && broken !== true;
}

/** The passages that the source doesn't have yet, compared by their words and their links, each once. */
function freshQuotes({ passages }: Source, quotes: readonly NewQuote[]): NewQuote[] {
  const seen = new Set(
    passages.flatMap(({ from, text, url }) => (from === 'quote' ? keysOf({ text, ...(url && { url }) }) : [])),
  );
  return quotes.flatMap(({ text, page, url }) => {
    const quote = {
      text: cleanText(text),
      ...(page === undefined || cleanText(page) === '' ? {} : { page: cleanText(page) }),
      ...(url === undefined ? {} : { url: cleanText(url) }),
    };
    const keys = keysOf(quote);
    if (quote.text === '' || keys.some((key) => seen.has(key))) return [];
    for (const key of keys) seen.add(key);
    return [quote];
  });
}

function keysOf({ text, url }: NewQuote): string[] {
  const highlight = url === undefined ? undefined : /[?&](annotation=[A-Z0-9]{8})$/.exec(url)?.[1];
  return [`text ${cleanText(text)}`, ...(highlight === undefined ? [] : [highlight])];
}

// ── In an entry ─────────────────────────────────────────────────────────────────────────────────────────────

function inEntry(
  brief: Brief,
  entry: SourceDeclaration,
  quotes: readonly NewQuote[],
  path?: string,
): TextEdit[] | null {
  const { text, lines } = brief;
  const node = readLaidOut(text, entry.span);
  const map = node?.kind === 'list' ? node.items[0] : node;
  if (map?.kind !== 'map') return null;
  const pair = map.pairs.find(({ key }) => key === 'quote');
  const written = text.slice(entry.span.start, entry.span.end);
  if (/^(?:-[ \t]+)?\{/.test(written)) return inFlowEntry(text, entry, pair, quotes, path);
  const [first] = map.pairs;
  if (!first) return null;
  const margin = ' '.repeat(first.keySpan.start - lines.startOf(lines.lineAt(first.keySpan.start)));
  const newLine = lineBreakOf(text);
  const end = entry.span.start + written.trimEnd().length;
  const below = (rows: readonly string[]) => rows.map((row) => `${newLine}${margin}${row}`).join('');
  const copy = path === undefined ? [] : [`text: ${quoted(path, '', false)}`];
  if (quotes.length === 0) return [insert(end, below(copy))];
  if (!pair) return [insert(end, below([...copy, 'quote:', ...rowsOf(quotes, '  ')]))];
  const value = blockValue(text, pair, end);
  const edits = value === null ? null : inBlockValue(text, value, { margin, newLine }, quotes);
  if (copy.length === 0 || !edits) return edits;
  // Two edits at one place would have no order.
  const [last] = edits.slice(-1);
  if (last?.span.end !== end) return [...edits, insert(end, below(copy))];
  return [...edits.slice(0, -1), { ...last, newText: `${last.newText}${below(copy)}` }];
}

/** A value of `quote` as it's written: the text after the colon. */
interface BlockValue {
  readonly start: number;
  readonly end: number;
  readonly isList: boolean;
}

function blockValue(text: string, { keySpan, value }: YamlPair, endOfEntry: number): BlockValue | null {
  const colon = /^["']?[ \t]*:/.exec(text.slice(keySpan.end, keySpan.end + 20))?.[0];
  if (colon === undefined || !value) return null;
  const start = keySpan.end + colon.length;
  const key = startOfLine(text, keySpan.start);
  const indent = /^[ \t]*(?:-[ \t]+)?/.exec(text.slice(key))?.[0].length ?? 0;
  // Up to the next line that is no deeper than the key.
  let end = start;
  for (const { 0: line, index } of text.slice(start, endOfEntry).matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g)) {
    const depth = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const isBelow = depth > indent || (depth === indent && /^[ \t]*-[ \t]/.test(line));
    if (index > 0 && line.trim() !== '' && !isBelow) break;
    if (line.trim() !== '') end = start + index + line.trimEnd().length;
  }
  return { start, end, isList: value.kind === 'list' };
}

function startOfLine(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function inBlockValue(
  text: string,
  { start, end, isList }: BlockValue,
  { margin, newLine }: { readonly margin: string; readonly newLine: string },
  quotes: readonly NewQuote[],
): TextEdit[] | null {
  const written = text.slice(start, end);
  if (isList && /^[ \t]*\[/.test(written)) return inFlowValue(text, start, end, quotes);
  if (isList) {
    const dash = /[\r\n]([ \t]*)-[ \t]/.exec(written)?.[1];
    return dash === undefined ? null : [insert(end, ['', ...rowsOf(quotes, dash)].join(newLine))];
  }
  // One passage becomes the first of a list.
  const [head = '', ...rest] = written.split(/\r\n|[\r\n]/);
  const lines = rest.map((line) => (line.trim() === '' ? line : `    ${line}`));
  const item = [`${margin}  -${head.trim() === '' ? '' : ` ${head.trim()}`}`, ...lines];
  const newText = ['', ...item, ...rowsOf(quotes, `${margin}  `)].join(newLine);
  return [{ span: { start, end }, newText }];
}

/** The rows of items of a list. */
function rowsOf(quotes: readonly NewQuote[], margin: string): string[] {
  return quotes.flatMap((quote) => pairsOf(quote, false).map((pair, i) => `${margin}${i === 0 ? '- ' : '  '}${pair}`));
}

function pairsOf({ text, page, url }: NewQuote, isFlow: boolean): string[] {
  const pairs = Object.entries({ text, page, url }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return pairs.map(([key, value]) => `${key}: ${quoted(value, '', isFlow)}`);
}

// ── In flow style ───────────────────────────────────────────────────────────────────────────────────────────

function inFlowEntry(
  text: string,
  { span }: SourceDeclaration,
  pair: YamlPair | undefined,
  quotes: readonly NewQuote[],
  path: string | undefined,
): TextEdit[] | null {
  const close = text.lastIndexOf('}', span.end - 1);
  if (close <= span.start) return null;
  const end = text.slice(0, close).trimEnd().length;
  const copy = path === undefined ? '' : `, text: ${quoted(path, '', true)}`;
  if (!pair || quotes.length === 0)
    return [insert(end, `${copy}${quotes.length === 0 ? '' : `, quote: [${itemsOf(quotes)}]`}`)];
  if (!pair.value) return null;
  const marked = pair.value.kind === 'text' && !pair.value.plain ? 1 : 0;
  const edits = inFlowValue(text, pair.value.span.start - marked, pair.value.span.end + marked, quotes);
  return edits && [...edits, ...(copy === '' ? [] : [insert(end, copy)])];
}

/** Adds passages to a list `[…]`; a single passage becomes a list. */
function inFlowValue(text: string, start: number, end: number, quotes: readonly NewQuote[]): TextEdit[] | null {
  const written = text.slice(start, end);
  if (!/^[ \t]*\[/.test(written)) return [insert(start, '['), insert(end, `, ${itemsOf(quotes)}]`)];
  const close = text.lastIndexOf(']', end - 1);
  return close <= start ? null : [insert(text.slice(0, close).trimEnd().length, `, ${itemsOf(quotes)}`)];
}

function itemsOf(quotes: readonly NewQuote[]): string {
  return quotes.map((quote) => `{ ${pairsOf(quote, true).join(', ')} }`).join(', ');
}

// ── In an entry of its own ──────────────────────────────────────────────────────────────────────────────────

/** Adds an entry with the same id and address, which merges with the declaration in another place. */
function inNewEntry(brief: Brief, source: Source, quotes: readonly NewQuote[], path?: string): TextEdit[] | null {
  const { id, title, url, doi } = source;
  const same: NewSource = url
    ? { id, url: url.value }
    : doi
      ? { id, doi: doi.value }
      : { id, ...(title ? { title: title.value } : {}) };
  const entry = inYaml(brief, same);
  if (!entry) return null;
  const text = applyEdits(brief.text, [entry]);
  const after = parseChanged(brief, text);
  const own = sourceOf(after, id)?.declarations.find(isOwnEntry);
  const edits = own && inEntry(after, own, quotes, path);
  if (!edits) return null;
  const whole = applyEdits(text, edits);
  const { start } = entry.span;
  return [insert(start, whole.slice(start, start + whole.length - brief.text.length))];
}

/** True if the edited source has the new passages besides its own, and everything else is as it was. */
function saysAll(
  brief: Brief,
  edits: readonly TextEdit[],
  source: Source,
  quotes: readonly NewQuote[],
  path: string | undefined,
): boolean {
  const after = parseChanged(brief, applyEdits(brief.text, edits));
  const now = sourceOf(after, source.id);
  const said = (one: Source | undefined) =>
    (one?.declarations ?? []).flatMap((declaration) =>
      declaration.quotes.map(({ text, page, url }) => JSON.stringify([text, page, url])),
    );
  const wanted = [...said(source), ...quotes.map(({ text, page, url }) => JSON.stringify([text, page, url]))].sort();
  const got = said(now).sort();
  return (
    now !== undefined &&
    wanted.length === got.length &&
    wanted.every((one, i) => one === got[i]) &&
    (path === undefined || now.declarations.some(({ textPath }) => textPath?.value === path)) &&
    changesOnlySources(brief, after, new Set([source.id]))
  );
}

import { say } from '../../base/say';
import { readKey } from './keys';
import { indexWithin } from './numbers';
import type { CitationSyntax, ItemSyntax } from './types';

/** A semicolon, or a comma before the next key: `[@usgs, @doe]`. */
const SEPARATOR = /;|[,，](?=\s{0,3}-?@)/;

/**
 * Reads `[see @usgs-2024, p. 3; @doe]`, Pandoc's grammar: parts between semicolons (or commas, if a key follows), each with a key, text before it
 * (the prefix) and after it (the locator).
 *
 * @param close where the closing bracket stands
 */
export function readKeyed(text: string, at: number, close: number): CitationSyntax | null {
  const after = text[close + 1];
  // A list of a program: `modules = [@first, @second]`.
  if (/=\s?$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  if (after === '(' || (after === '[' && text[close + 2] !== '@' && !/[0-9]/.test(text[close + 2] ?? ''))) return null;
  const span = { start: at, end: close + 1 };
  const items: ItemSyntax[] = [];
  let partStart = at + 1;
  while (partStart <= close) {
    const partEnd = partStart + (SEPARATOR.exec(text.slice(partStart, close))?.index ?? close - partStart);
    const item = readPart(text, partStart, partEnd);
    if (item === 'no key') {
      if (items.length === 0 && partEnd === close && /^\s*-?@\s*$/.test(text.slice(partStart, partEnd))) {
        return { kind: 'malformed', span, reason: say('no key follows the @') };
      }
      return null;
    }
    items.push(item);
    partStart = partEnd + 1;
  }
  const only = items[0];
  if (!only) return null;
  if (items.length === 1 && only.id.startsWith('fig:')) {
    return {
      kind: 'figure-mention',
      span,
      id: only.id.slice(4),
      idSpan: { start: only.span.start + 4, end: only.span.end },
    };
  }
  return { kind: 'citation', form: 'keyed', span, items };
}

function readPart(text: string, start: number, end: number): ItemSyntax | 'no key' {
  for (let sign = indexWithin(text, '@', start, end); sign >= 0; sign = indexWithin(text, '@', sign + 1, end)) {
    const before = text[sign - 1] ?? '[';
    if (sign > start && /[\p{L}\p{N}_./]/u.test(before) && !/[\u3000-\u9fff]/.test(before)) continue;
    const key = readKey(text, sign + 1);
    // `"@type": …` of JSON.
    if (key && /["'`]/.test(before) && text[key.next] === before) continue;
    if (!key || key.next > end) continue;
    const prefix = text.slice(start, sign).replace(/-$/, '').trim();
    const locator = text
      .slice(key.next, end)
      .replace(/^\s*[,，]?\s*/, '')
      .trim();
    return {
      id: key.id,
      span: { start: key.start, end: key.end },
      ...(prefix ? { prefix } : {}),
      ...(locator ? { locator } : {}),
    };
  }
  return 'no key';
}

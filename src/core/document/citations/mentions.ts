import { readKey } from './keys';
import type { CitationSyntax } from './types';

/**
 * Reads `@usgs-2024` or `@fig:share` in running text. An `@` after a Latin letter, a digit or a part of a URL is that
 * of an e-mail address or a URL; after a CJK character it starts a mention. The key is read as far as it can go: the
 * model shortens it to the longest declared one, since CJK text may follow it without a space.
 */
export function readMention(text: string, at: number): CitationSyntax | null {
  const before = text[at - 1];
  if (before !== undefined && /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_./:@#+-]/u.test(before))
    return null;
  const key = readKey(text, at + 1);
  if (!key) return null;
  // `"@type": …` of JSON.
  if (/["'`]/.test(before ?? ' ') && text[key.next] === before) return null;
  // `@name@host` and `@name/package` are handles and package names.
  if (text[key.next] === '@' || (text[at + 1] !== '{' && key.id.includes('/'))) return null;
  const span = { start: at, end: key.next };
  const idSpan = { start: key.start, end: key.end };
  if (key.id.startsWith('fig:')) {
    return { kind: 'figure-mention', span, id: key.id.slice(4), idSpan: { start: key.start + 4, end: key.end } };
  }
  return { kind: 'citation', form: 'narrative', span, items: [{ id: key.id, span: idSpan }] };
}

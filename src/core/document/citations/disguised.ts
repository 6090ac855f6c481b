/**
 * Numbers of sources in what Markdown takes for something else: an escaped bracket, code, the words of a link. Programs
 * that convert documents write these. Each is a citation only if the brief declares all of its numbers.
 */
import type { TextSpan } from '../../base/text';
import { readNumberList } from './numbers';
import { superscriptNumber } from './superscripts';
import type { CitationSyntax, ItemSyntax } from './types';

const ESCAPED = /\\\[([0-9]{1,3}(?:[ \d,;–-]{0,40}[0-9])?)\\?\](?![(:])/y;
const CODE = /^(`+)\s?\[([0-9][ \d,;–-]{0,40})\]\s?\1$/;
/** Words and colons before code that shows how something is written. Such code cites nothing. */
const SHOWN =
  /(?:\b(?:an?|the|as|like|type|write|use|with|form|see|eg|and|or|by|in|is|e\.g\.)|[:：]|[写寫如用为為])\s*$/i;
/** `\[3\]`, `³` or `3` */
const LINKED = /^(?:\\\[([0-9]{1,3})\\?\]|([⁰¹²³⁴-⁹]{1,3})|([0-9]{1,3}))$/;

/** Reads `\[1\]` and `\[1]`. */
export function readEscaped(text: string, at: number): CitationSyntax | null {
  ESCAPED.lastIndex = at;
  const match = ESCAPED.exec(text);
  if (!match?.[1]) return null;
  return numbersIn(text, { start: at, end: at + match[0].length }, { start: at + 2, end: at + 2 + match[1].length });
}

/** Reads code that is a bracket with numbers and nothing else. */
export function readCode(text: string, span: TextSpan): CitationSyntax | null {
  if (span.end - span.start > 60 || SHOWN.test(text.slice(Math.max(0, span.start - 20), span.start))) return null;
  if (!/^\s*(?:[.,;:!?)，。；：！？）`]|$)/.test(text.slice(span.end, span.end + 20))) return null;
  const match = CODE.exec(text.slice(span.start, span.end));
  if (!match?.[2]) return null;
  const start = span.start + match[0].indexOf('[') + 1;
  return numbersIn(text, span, { start, end: start + match[2].length });
}

function numbersIn(text: string, span: TextSpan, inside: TextSpan): CitationSyntax | null {
  const list = readNumberList(text, inside.start, inside.end);
  if (!list || 'slip' in list) return null;
  const { items, range } = list;
  return { kind: 'citation', form: 'numbered', span, items, range, ifDeclared: true, ifNoBrackets: true };
}

/** Reads `[\[3\]](https://…)`, `[³](https://…)`, and `[3](#ref3)`: a place of the page itself, which declares nothing. */
export function readLinked(
  text: string,
  link: { readonly span: TextSpan; readonly textSpan: TextSpan; readonly url: TextSpan | null },
): CitationSyntax | null {
  const { span, textSpan, url } = link;
  if (!url || textSpan.end - textSpan.start > 8) return null;
  const words = LINKED.exec(text.slice(textSpan.start, textSpan.end));
  const written = words?.slice(1).find((number) => number !== undefined);
  if (!words || !written) return null;
  const target = text.slice(url.start, url.end);
  if (!(words[3] === undefined ? /^(?:https?:|#)/ : /^#/).test(target)) return null;
  const start = textSpan.start + words[0].indexOf(written);
  const id = words[2] === undefined ? written : superscriptNumber(written);
  const items: ItemSyntax[] = [{ id, span: { start, end: start + written.length } }];
  const place = target.startsWith('#') ? {} : { url: { value: target, span: url } };
  return { kind: 'citation', form: 'inline-link', span, items, ...place, ifDeclared: true };
}

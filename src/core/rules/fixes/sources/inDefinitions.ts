/** Sources as footnotes, `[^1]: …`, and as link definitions, `[1]: https://…`. */

import { lineBreakOf, type Span, type TextEdit } from '../../../base/text';
import { footnotesOf } from '../../../brief/queries/targets';
import type { Brief, SourceDeclaration } from '../../../brief/types';
import type { NewSource } from './newSource';
import { wordsLike } from './sourceInWords';

/** Adds a footnote behind the last one, or null. */
export function inFootnotes(brief: Brief, source: NewSource): TextEdit | null {
  const last = footnotesOf(brief).at(-1);
  return last ? behind(brief, last.span, footnote(brief, source)) : null;
}

/** `[^1]: Title. https://…`, in the style of the footnotes that the brief has. */
export function footnote(brief: Brief, source: NewSource): string {
  return `[${source.id}]:${wordsLike(brief, declaredIn(brief, 'footnote'), source)}`;
}

/**
 * Adds a link definition behind the last one. One without an address has `<>` in its place, for its author to fill in.
 *
 * @returns null where the brief declares no source so
 */
export function inDefinitions(brief: Brief, { id, title = '', url = '' }: NewSource): TextEdit | null {
  const last = declaredIn(brief, 'definition').at(-1);
  if (!last) return null;
  const label = brief.text.startsWith('@', last.idSpan.start) ? `@${id}` : id;
  const address = url === '' || /[\s<>]/.test(url) ? `<${url}>` : url;
  const named = title === '' ? '' : ` "${title.replace(/[\\"]/g, '\\$&')}"`;
  return behind(brief, last.span, `[${label}]: ${address}${named}`);
}

function declaredIn({ sources }: Brief, kind: SourceDeclaration['declaredIn']): SourceDeclaration[] {
  return sources
    .flatMap(({ declarations }) => declarations.filter((one) => one.declaredIn === kind && one.uri === undefined))
    .sort((a, b) => a.span.start - b.span.start);
}

/** On a line of its own behind another one, in its margin. */
function behind({ text, lines }: Brief, { start, end }: Span, line: string): TextEdit {
  const margin = /^[ \t>]*/.exec(text.slice(lines.startOf(lines.lineAt(start)), start))?.[0] ?? '';
  const at = lines.endOf(lines.lineAt(Math.max(start, end - 1)));
  return { span: { start: at, end: at }, newText: `${lineBreakOf(text)}${margin}${line}` };
}

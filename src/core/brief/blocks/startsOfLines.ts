import type { LineIndex, Span } from '../../base/text';
import type { DeclarationAt } from '../../document/frontMatter/cachedEntries';
import { movedSpan } from '../../document/moved';
import { type Body, firstEndingAfter, startOf } from './readBody';

/**
 * Finds what starts on a line, for suppressions that speak of a line: insights, entries, and blocks that are not lists.
 *
 * @returns for the number of a line, the stretch that all which starts there covers; undefined where nothing does
 */
export function startsOfLines(
  lines: LineIndex,
  body: Body,
  declarations: readonly DeclarationAt[],
): (line: number) => Span | undefined {
  return (line) => {
    const start = lines.startOf(line);
    const end = line + 1 < lines.count ? lines.startOf(line + 1) : Number.POSITIVE_INFINITY;
    const found: Span[] = [];
    const add = (span: Span) => {
      if (start <= span.start && span.start < end) found.push(span);
    };
    for (let i = firstEndingAfter(body, start); i < body.blocks.length; i++) {
      const part = body.parts.items[i];
      const at = startOf(body, i);
      if (!part || at >= end) break;
      if (!part.block.isList) add({ start: at, end: at + part.block.end });
      for (const { span } of part.reading.drafts) add(movedSpan(span, at));
    }
    for (const { origin, at } of declarations) if (origin.uri === undefined) add(movedSpan(origin.span, at));
    if (found.length === 0) return undefined;
    return { start: Math.min(...found.map((span) => span.start)), end: Math.max(...found.map((span) => span.end)) };
  };
}

import type { TextEdit } from '../../base/text';
import type { LayoutBlock } from '../../brief/blocks/layout';
import type { Brief, Citation } from '../../brief/types';
import { lastStarting } from './lastStarting';

/**
 * Tidies the space inside citations: `[1 ,3]` becomes `[1, 3]`, or `[1,3]` where the brief writes most of its commas so,
 * `[ 5 - 7 ]` becomes `[5-7]`, `[@usgs ;@doe]` becomes `[@usgs; @doe]`. Numbers stay in their order, and what stands
 * between brackets stays: a comma there is one that readers see. Headings stay too, since links go by their
 * words, and so do the titles of sources.
 */
export function clusterEdits(brief: Brief, blocks: readonly LayoutBlock[]): TextEdit[] {
  const left = [...headingsIn(blocks), ...brief.sections.filter(({ kind }) => kind === 'sources')];
  const leftAt = lastStarting(left.map(({ span }) => span).sort((a, b) => a.start - b.start));
  const written = brief.citations.flatMap((citation) => {
    if ((leftAt(citation.span.end)?.end ?? 0) >= citation.span.end) return [];
    const text = brief.content.slice(citation.span.start, citation.span.end);
    return /^\[[^[\]\r\n]*\]$/.test(text) ? [{ citation, text }] : [];
  });
  const tight = writesTightCommas(written.map(({ text }) => text));
  return written.flatMap(({ citation, text }) => {
    const newText = `[${tidy(citation, text.slice(1, -1), tight)}]`;
    return newText === text ? [] : [{ span: citation.span, newText }];
  });
}

function tidy({ form, items }: Citation, inside: string, tight: boolean): string {
  const trimmed = inside.trim();
  if (form === 'keyed') return trimmed.replace(/[ \t]*;[ \t]*/g, '; ');
  // A locator is the author's text.
  if (form !== 'numbered' || items.some(({ locator }) => locator !== undefined)) return trimmed;
  return trimmed
    .replace(/[ \t]*([,;])[ \t]*/g, tight ? '$1' : '$1 ')
    .replace(/[ \t]*([，、；])[ \t]*/g, '$1')
    .replace(/[ \t]*([-–—−~～])[ \t]*/g, '$1');
}

function headingsIn(blocks: readonly LayoutBlock[]): LayoutBlock[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [block] : headingsIn(block.children)));
}

/** True if most commas in citations have no space after them. */
function writesTightCommas(texts: readonly string[]): boolean {
  let lead = 0;
  for (const text of texts) {
    if (!/^\[[\d\s,]+\]$/.test(text)) continue;
    for (const [comma] of text.matchAll(/(?<![ \t]),[ \t]?/g)) lead += comma.length === 1 ? 1 : -1;
  }
  return lead > 0;
}

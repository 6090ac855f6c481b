/** Tells where a brief lists its sources, and how each list was known. */
import type { Span } from '../../base/text';
import { endOf, startOf } from '../blocks/readBody';
import { modelOf } from '../model';
import type { OpenList } from '../sources/openLists';
import type { Brief } from '../types';

/** A list of sources in the text of a brief. */
export interface SourceList {
  readonly span: Span;
  /**
   * `heading`, `line`: words announce it. `numbers`: its entries have numbers in brackets. `end`: it ends the document, and
   * names works only.
   */
  readonly knownBy: 'heading' | 'line' | OpenList['knownBy'];
}

/** Returns the lists of sources in the text of a brief, in document order. */
export function sourceListsOf(brief: Brief): SourceList[] {
  const { body } = modelOf(brief).blocks;
  const { sections, openLists } = body.outline;
  // A list within a section of sources is part of it.
  const isOuter = ({ kind, parent }: (typeof sections)[number]) =>
    kind === 'sources' && (parent === null || sections[parent]?.kind !== 'sources');
  const announced = sections.filter(isOuter).map(
    ({ opener, last }): SourceList => ({
      span: { start: startOf(body, opener), end: endOf(body, last) },
      knownBy: body.blocks[opener]?.heading ? 'heading' : 'line',
    }),
  );
  const open = openLists.map(({ start, end, knownBy }) => ({
    span: { start: startOf(body, start), end: endOf(body, end - 1) },
    knownBy,
  }));
  return [...announced, ...open].sort((a, b) => a.span.start - b.span.start);
}

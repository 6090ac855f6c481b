/** Pages that are rendered in parts, of briefs that change. */
import assert from 'node:assert/strict';
import type { Brief } from '../../../src/core';
import { cardsOf, type RenderedParts, renderParts } from '../../../src/core/page/renderBrief';

export const HEAD = `---
title: Rare earths
sources:
  - { id: 1, title: Minerals, url: "https://usgs.example/a", quote: "China refines 90% of all ore." }
  - { id: 2, title: Energy }
figures:
  - { id: share, value: 90%, title: of it, cites: [1] }
  - { id: rows, title: Rows, data: [{ x: 1, y: 2 }], cites: [2] }
  - { id: late, title: Late, image: a.png, own: true }
---
`;

/** None, and ones that say other things of the same sources and figures. */
export const HEADS = [
  '',
  HEAD,
  HEAD.replace('90% of all', '80% of all'),
  HEAD.replace('id: 2, title: Energy', 'id: 2, publisher: IEA, quote: "It sold 7 tons in 2020, and 5 parts."'),
  HEAD.replace('value: 90%', 'value: 91%').replace('id: late', 'id: later').replace('---', '---\nlanguage: de'),
  HEAD.replace('id: 2', 'id: 9'),
  HEAD.replace('sources:', 'bibliography: refs.bib\nsources:'),
];

/** The markup of parts with the lines of the whole text, as it stands in the page. */
export function inPlace({ parts }: RenderedParts): string[] {
  return parts.map(({ html, line }) =>
    html.replace(/( data-(?:line|at)=")(\d+)"/g, (_, name: string, lines: string) => `${name}${Number(lines) + line}"`),
  );
}

export const cardIdsOf = ({ parts }: RenderedParts) =>
  parts.flatMap(({ html }) => [...html.matchAll(/ data-card="([^"]*)"/g)].map((match) => match[1] ?? ''));

/**
 * Asserts that a page of an edited brief is what it is when all of it is read and rendered.
 *
 * @param shown of the edited brief
 */
export function assertAsAnew(
  edited: Brief,
  shown: RenderedParts,
  fresh: Brief,
  options: { readonly review?: boolean },
): void {
  const { frame, parts } = renderParts(fresh, options);
  assert.deepEqual({ frame: shown.frame, parts: shown.parts }, { frame, parts });
  const ids = cardIdsOf(shown);
  const cards = cardsOf(edited, ids);
  assert.deepEqual([...cards], [...cardsOf(fresh, ids)]);
  assert.equal(cards.size, new Set(ids).size);
}

import assert from 'node:assert/strict';
import {
  applyEdits,
  type Completion,
  type CompletionRequest,
  completionsAt,
  type Given,
  parseBrief,
} from '../../../../src/core';
import { withCursor } from '../../../fixture';

/** Three sources with numbers and three key numbers and charts, for texts that need no others. */
export const NUMBERED = `---
sources:
  - id: 1
    title: Prices of rare earths
    publisher: Sample Notes
    published: 2024-03-15
  - id: 3
    title: Deals of the year
    authors: [Ada Sample]
    quote: The agreement over magnets is worth $500 million.
  - id: 12
    title: 镍价下跌
figures:
  - id: share
    title: China's share
    value: 90%
    cites: [1]
  - id: prices
    title: Prices by year
    chart: line
    x: year
    y: price
    data:
      - {year: 2023, price: 5}
    cites: [1]
---
`;

export const KEYED = `---
sources:
  - {id: usgs, title: Minerals}
  - {id: usgs-2024, title: Minerals in 2024, publisher: Sample Survey}
  - {id: 郭2025, title: 稀土}
  - {id: "doe:critical.minerals", title: Critical}
  - {id: "odd/", title: Odd}
figures:
  - {id: out, value: 5}
---
`;

export interface Completed {
  readonly text: string;
  readonly items: readonly Completion[];
  readonly labels: readonly string[];
  readonly incomplete: boolean;
  /** The text after the first completion with this label, or of this source, is taken; the cursor is marked. */
  take(label: string, how?: 'insert' | 'replace'): string;
}

/**
 * Completes at the `|` of a text, in which `¦` is a bar.
 *
 * @param head what stands before it, and is left out of what {@link Completed.take} gives
 */
export function complete(
  marked: string,
  head = '',
  request: Partial<CompletionRequest> = {},
  options: Given = {},
): Completed {
  const { cursor, ...marks } = withCursor(head + marked);
  const text = marks.text.replaceAll('¦', '|');
  const { items, incomplete } = completionsAt(parseBrief(text, options), cursor, {
    today: '2025-08-06',
    asked: true,
    ...request,
  });
  for (const { insert, replace } of items) {
    assert.equal(insert.start, replace.start, 'both spans start at one place');
    assert.ok(insert.start <= cursor && cursor <= insert.end && insert.end <= replace.end, 'the spans hold the cursor');
    assert.doesNotMatch(text.slice(replace.start, replace.end), /[\r\n]/, 'the spans are on one line');
  }
  return {
    text,
    items,
    incomplete,
    labels: items.map(({ label }) => label),
    take: (label, how = 'insert') => {
      const item = items.find((one) => one.label === label);
      assert.ok(item, `${label} is among ${items.map((one) => one.label).join(', ')}`);
      const span = item[how];
      const at = span.start + item.newText.length;
      const after = applyEdits(text, [{ span, newText: item.newText }]);
      return `${after.slice(head.length, at)}|${after.slice(at)}`;
    },
  };
}

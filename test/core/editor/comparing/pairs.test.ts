import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core';
import { type Change, compareBriefs } from '../../../../src/core/editor/comparing';
import type { Pair } from './pairs';
import * as apart from './pairsKeptApart';
import * as tuned from './pairsToTune';

/** `number -12`, `number +13`: what is told, or must be, of each side. */
function sidesOf(told: readonly string[]): string[] {
  return told.flatMap((one) => {
    const [, kind = '', before = '', after = ''] = /^(\w+) (.*) → (.*)$/s.exec(one) ?? [];
    return [...(before === '–' ? [] : [`${kind} -${before}`]), ...(after === '–' ? [] : [`${kind} +${after}`])];
  });
}

function shown({ kind, old, now }: Change): string {
  const text = (side: Change['old']) => side?.text?.replace(/^\[(.*)\]$|[。.]$/, '$1') ?? '–';
  return `${kind} ${text(old)} → ${text(now)}`;
}

function told({ before, after }: Pair): string[] {
  return compareBriefs(parseBrief(before), parseBrief(after)).map(shown);
}

/** Units may be told with a number or not. */
function holds(all: readonly string[], one: string): boolean {
  return all.some(
    (other) => other === one || (one.startsWith('number') && (one.startsWith(other) || other.startsWith(one))),
  );
}

for (const [what, { EDITS, REWORDINGS }] of Object.entries({ 'tuned on': tuned, 'kept apart': apart }))
  describe(`edits that the comparison was ${what}`, () => {
    for (const pair of EDITS)
      it(`are told: ${pair.name}`, () => {
        const [said, expected] = [sidesOf(told(pair)), sidesOf(pair.told)];
        assert.deepEqual(
          [expected.filter((one) => !holds(said, one)), said.filter((one) => !holds(expected, one))],
          [[], []],
          `told: ${said.join('; ')}`,
        );
      });
    for (const pair of REWORDINGS)
      it(`are not told where they only reword: ${pair.name}`, () => {
        assert.deepEqual(told(pair), []);
      });
  });

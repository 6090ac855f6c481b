/** Texts that are near to others: cut, doubled, moved, and with bits of their characters turned. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ARABIC, CHINESE, EVERYTHING } from '../everything';
import { anyBrief, anyPiece } from './anyBrief';

/** Where in a text, from 0 for its start to 1 for its end. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

const mutation = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'delete', 'double', 'move', 'swap lines', 'turn bits', 'cut off'),
  at: place,
  to: place,
  length: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 40 }), fc.nat({ max: 400 })),
  insert: anyPiece,
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

/** What a mutation makes of a text. */
export function mutate(text: string, { kind, at, to, length, insert }: Mutation): string {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + length);
  const stretch = text.slice(start, end);
  const without = text.slice(0, start) + text.slice(end);
  const target = Math.floor(to * without.length);
  switch (kind) {
    case 'insert':
      return text.slice(0, start) + insert + text.slice(start);
    case 'delete':
      return without;
    case 'double':
      return text.slice(0, end) + stretch + text.slice(end);
    case 'move':
      return without.slice(0, target) + stretch + without.slice(target);
    case 'swap lines': {
      const lines = text.split('\n');
      const [a, b] = [Math.floor(at * (lines.length - 1)), Math.floor(to * (lines.length - 1))];
      return lines.map((line, i) => (i === a ? (lines[b] ?? '') : i === b ? (lines[a] ?? '') : line)).join('\n');
    }
    case 'turn bits': {
      const turned = [...stretch.slice(0, 4)].map((one) =>
        String.fromCharCode(one.charCodeAt(0) ^ (1 << (length % 16))),
      );
      return text.slice(0, start) + turned.join('') + text.slice(start + 4);
    }
    case 'cut off':
      return length % 2 === 0 ? text.slice(0, start) : text.slice(start);
  }
}

/** A text of another arbitrary after a few mutations, and now and then as it is. */
export function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(mutation, { maxLength: 6 }))
    .map(([start, mutations]) => mutations.reduce(mutate, start));
}

/** The briefs that the repository has, by their lines: some of them in a row, mostly all. */
const SAMPLES = [
  ...readdirSync('samples')
    .filter((name) => /\.brief(?:\.md)?$/.test(name))
    .map((name) => readFileSync(join('samples', name), 'utf8')),
  EVERYTHING,
  CHINESE,
  ARABIC,
].map((text) => text.split(/(?<=\n)/));

export const sample = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.nat({ max: 40 }), fc.oneof(fc.nat({ max: 20 }), fc.constant(10_000)))
  .map(([lines, from, count]) => lines.slice(count > lines.length ? 0 : from, from + count).join(''));

/** Any text that may be opened as a brief: made by the grammar, near to such a one, and near to one that people wrote. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: anyBrief },
  { weight: 4, arbitrary: mutated(anyBrief) },
  { weight: 1, arbitrary: mutated(sample) },
  { weight: 1, arbitrary: fc.array(anyPiece, { maxLength: 20 }).map((pieces) => pieces.join('')) },
);

/** An edit of whatever text: a piece put in, for up to so many characters. */
export const anyEdit = fc.record({
  at: place,
  remove: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 80 }) }),
  insert: fc.oneof(fc.constant(''), fc.string({ maxLength: 1 }), anyPiece),
});
export type AnyEdit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;

/** The stretch of a text that an edit replaces, and what comes there. */
export function editIn(text: string, { at, remove, insert }: AnyEdit) {
  const start = Math.floor(at * text.length);
  return { span: { start, end: Math.min(text.length, start + remove) }, newText: insert };
}

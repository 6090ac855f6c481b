import assert from 'node:assert/strict';
import type { Field, In, InText, Local, LocalSpan, Span, TextSpan, Unplaced } from '../../../src/core/base/text';
import { inside, placed, spanFrom } from '../../../src/core/document/moved';
import type { SourceDeclaration } from '../../../src/core/document/types/source';

/** `true` if TypeScript takes a value of one type for one of another. */
type Passes<A, B> = A extends B ? true : false;

describe('A place', () => {
  it('that counts from one start passes for none that counts from another', () => {
    const passes: readonly [
      ...[Passes<Span, LocalSpan>, Passes<Span, TextSpan>, Passes<LocalSpan, Span>],
      ...[Passes<LocalSpan, TextSpan>, Passes<TextSpan, Span>, Passes<TextSpan, LocalSpan>],
      ...[Passes<SourceDeclaration, Local<SourceDeclaration>>, Passes<Local<SourceDeclaration>, SourceDeclaration>],
      ...[Passes<InText<Field>, Field>, Passes<Unplaced<Field>, Field>, Passes<Field, InText<Field>>],
    ] = [false, false, false, false, false, false, false, false, false, false, false];
    const asks: readonly [Passes<Field, Unplaced<Field>>, Passes<Local<Field>, Unplaced<Field>>] = [true, true];
    assert.equal(new Set([...passes, ...asks]).size, 2);
  });

  it('in a text is the same after it was counted from there and back', () => {
    const whole: LocalSpan = { start: 7, end: 20 };
    const word: LocalSpan = { start: 9, end: 12 };
    assert.deepEqual(spanFrom(word, whole), { start: 2, end: 5 });
    assert.deepEqual(inside(spanFrom(word, whole), whole), word);
  });
});

describe('A value of a block', () => {
  it('has all its places moved by one offset, and nothing else', () => {
    const local: In<'block', { fields: Field[]; span: Span; year: number; none: null }> = {
      fields: [{ value: 'one', span: { start: 1, end: 4 } }],
      span: { start: 0, end: 9 },
      year: 2024,
      none: null,
    };
    assert.deepEqual(placed(local, 10), {
      fields: [{ value: 'one', span: { start: 11, end: 14 } }],
      span: { start: 10, end: 19 },
      year: 2024,
      none: null,
    });
  });

  it('keeps the data of its author, whatever their columns are called', () => {
    const row = Object.assign(Object.create(null), { start: 1990, end: 2020 });
    assert.equal(placed<{ rows: unknown[] }>({ rows: [row] }, 10).rows[0], row);
  });
});

import assert from 'node:assert/strict';
import type { Problem, Span } from '../../src/core';
import { moveThrough, placesOf, shownSince, withoutNewAt } from '../../src/server/diagnostics/heldBack';

const problem = (rule: string, start: number, end: number): Problem => ({
  rule,
  severity: 'warning',
  span: { start, end },
  message: '',
  related: [],
});
const insertion = (at: number, newText: string) => ({ span: { start: at, end: at }, newText });

describe('problems at the last edit', () => {
  const place: Span = { start: 10, end: 11 };

  it('are held back if they are new', () => {
    assert.deepEqual(
      withoutNewAt([place], [problem('a/b', 5, 20)], () => []),
      [],
    );
  });

  it('are held back where they only touch the edit', () => {
    assert.deepEqual(
      withoutNewAt([place], [problem('a/b', 5, 10), problem('a/b', 11, 12)], () => []),
      [],
    );
  });

  it('are held back where the edit is in the text that they are about, and not in what is underlined', () => {
    const claim = { ...problem('a/b', 12, 13), about: { start: 5, end: 20 } };
    assert.deepEqual(
      withoutNewAt([place], [claim], () => []),
      [],
    );
    assert.deepEqual(
      withoutNewAt([place], [claim], () => shownSince([claim], [])),
      [claim],
    );
  });

  it('are shown elsewhere', () => {
    const elsewhere = [problem('a/b', 0, 9), problem('a/b', 12, 13)];
    assert.deepEqual(
      withoutNewAt([place], elsewhere, () => []),
      elsewhere,
    );
  });

  it('stay if their rule was shown there already', () => {
    const before = [{ rule: 'a/b', span: { start: 5, end: 12 } }];
    assert.deepEqual(
      withoutNewAt([place], [problem('a/b', 5, 13), problem('c/d', 5, 13)], () => before),
      [problem('a/b', 5, 13)],
    );
  });

  it('are no more of one rule than there were', () => {
    const before = [{ rule: 'a/b', span: { start: 5, end: 12 } }];
    const problems = [problem('a/b', 5, 10), problem('a/b', 10, 12)];
    assert.deepEqual(
      withoutNewAt([place], problems, () => before),
      [problem('a/b', 5, 10)],
    );
  });

  it('are shown once nobody types', () => {
    const problems = [problem('a/b', 5, 20)];
    assert.deepEqual(
      withoutNewAt([], problems, () => []),
      problems,
    );
  });
});

describe('a place that is moved through edits', () => {
  it('moves with what is inserted before it, and grows with what is inserted in it', () => {
    assert.deepEqual(moveThrough({ start: 5, end: 9 }, [insertion(2, 'abc')]), { start: 8, end: 12 });
    assert.deepEqual(moveThrough({ start: 5, end: 9 }, [insertion(7, 'abc')]), { start: 5, end: 12 });
    assert.deepEqual(moveThrough({ start: 5, end: 9 }, [insertion(10, 'abc')]), { start: 5, end: 9 });
  });

  it('becomes the text that took its place', () => {
    const edit = { span: { start: 3, end: 12 }, newText: 'abcd' };
    assert.deepEqual(moveThrough({ start: 5, end: 9 }, [edit]), { start: 3, end: 7 });
  });
});

describe('the places of edits', () => {
  it('are those of their new text in the new text', () => {
    const edits = [
      { span: { start: 8, end: 10 }, newText: 'x' },
      { span: { start: 2, end: 2 }, newText: 'abc' },
    ];
    assert.deepEqual(placesOf(edits), [
      { start: 2, end: 5 },
      { start: 11, end: 12 },
    ]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Brief, parseBrief, type TextEdit } from '../../src/core';
import { convertCitations, type IdKind, isConvertible } from '../../src/core/editor/sources/convertCitations';
import { movableTo, moveSources, type SourcePlace } from '../../src/core/editor/sources/moveSources';
import { organizeSources } from '../../src/core/editor/sources/organizeSources';
import { citedBrief } from './citedBriefs';

/**
 * What each citation and each insight rests on, by the titles of the sources, which no action changes.
 *
 * @param parted whether citations may be parted into several brackets
 */
function restsOn(brief: Brief, parted = false): unknown {
  const titles = new Map(brief.sources.map(({ id, title, url }) => [id, title?.value ?? url?.value ?? '']));
  const named = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? `unknown ${id}`).sort();
  return [
    parted
      ? brief.citations.flatMap(({ items }) => items.flatMap(({ id }) => named([id])))
      : brief.citations.map(({ items }) => named(items.map(({ id }) => id))),
    brief.insights.map(({ cites, citedVia }) => [named(cites), citedVia]),
    brief.figures.map(({ cites }) => named(cites.map(({ value }) => value))),
    [...titles.values()].sort(),
  ];
}

/** Asserts that edits stand in order or can be put in it, do not overlap, and each change something. */
function assertMinimal(text: string, edits: readonly TextEdit[]): void {
  for (const { span, newText } of edits) assert.notEqual(text.slice(span.start, span.end), newText);
  applyEdits(text, edits);
}

describe('organizing the sources of whatever brief', function () {
  this.timeout(120_000);
  let impossible = 0;
  let all = 0;

  it('keeps what everything rests on, the second time changes nothing, and each edit changes something', () => {
    fc.assert(
      fc.property(citedBrief, (text) => {
        const before = parseBrief(text);
        const organized = organizeSources(before);
        all++;
        if (organized === 'not possible') impossible++;
        if (typeof organized === 'string') return;
        assertMinimal(text, organized.edits);
        const after = applyEdits(text, organized.edits);
        assert.deepEqual(restsOn(parseBrief(after)), restsOn(before), after);
        assert.equal(after.length > 0 && /[^\r]\n/.test(after), /[^\r]\n/.test(text));
        assert.equal(organizeSources(parseBrief(after)), 'in order', after);
      }),
      { numRuns: 300 },
    );
  });

  it('is hardly ever refused', () => assert.ok(impossible < all / 50, `${impossible} of ${all}`));
});

describe('converting the ids of whatever brief', function () {
  this.timeout(120_000);
  let refused = 0;
  let all = 0;

  for (const to of ['keys', 'numbers'] satisfies IdKind[]) {
    it(`to ${to} keeps what everything rests on, leaves none to convert, and can be taken back`, () => {
      fc.assert(
        fc.property(citedBrief, (text) => {
          const before = parseBrief(text);
          if (!before.sources.some((source) => isConvertible(before, source, to))) return;
          const edits = convertCitations(before, to);
          all++;
          if (!edits) {
            refused++;
            return;
          }
          assertMinimal(text, edits);
          const converted = applyEdits(text, edits);
          const after = parseBrief(converted);
          assert.deepEqual(restsOn(after, true), restsOn(before, true), converted);
          assert.ok(!after.sources.some((source) => isConvertible(after, source, to)), converted);
          const back = convertCitations(after, to === 'keys' ? 'numbers' : 'keys');
          assert.ok(back, converted);
          assert.deepEqual(restsOn(parseBrief(applyEdits(converted, back)), true), restsOn(before, true));
        }),
        { numRuns: 200 },
      );
    });
  }

  it('is hardly ever refused', () => assert.ok(refused < all / 50, `${refused} of ${all}`));
});

describe('moving the sources of whatever brief', function () {
  this.timeout(120_000);
  let refused = 0;
  let all = 0;

  for (const place of ['section', 'front matter'] satisfies SourcePlace[]) {
    it(`to the ${place} keeps what everything rests on, loses no source, and leaves none to move`, () => {
      fc.assert(
        fc.property(citedBrief, (text) => {
          const before = parseBrief(text);
          if (movableTo(before, place).length === 0) return;
          const edits = moveSources(before, place);
          all++;
          if (!edits) {
            refused++;
            return;
          }
          assertMinimal(text, edits);
          const moved = applyEdits(text, edits);
          const after = parseBrief(moved);
          const works = (brief: Brief) =>
            brief.sources
              .map(({ id, title, url }) => [id, /Work[A-F]/.exec(title?.value ?? '')?.[0], url?.value])
              .sort();
          assert.deepEqual(works(after), works(before), moved);
          assert.deepEqual(
            after.insights.map(({ cites, citedVia }) => [cites, citedVia]),
            before.insights.map(({ cites, citedVia }) => [cites, citedVia]),
          );
          assert.equal(/[^\r]\n/.test(moved), /[^\r]\n/.test(text), moved);
          assert.deepEqual(movableTo(after, place), [], moved);
        }),
        { numRuns: 200 },
      );
    });
  }

  it('is hardly ever refused', () => assert.ok(refused < all / 50, `${refused} of ${all}`));
});

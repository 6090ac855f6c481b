import assert from 'node:assert/strict';
import { indexLines } from '../../src/core';
import { type Change, placeAfter } from '../../src/extension/links/movePlaces';

/** Replaces the first place where `old` stands; says where the link is before and after, if it is anywhere. */
function edit(text: string, ...edits: readonly (readonly [old: string, text: string])[]): string | null {
  const link = /https:\S+/.exec(text)?.[0] ?? '';
  const start = text.indexOf(link);
  const place = indexLines(text).rangeOf({ start, end: start + link.length });
  let now = text;
  const changes = edits.map(([old, written]): Change => {
    const at = now.indexOf(old);
    assert.notEqual(at, -1, old);
    const range = indexLines(now).rangeOf({ start: at, end: at + old.length });
    now = now.slice(0, at) + written + now.slice(at + old.length);
    return { range, text: written };
  });
  const after = placeAfter(place, changes);
  if (!after) return null;
  const lines = indexLines(now);
  return now.slice(lines.offsetAt(after.start), lines.offsetAt(after.end));
}

const LINK = 'https://a.org/b';
const TEXT = `One two.\nThree ${LINK} four.\nFive.\n`;

describe('The place of a link, when its document changes', () => {
  it('moves with what is typed before it', () => {
    assert.equal(edit(TEXT, ['One', 'Ones']), LINK);
    assert.equal(edit(TEXT, ['Three', 'Thirty three']), LINK);
    assert.equal(edit(TEXT, ['two.\nThree', 'two\n\n\n3']), LINK);
    assert.equal(edit(TEXT, ['One two.\n', '']), LINK);
    assert.equal(edit(TEXT, ['Three ', 'A\r\n']), LINK);
  });

  it('stays with what is typed behind it', () => {
    assert.equal(edit(TEXT, [' four', '']), LINK);
    assert.equal(edit(TEXT, ['Five', '5\n6']), LINK);
    assert.equal(edit(TEXT, [' four', '\nfour']), LINK);
  });

  it('takes one change after the other', () => {
    assert.equal(edit(TEXT, ['Five', '5'], ['four', '4'], ['One', '1\n2']), LINK);
  });

  it('is no more where the address itself changes', () => {
    for (const old of ['a.org', 'https', '/b', LINK, `Three ${LINK}`, `${LINK} four`])
      assert.equal(edit(TEXT, [old, 'x']), null, old);
  });

  it('is no more where something is typed to it', () => {
    assert.equal(edit(TEXT, [' four', 'c four']), null);
    assert.equal(edit(TEXT, ['Three ', 'x']), null);
  });
});

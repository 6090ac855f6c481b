import assert from 'node:assert/strict';
import { linkedEditingAt, parseBrief } from '../../../src/core';

/** What is linked at the cursor `‸`: how many places, all of which hold the same words. */
function linked(marked: string): number | null {
  const cursor = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const found = linkedEditingAt(parseBrief(text), cursor);
  const words = new Set(found?.spans.map(({ start, end }) => text.slice(start, end)));
  assert.ok(words.size < 2, [...words].join());
  return found?.spans.length ?? null;
}

const declared = (id: string, body: string) => `---\nsources:\n  - id: ${id}\n---\n\n- A ${body}.\n`;

describe('linked editing', () => {
  it('joins a key where it is declared with its citations', () => {
    assert.equal(linked(declared('us‸gs', '[@usgs], @usgs and [see @{usgs}]')), 4);
    assert.equal(linked('---\nfigures:\n  - id: ou‸t\n    value: 3\n---\n\n- A {{out}}, @fig:out.\n'), 3);
  });

  it('is not for a citation, which is typed to cite another source', () => {
    assert.equal(linked(declared('usgs', '[@us‸gs]')), null);
  });

  it('is not for numbers, whose next digit names another source', () => {
    assert.equal(linked(declared('‸1', '[1]')), null);
  });

  it('is not where another id begins like it', () => {
    assert.equal(linked('---\nsources:\n  - id: usg‸s\n  - id: usgs-2024\n---\n\n- A [@usgs].\n'), null);
  });

  it('is not where a place does not hold the id as it is, or what follows could join it', () => {
    assert.equal(linked('---\nsources:\n  - id: "us‸gs"\n---\n\n- A [@usgs].\n'), 2);
    assert.equal(linked(declared('us‸gs', '据@usgs的')), null);
    assert.equal(linked(declared("it'‸s", "[@{it's}]")), null);
  });

  it('offers letters of all scripts, digits and plain marks', () => {
    const text = declared('usgs', '[@usgs]');
    const pattern = linkedEditingAt(parseBrief(text), text.indexOf('usgs'))?.pattern ?? '';
    for (const word of ['usgs-2024', '郭2025', 'größe_1.b']) assert.equal(new RegExp(pattern).exec(word)?.[0], word);
    for (const sign of [' ', ',', '，', ']', ';', ':']) assert.equal(new RegExp(pattern).test(sign), false, sign);
  });
});

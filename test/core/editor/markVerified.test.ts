import assert from 'node:assert/strict';
import { hoverAt, inspectBrief, organizeSources, parseBrief, statsOf, toPlainText } from '../../../src/core';
import { applyEdits } from '../../../src/core/base/text';
import { markVerified } from '../../../src/core/editor/editing/markVerified';
import { convertCitations } from '../../../src/core/editor/sources/convertCitations';
import { reviewHash } from '../../../src/core/evidence/reviews';
import { withCursor } from '../../fixture';

const STAMP = { date: '2025-08-07', reviewer: 'AZ' };
const SOURCES = '\n## Sources\n\n- [1] One, https://a.example\n- [2] Two, https://b.example\n';
const MARK = /<!-- brief: verified 2025-08-07 AZ [0-9a-f]{6} -->/g;

/** The text after the insights at a cursor, or between two, are marked; each mark as `✓`. */
function marked(text: string): string {
  const [before = '', selected, after] = text.split('|');
  const plain = `${before}${selected ?? ''}${after ?? ''}`;
  const span = {
    start: before.length,
    end: after === undefined ? before.length : before.length + (selected?.length ?? 0),
  };
  return applyEdits(plain, markVerified(parseBrief(plain), [span], STAMP).edits).replace(MARK, '✓');
}

describe('marking as verified', () => {
  it('puts a mark at the end of the item at the cursor', () => {
    assert.equal(marked(`- One is t|rue [1].\n- Two is.${SOURCES}`), `- One is true [1]. ✓\n- Two is.${SOURCES}`);
  });

  it('takes the item on the line of a cursor at its marker, and in front of what is nested in it', () => {
    assert.equal(marked(`|- One is true [1].\n  - Two is.${SOURCES}`), `- One is true [1]. ✓\n  - Two is.${SOURCES}`);
  });

  it('puts it at the end of the last line of a paragraph', () => {
    assert.equal(marked('One line|\nand another.  \n\nMore.\n'), 'One line\nand another. ✓  \n\nMore.\n');
  });

  it('marks all insights of a selection, and none that it only touches', () => {
    assert.equal(marked('|- One.\n- Two.\n|- Three.\n'), '- One. ✓\n- Two. ✓\n- Three.\n');
  });

  it('keeps the line ends, and needs no space before Chinese or Japanese text', () => {
    assert.equal(marked('- 中国占69%|。\r\n- 日本。\r\n'), '- 中国占69%。 ✓\r\n- 日本。\r\n');
  });

  it('stands behind the mark of a computed number', () => {
    assert.equal(marked('- It is |4. <!-- brief: computed -->\n'), '- It is 4. <!-- brief: computed --> ✓\n');
  });

  it('renews a mark where it is', () => {
    const old = '<!-- brief: verified 2024-01-01 BK 000000 -->';
    assert.equal(marked(`- It is| true. ${old} Or so.\n`), '- It is true. ✓ Or so.\n');
    assert.equal(marked(`- It is true. ${old.slice(0, -2)}|${old.slice(-2)}\n`), '- It is true. ✓\n');
    assert.equal(marked(`- It| is true.\n\n  ${old}\n- Two.\n`), '- It is true.\n\n  ✓\n- Two.\n');
  });

  it('takes the place of a mark that cannot be read, and of one that another follows', () => {
    const old = '<!-- brief: verified 2024-01-01 BK 000000 -->';
    assert.equal(marked('- It is| true. <!-- brief: verified by me -->\n'), '- It is true. ✓\n');
    assert.equal(marked(`- It is| true. ${old} ${old}\n`), '- It is true. ✓\n');
  });

  it('does nothing where there is no insight', () => {
    assert.equal(marked('# Ti|tle\n\n- One.\n'), '# Title\n\n- One.\n');
  });

  it('refuses what a mark would turn into something else', () => {
    const text = '- Left <!-- open\n\n## Part\n\n- A claim -->\n';
    const all = { start: 0, end: text.length };
    const { edits, refused } = markVerified(parseBrief(text), [all], STAMP);
    assert.ok(edits.length + refused > 0);
    const after = parseBrief(applyEdits(text, edits));
    assert.equal(statsOf(after).verified, edits.length);
  });

  it('gives a hash that is the same on every machine', () => {
    const brief = parseBrief(`- One is true [1].${SOURCES}`);
    assert.equal(reviewHash(brief, 0), '1ab135');
  });
});

describe('a verified insight', () => {
  const text = applyEdits(
    `- Two is 2% [2][1].\n- One is [1].\n- Three.${SOURCES}`,
    markVerified(parseBrief(`- Two is 2% [2][1].\n- One is [1].\n- Three.${SOURCES}`), [{ start: 0, end: 25 }], STAMP)
      .edits,
  );

  it('is counted, and one that has changed apart', () => {
    const count = (written: string) => {
      const { verified, stale } = statsOf(parseBrief(written));
      return { verified, stale };
    };
    assert.deepEqual(count(text), { verified: 2, stale: 0 });
    assert.deepEqual(count(text.replace('2%', '3%')), { verified: 1, stale: 1 });
    assert.deepEqual(count(text.replace(' AZ ', ' ')), { verified: 1, stale: 0 });
  });

  it('stays verified when the sources are counted anew, and when they get keys', () => {
    const brief = parseBrief(text);
    const organized = organizeSources(brief);
    assert.ok(typeof organized === 'object');
    const anew = applyEdits(text, organized.edits);
    assert.match(anew, /2% \[1\]\[2\]/);
    assert.equal(statsOf(parseBrief(anew)).verified, 2);
    const keyed = applyEdits(text, convertCitations(brief, 'keys') ?? []);
    assert.match(keyed, /2% \[@/);
    assert.equal(statsOf(parseBrief(keyed)).verified, 2);
  });

  it('says on its mark who verified it and when, and what has changed since', () => {
    const said = (written: string) => {
      const { text: plain, cursor } = withCursor(written.replace('brief: ver', 'brief: |ver'));
      const hover = hoverAt(parseBrief(plain), cursor);
      return hover && toPlainText(hover.content);
    };
    assert.equal(said(text), 'Verified on 7 August 2025 by AZ; unchanged since');
    assert.equal(said(text.replace('2%', '3%')), 'Verified on 7 August 2025 by AZ; the claim has changed since');
    assert.equal(said(text.replace('//b.', '//c.')), 'Verified on 7 August 2025 by AZ; its sources have changed since');
  });

  it('is so for other programs', () => {
    const [first, , third] = inspectBrief(parseBrief(text)).insights;
    assert.deepEqual(
      [first?.review?.date, first?.review?.reviewer, first?.review?.state, third?.review],
      ['2025-08-07', 'AZ', 'holds', null],
    );
    assert.deepEqual(
      first?.numbers.map(({ surface }) => surface),
      ['Two', '2%'],
    );
  });

  it('must be cited as it had to be without the mark', () => {
    for (const written of ['- Three.\n', 'A paragraph that says little.\n', '- Why?\n', '- Market: China\n']) {
      const after = marked(`|${written}`).replace('✓', '<!-- brief: verified 2025-08-07 AZ 3f9a1c -->');
      const of = (one: string) =>
        parseBrief(one).insights.map(({ mustCite, sentences }) => [mustCite, sentences.length]);
      assert.deepEqual(of(after), of(written));
    }
  });
});

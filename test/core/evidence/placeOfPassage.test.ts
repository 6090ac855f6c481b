import assert from 'node:assert/strict';
import { type Passage, parseBrief } from '../../../src/core';
import { indexLines } from '../../../src/core/base/text';
import { placeOfPassage } from '../../../src/core/evidence/placeOfPassage';

/** What a brief says at the place of `words`, which the last passage of its only source holds. */
function written(yaml: string, words: string): string | undefined {
  const brief = parseBrief(`---\nsources:\n  - id: 1\n${yaml}\n---\n\n- Output rose [1].\n`);
  const passage = brief.sources[0]?.passages.at(-1);
  assert.ok(passage);
  const start = passage.text.indexOf(words);
  assert.ok(start >= 0, `"${words}" is in ${JSON.stringify(passage.text)}`);
  const spot = placeOfPassage(brief, passage, start, start + words.length);
  assert.equal(spot?.uri, undefined);
  assert.deepEqual(spot?.range, spot && brief.lines.rangeOf(spot.span));
  return spot ? brief.text.slice(spot.span.start, spot.span.end) : undefined;
}

describe('the place of a passage', () => {
  it('is exact in a plain text on one line', () => {
    assert.equal(written('    title: Output rose by 12% in 2023', '12%'), '12%');
  });

  it('is exact in a plain text that goes on on the next line', () => {
    assert.equal(written('    quote: Output rose\n      by 12% in 2023', 'by 12%'), 'by 12%');
    assert.equal(written('    quote: Output rose\n      by 12% in 2023', 'rose by 12%'), 'rose\n      by 12%');
  });

  it('is exact in folded and literal blocks', () => {
    for (const mark of ['>', '>-', '|', '|-']) {
      assert.equal(written(`    quote: ${mark}\n      Output rose\n      by 12%\n\n      in 2023.`, '2023.'), '2023.');
    }
  });

  it('is exact after quotes within quotes', () => {
    assert.equal(written("    quote: 'It''s a ''rise'' of 12%'", '12%'), '12%');
    assert.equal(written("    quote: 'It''s a ''rise'' of 12%'", "It's"), "It''s");
    assert.equal(written('    quote: "A \\"rise\\" of 12%"', '12%'), '12%');
    assert.equal(written('    quote: "A \\"rise\\" of 12%"', '"rise"'), '\\"rise\\"');
  });

  it('is exact after escapes', () => {
    assert.equal(written('    quote: "caf\\u00e9 \\U0001F600 and\\nnew \\\n      lines: 12%"', '12%'), '12%');
    assert.equal(written('    quote: "caf\\u00e9 \\U0001F600 and\\nnew \\\n      lines: 12%"', 'new'), 'new');
    assert.equal(written('    quote: "caf\\u00e9 \\U0001F600 x"', 'café 😀'), 'caf\\u00e9 \\U0001F600');
  });

  it('is exact in a title of the body that has marks in it', () => {
    const text = '- Output rose [1].\n\n## Sources\n\n[1] **Survey** of *12%* more, https://example.org\n';
    const brief = parseBrief(text);
    const [passage] = brief.sources[0]?.passages ?? [];
    assert.ok(passage);
    const start = passage.text.indexOf('12%');
    const spot = placeOfPassage(brief, passage, start, start + 3);
    assert.equal(text.slice(spot?.span.start, spot?.span.end), '12%');
  });

  it('is the whole passage where its parts can not be told apart', () => {
    const brief = parseBrief('- Nothing of the kind.\n');
    const passage: Passage = { text: 'Output rose', from: 'quote', span: { start: 2, end: 9 } };
    assert.deepEqual(placeOfPassage(brief, passage, 0, 6)?.span, { start: 2, end: 9 });
  });

  it('goes through the pieces of a local copy, to the lines of its file', () => {
    const file = '<p>Fish &amp;\nchips</p>';
    const uri = 'file:///a.html';
    const passage: Passage = {
      text: 'Fish & chips',
      from: 'text',
      span: { start: 3, end: 19 },
      uri,
      pieces: [
        { at: 0, span: { start: 3, end: 8 } },
        { at: 5, span: { start: 8, end: 13 } },
        { at: 6, span: { start: 13, end: 19 } },
      ],
    };
    const texts = [{ path: 'a.html', uri, passages: [passage], lines: indexLines(file) }];
    const brief = parseBrief('- Output rose [1].\n', { texts });
    const at = (words: string) => {
      const start = passage.text.indexOf(words);
      const spot = placeOfPassage(brief, passage, start, start + words.length);
      return spot && [file.slice(spot.span.start, spot.span.end), spot.range.start.line, spot.uri];
    };
    assert.deepEqual(at('&'), ['&amp;', 0, uri]);
    assert.deepEqual(at('chips'), ['chips', 1, uri]);
    assert.deepEqual(at('sh & ch'), ['sh &amp;\nch', 0, uri]);
  });

  it('is unknown in a file that is not there', () => {
    const passage: Passage = { text: 'a', from: 'text', span: { start: 0, end: 1 }, uri: 'file:///gone.txt' };
    assert.equal(placeOfPassage(parseBrief('- Output rose.\n'), passage), null);
  });
});

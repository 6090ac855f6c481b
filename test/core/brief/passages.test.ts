import assert from 'node:assert/strict';
import { type Passage, parseBrief, parseChanged } from '../../../src/core';

const TEXT =
  '---\nsources:\n  - id: 1\n    title: Survey\n    quote: Output rose.\n    text: a.txt\n---\n\n- Output rose [1][2].\n\n## Sources\n\n[2] Review, https://example.org\n';
const copied: Passage = { text: 'Output of ore rose.', from: 'text', path: 'a.txt' };
const texts = [{ path: 'a.txt', passages: [copied] }];

describe('The passages of a source', () => {
  it('are its title, its quotes and what its local copy says', () => {
    const [first] = parseBrief(TEXT, { texts }).sources;
    assert.deepEqual(
      first?.passages.map(({ from, text }) => [from, text]),
      [
        ['title', 'Survey'],
        ['quote', 'Output rose.'],
        ['text', 'Output of ore rose.'],
      ],
    );
    assert.equal(first?.passages[2], copied);
  });

  it('are the same objects in the next version, where nothing in them changed', () => {
    const previous = parseBrief(TEXT, { texts });
    const next = parseChanged(previous, `${TEXT}\nMore.\n`, { texts });
    assert.equal(next.sources[0]?.passages, previous.sources[0]?.passages);
    assert.equal(next.sources[1]?.passages, previous.sources[1]?.passages);
  });

  it('are others where the local copy is another', () => {
    const previous = parseBrief(TEXT, { texts });
    const changed = { ...copied, text: 'Output of ore fell.' };
    const next = parseChanged(previous, TEXT, { texts: [{ path: 'a.txt', passages: [changed] }] });
    assert.equal(next.sources[0]?.passages[0], previous.sources[0]?.passages[0]);
    assert.equal(next.sources[0]?.passages[2], changed);
  });

  it('have the place of a title that has moved', () => {
    const previous = parseBrief(TEXT, { texts });
    const next = parseChanged(previous, TEXT.replace('- Output', '- The output'), { texts });
    const [title] = next.sources[1]?.passages ?? [];
    assert.match(next.text.slice(title?.span?.start, title?.span?.end), /^Review/);
  });

  it('name the bibliography that a title stands in', () => {
    const at = { start: 0, end: 1 };
    const declaration = {
      id: 'a',
      idSpan: at,
      span: at,
      declaredIn: 'bibliography' as const,
      authors: [],
      quotes: [],
      uri: 'file:///refs.bib',
      title: { value: 'T', span: at },
    };
    const bibliography = [{ path: 'refs.bib', declarations: [declaration], errors: [] }];
    assert.equal(parseBrief('- Ore [@a].\n', { bibliography }).sources[0]?.passages[0]?.uri, 'file:///refs.bib');
  });
});

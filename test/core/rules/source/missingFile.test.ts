import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../../src/core/rules';

const text = '---\ntitle: T\nbibliography: [refs.bib, more.bib]\n---\n\n- Output rose by 12% [@unknown].\n';
const file = { declarations: [], errors: [] };

describe('source/missing-file', () => {
  it('reports a file that could not be read, and leaves its keys alone', () => {
    const bibliography = [
      { ...file, path: 'refs.bib', unreadable: 'There is no such file.' },
      { ...file, path: 'more.bib' },
    ];
    const [problem, ...others] = checkBrief(parseBrief(text, { bibliography }));
    assert.deepEqual([problem?.rule, others.length], ['source/missing-file', 0]);
    assert.equal(problem?.message, '"refs.bib" was not read. There is no such file.');
    assert.equal(text.slice(problem?.span.start, problem?.span.end), 'refs.bib');
  });

  it('is silent where the files were read, and then unknown keys are reported', () => {
    const bibliography = [
      { ...file, path: 'refs.bib' },
      { ...file, path: 'more.bib' },
    ];
    const found = checkBrief(parseBrief(text, { bibliography })).map(({ rule }) => rule);
    assert.deepEqual(found, ['citation/unknown-source']);
  });

  it('is silent where no file was looked for', () => assert.deepEqual(checkBrief(parseBrief(text)), []));

  const copies =
    '---\ntitle: T\nsources:\n  - {id: 1, title: A, url: https://a.example, text: a.txt}\n  - {id: 2, title: B, url: https://b.example, text: b.txt}\n---\n\n- Ore [1][2].\n';

  it('reports the local copy of a source that could not be read', () => {
    const texts = [
      { path: 'a.txt', passages: [] },
      { path: 'b.txt', passages: [], unreadable: 'It is not text.' },
    ];
    const found = checkBrief(parseBrief(copies, { texts })).filter(({ rule }) => rule === 'source/missing-file');
    assert.deepEqual(
      found.map(({ message, span }) => [message, copies.slice(span.start, span.end)]),
      [['"b.txt" was not read. It is not text.', 'b.txt']],
    );
  });

  it('is silent where no local copy was looked for', () => {
    assert.ok(!checkBrief(parseBrief(copies)).some(({ rule }) => rule === 'source/missing-file'));
  });
});

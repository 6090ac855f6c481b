import assert from 'node:assert/strict';
import { checkBrief } from '../../../../src/core/checks';
import { parseBrief } from '../../../../src/core/model/parseBrief';
import { readBibliography } from '../../../../src/formats/bibliography';

const text = '---\ntitle: T\nbibliography: refs.bib\n---\n\n- Output rose by 12% [@good].\n';
const problems = (bibtex: string) =>
  checkBrief(parseBrief(text, { bibliography: [readBibliography(bibtex, 'refs.bib', 'file:///refs.bib')] }));

describe('bibliography/invalid', () => {
  it('reports an entry that can not be read at the path, with its place in the file', () => {
    const [problem, ...others] = problems('@misc{good, title={Good}}\n@misc{bad, title={Never closed\n');
    assert.deepEqual([problem?.rule, others.length], ['bibliography/invalid', 0]);
    assert.equal(text.slice(problem?.span.start, problem?.span.end), 'refs.bib');
    assert.equal(problem?.related[0]?.uri, 'file:///refs.bib');
  });

  it('is silent about a file that can be read', () => assert.deepEqual(problems('@misc{good, title={Good}}'), []));
});

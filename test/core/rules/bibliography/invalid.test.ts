import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../../src/core/rules';

const text = '---\ntitle: T\nbibliography: refs.bib\n---\n\n- Output rose by 12% [@good].\n';
const place = { start: 0, end: 4 };
const good = { id: 'good', idSpan: place, span: place, declaredIn: 'bibliography', authors: [], quotes: [] } as const;
const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
const problems = (...errors: readonly { message: string; range: typeof range; isNote?: true }[]) =>
  checkBrief(
    parseBrief(text, { bibliography: [{ path: 'refs.bib', uri: 'file:///refs.bib', declarations: [good], errors }] }),
  );

describe('bibliography/invalid', () => {
  it('reports an entry that can not be read at the path, with its place in the file', () => {
    const [problem, ...others] = problems({ message: 'A brace is not closed.', range });
    assert.deepEqual([problem?.rule, others.length], ['bibliography/invalid', 0]);
    assert.equal(text.slice(problem?.span.start, problem?.span.end), 'refs.bib');
    assert.deepEqual(problem?.related[0]?.elsewhere, { uri: 'file:///refs.bib', range });
  });

  it('passes a note on as information', () => {
    const [problem] = problems({ message: 'One entry stands twice.', range, isNote: true });
    assert.deepEqual([problem?.severity, problem?.message], ['information', '"refs.bib": One entry stands twice.']);
  });

  it('is silent about a file that can be read', () => assert.deepEqual(problems(), []));

  it('reports a style that can not be used at its path', () => {
    const named = text.replace('bibliography: refs.bib', 'style: ours.csl');
    const styles = [
      { path: 'ours.csl', uri: 'file:///ours.csl', errors: [{ message: 'It has no bibliography.', range }] },
    ];
    const found = checkBrief(parseBrief(named, { styles })).filter(({ rule }) => rule === 'bibliography/invalid');
    assert.deepEqual(
      found.map(({ message, span }) => [message, named.slice(span.start, span.end)]),
      [['"ours.csl" has an error: It has no bibliography.', 'ours.csl']],
    );
  });
});

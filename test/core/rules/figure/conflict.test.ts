import assert from 'node:assert/strict';
import { summarize } from '../../../../src/core/brief/config/workspace';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../../src/core/rules';

interface Figure {
  readonly id?: string;
  readonly value: string;
  readonly asOf?: string;
  readonly url?: string;
}

function brief({ id = 'share', value, asOf = '2023', url = 'https://example.org/mcs' }: Figure): string {
  const date = asOf === '' ? '' : `    as-of: ${asOf}\n`;
  return `---\ntitle: T\nsources:\n  - id: usgs\n    title: S\n    url: ${url}\nfigures:\n  - id: ${id}\n    value: ${value}\n${date}    cites: [usgs]\n---\n`;
}

/** What is reported in the first brief when these others are in the workspace. */
function conflicts(first: Figure, ...others: readonly Figure[]) {
  const facts = others.flatMap((other, i) => summarize(parseBrief(brief(other)), `file:///${i}.brief`).figures);
  const elsewhere = (id: string) => facts.filter((fact) => fact.id === id);
  return checkBrief(parseBrief(brief(first)), { elsewhere }).filter(({ rule }) => rule === 'figure/conflict');
}

describe('figure/conflict', () => {
  it('reports a value that another brief gives differently, and names its place', () => {
    const [problem] = conflicts({ value: '90%' }, { value: '85%' });
    assert.equal(
      problem?.message,
      'Another brief gives "85%" for "share" as of "2023", and cites the same source. Correct the wrong one.',
    );
    assert.equal(brief({ value: '90%' }).slice(problem?.span.start, problem?.span.end), '90%');
    assert.deepEqual(problem?.related[0]?.elsewhere, {
      uri: 'file:///0.brief',
      range: { start: { line: 7, character: 8 }, end: { line: 7, character: 13 } },
    });
  });

  it('counts the others', () => {
    const [problem] = conflicts({ value: '90%' }, { value: '85%' }, { value: '84%' }, { value: '90%' });
    assert.match(problem?.message ?? '', /^Another brief gives "85%" for .*, and 1 more disagrees\./);
  });

  it('takes the same value in another form, and a rounded one, for the same', () => {
    for (const [one, other] of [
      ['90%', '90 %'],
      ['90%', '89.7%'],
      ['89.7%', '90%'],
      ['$500 million', '5亿美元'],
      ['n/a', 'N/A'],
    ] as const)
      assert.deepEqual(conflicts({ value: one }, { value: other }), [], `${one} and ${other}`);
  });

  it('compares words, too', () => {
    assert.equal(conflicts({ value: 'high' }, { value: 'low' }).length, 1);
  });

  it('says nothing of other ids, other dates, no dates and other sources', () => {
    assert.deepEqual(conflicts({ value: '90%' }, { value: '85%', id: 'other' }), []);
    assert.deepEqual(conflicts({ value: '90%' }, { value: '85%', asOf: '2024' }), []);
    assert.deepEqual(conflicts({ value: '90%', asOf: '' }, { value: '85%', asOf: '' }), []);
    assert.deepEqual(conflicts({ value: '90%' }, { value: '85%', url: 'https://example.org/iea' }), []);
  });

  it('takes one address in two forms for one source', () => {
    const url = 'http://www.example.org/mcs/?utm_source=x';
    assert.equal(conflicts({ value: '90%' }, { value: '85%', url }).length, 1);
  });
});

import assert from 'node:assert/strict';
import { applyEdits, checkBrief, parseBrief, parseChanged } from '../../../src/core';
import { renumberEdits, renumbering } from '../../../src/core/editor/sources/renumber';

const PARTS = `# Metals

## Tin

Output of tin rose by 12 percent in 2023 [1]. Prices fell by 4 percent [2].

### Sources

1. Tin yearbook. https://a.example/tin
2. Prices of tin. https://b.example/tin

## Lead

Output of lead rose by 5 percent in 2023 [1, 2].

### Sources

1. Lead yearbook. https://a.example/lead
2. Prices of lead. https://b.example/lead
`;

const cited = (text: string) => parseBrief(text).citations.map(({ items }) => items.map(({ id }) => id).join(' '));
const titles = (text: string) => parseBrief(text).sources.map(({ id, title }) => `${id} ${title?.value}`);

describe('Lists of sources that count from 1 again', () => {
  it('serve the text before them each', () => {
    assert.deepEqual(cited(PARTS), ['1', '2', '1b 2b']);
    assert.deepEqual(titles(PARTS), ['1 Tin yearbook', '2 Prices of tin', '1b Lead yearbook', '2b Prices of lead']);
  });

  it('serve it, too, where they begin with the same work', () => {
    const text = PARTS.replace('Lead yearbook. https://a.example/lead', 'Tin yearbook. https://a.example/tin');
    assert.deepEqual(cited(text), ['1', '2', '1b 2b']);
  });

  it('may be addresses alone', () => {
    const part = (name: string) =>
      `## ${name}\n\nIt rose by 4% [1], and fell [2].\n\nCitations:\n[1] https://${name}.example/r\n[2] https://${name}.example/i\n\n`;
    assert.deepEqual(cited(`# T\n\n${part('tin')}${part('lead')}`), ['1', '2', '1b', '2b']);
  });

  it('may be a line of numbers that are links', () => {
    const links = 'Citations: [1](https://a.example/tin) [2](https://b.example/tin)';
    const text = `# T\n\nTin rose [1] and fell [2].\n\n${links}\n\n## Lead\n\nLead rose [1][2].\n\n[1] https://a.example/lead\n[2] https://b.example/lead\n`;
    const brief = parseBrief(text);
    const urls = new Map(brief.sources.map(({ id, url }) => [id, url?.value]));
    assert.deepEqual(
      brief.citations.flatMap(({ items }) => items.map(({ id }) => urls.get(id))),
      ['https://a.example/tin', 'https://b.example/tin', 'https://a.example/lead', 'https://b.example/lead'],
    );
  });

  it('are no problem', () => {
    const problems = checkBrief(parseBrief(PARTS)).filter(({ severity }) => severity === 'error');
    assert.deepEqual(problems, []);
  });

  it('are cited from elsewhere by their number and a letter', () => {
    assert.deepEqual(cited(PARTS.replace('percent [2]', 'percent [2b]')), ['1', '2b', '1b 2b']);
  });

  it('are one list where they say the same', () => {
    const same = PARTS.replace('Lead yearbook. https://a.example/lead', 'Tin yearbook. https://a.example/tin').replace(
      'Prices of lead. https://b.example/lead',
      'Prices of tin. https://b.example/tin',
    );
    assert.deepEqual(cited(same), ['1', '2', '1 2']);
    assert.deepEqual(titles(same), ['1 Tin yearbook', '2 Prices of tin']);
  });

  it('are the first one and further works where no text stands between them, and never one source of two works', () => {
    const text =
      '# Tin\n\nIt rose [1, 2].\n\n## Sources\n\n1. Tin. https://a.example/1\n2. Ore. https://a.example/2\n\n---\n\n1. Lead, doi:10.1234/5\n2. Zinc. https://a.example/4\n';
    const brief = parseBrief(text);
    assert.deepEqual(
      checkBrief(brief).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : [])),
      [],
    );
    assert.deepEqual(
      brief.sources.map(({ id, title, doi }) => [id, title?.value, doi]),
      [
        ['1', 'Tin', undefined],
        ['2', 'Ore', undefined],
      ],
    );
    assert.deepEqual(
      brief.works.map(({ title }) => title?.value),
      ['Lead', 'Zinc'],
    );
  });

  it('stay as they are where sources are numbered anew', () => {
    const brief = parseBrief(
      PARTS.replace('2023 [1]. Prices fell by 4 percent [2]', '2023 [2]. Prices fell by 4 percent [1]'),
    );
    const text = applyEdits(brief.text, renumberEdits(brief, renumbering(brief)));
    assert.equal(text.slice(text.indexOf('## Lead')), PARTS.slice(PARTS.indexOf('## Lead')));
    assert.deepEqual(cited(text), ['1', '2', '1b 2b']);
  });

  it('are read anew as text is written between them, and before them', () => {
    let brief = parseBrief(PARTS);
    for (const [before, after] of [
      ['Output of lead', 'The output of lead'],
      [' [1, 2]', ''],
      ['in 2023.', 'in 2023 [2].'],
      ['# Metals', '# Metals of 2023\n\nThey rose [1].'],
      ['\n### Sources\n\n1. Tin yearbook', '\n### Sources\n\n1. The tin yearbook'],
    ] as const) {
      const text = brief.text.replace(before, after);
      brief = parseChanged(brief, text);
      const anew = parseBrief(text);
      assert.deepEqual(brief.citations, anew.citations);
      assert.deepEqual(brief.sources, anew.sources);
    }
  });

  it('are told apart by the numbers that the text cites: a shorter list of further reading is not meant', () => {
    const text =
      'Tin rose [1]. Ore fell [2, 4]. Zinc stayed [5].\n\n## Further reading\n\n1. [Tin for all](https://a.example/t)\n2. [Ores](https://a.example/o)\n\n## Sources\n\n1. Tin yearbook. https://b.example/1\n2. Ore yearbook. https://b.example/2\n3. Lead yearbook. https://b.example/3\n4. Zinc yearbook. https://b.example/4\n5. Price list. https://b.example/5\n';
    const brief = parseBrief(text);
    assert.deepEqual(
      brief.sources.map(({ id, url }) => `${id} ${url?.value}`),
      [1, 2, 3, 4, 5].map((number) => `${number} https://b.example/${number}`),
    );
    assert.deepEqual(
      brief.works.map(({ url }) => url?.value),
      ['https://a.example/t', 'https://a.example/o'],
    );
  });

  it('serve the text behind the last of them by the nearest one that has its numbers', () => {
    const text = `${PARTS}\n## Outlook\n\nLead will fall [1, 2].\n`;
    assert.deepEqual(cited(text).at(-1), '1b 2b');
  });
});

import assert from 'node:assert/strict';
import { parseBrief, summarize, worksAcross } from '../../../src/core';

function across(...briefs: readonly string[]) {
  const summaries = briefs.map((text, i) => summarize(parseBrief(text), `file:///${i}.brief`));
  return worksAcross(summaries).map(({ title, briefs: citing }) => [
    title,
    citing.map(({ uri, times }) => [uri, times]),
  ]);
}

const brief = (sources: string, body: string) => `---\nsources:\n${sources}---\n\n${body}\n`;

describe('the sources of a workspace', () => {
  it('are one where their addresses are, whatever their ids, with the briefs that cite them', () => {
    const one = brief('  - { id: 1, title: Atlas, url: "https://a.example/atlas" }\n', '- A [1]. B [1].');
    const two = brief('  - { id: atlas, title: The atlas, url: "http://www.a.example/atlas/" }\n', '- C [@atlas].');
    assert.deepEqual(across(one, two), [
      [
        'Atlas',
        [
          ['file:///0.brief', 2],
          ['file:///1.brief', 1],
        ],
      ],
    ]);
  });

  it('are one where only their titles are there', () => {
    const text = brief('  - { id: 1, title: Atlas  of ore }\n', '- A [1].');
    assert.equal(across(text, text.replace('Atlas  of', 'atlas of')).length, 1);
  });

  it('come with those first that most briefs cite', () => {
    const both = brief('  - { id: 1, title: Zinc }\n  - { id: 2, title: Atlas }\n', '- A [1]. B [2].');
    const one = brief('  - { id: 1, title: Zinc }\n', '- A [1].');
    assert.deepEqual(
      across(both, one).map(([title]) => title),
      ['Zinc', 'Atlas'],
    );
  });

  it('leave out what nothing cites', () => {
    assert.deepEqual(across(brief('  - { id: 1, title: Zinc }\n', '- A.')), []);
  });
});

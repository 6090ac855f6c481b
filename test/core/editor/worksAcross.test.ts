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

  it('are several where one title is that of several pages, such as a title that is only the name of a site', () => {
    const page = (id: number, path: string) =>
      `  - { id: ${id}, title: site.example, url: "https://site.example/${path}" }\n`;
    const one = brief(`${page(1, 'a')}${page(2, 'b')}`, '- A [1]. B [2].');
    const two = brief(`${page(1, 'b')}${page(2, 'c')}`, '- C [1]. D [2]. E [2].');
    assert.deepEqual(across(one, two), [
      [
        'site.example',
        [
          ['file:///0.brief', 1],
          ['file:///1.brief', 1],
        ],
      ],
      ['site.example', [['file:///0.brief', 1]]],
      ['site.example', [['file:///1.brief', 2]]],
    ]);
  });

  it('have their addresses if their names are alike, and no others', () => {
    const page = (id: number, title: string, path: string) =>
      `  - { id: ${id}, title: ${title}, url: "https://www.site.example/${path}" }\n`;
    const one = brief(
      `${page(1, 'Site', 'a')}${page(2, 'Site', 'b')}${page(3, 'Atlas', 'c')}`,
      '- A [1]. B [2]. C [3].',
    );
    assert.deepEqual(
      worksAcross([summarize(parseBrief(one), 'file:///0.brief')]).map(({ title, address }) => [title, address]),
      [
        ['Atlas', ''],
        ['Site', 'site.example/a'],
        ['Site', 'site.example/b'],
      ],
    );
  });

  it('are one where a page, a DOI and a mere title have one title', () => {
    const url = brief('  - { id: 1, title: Atlas, url: "https://a.example/atlas" }\n', '- A [1].');
    const doi = brief('  - { id: 1, title: Atlas, doi: 10.1234/atlas }\n', '- A [1].');
    const title = brief('  - { id: 1, title: Atlas }\n', '- A [1].');
    for (const all of [
      [url, doi, title],
      [title, doi, url],
    ])
      assert.equal(across(...all).length, 1);
  });

  it('name a brief once, with all of its citations, where it has a source twice', () => {
    const text = brief(
      '  - { id: 1, title: Atlas, url: "https://a.example/atlas" }\n  - { id: 2, title: Atlas, url: "https://a.example/atlas#maps" }\n',
      '- A [2]. B [1]. C [2].',
    );
    const [work] = worksAcross([summarize(parseBrief(text), 'file:///0.brief')]);
    assert.deepEqual(
      work?.briefs.map(({ times, range }) => [times, range.start]),
      [[3, { line: 6, character: 4 }]],
    );
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

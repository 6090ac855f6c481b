import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core';
import { complete, KEYED, NUMBERED } from './complete';

const numbered = (marked: string, asked = true) => complete(marked, NUMBERED, { asked });
const keyed = (marked: string, asked = true) => complete(marked, KEYED, { asked });

describe('Completion after [', () => {
  it('offers every source and the marks, the likeliest source first', () => {
    const { labels } = numbered('- The agreement over magnets is worth $500 million [|]');
    assert.deepEqual(labels, ['[3]', '[1]', '[12]', '[own]', '[?]']);
  });

  it('finds a source by the names of its authors without their accents, too', () => {
    const head = '---\nsources:\n  - id: 1\n    title: Prices\n    authors: [Ana Gonçalves]\n---\n\n';
    const [item] = complete('- It rose [|]', head).items;
    assert.equal(item?.filterText, '1 Prices Ana Gonçalves ana goncalves');
  });

  it('shows title, publisher and year, and finds a source by any of them', () => {
    const [item] = numbered('- Prices of rare earths fell [|]').items;
    assert.equal(item?.detail, 'Prices of rare earths');
    assert.equal(item?.description, '2024 · Sample Notes');
    assert.equal(item?.filterText, '1 Prices of rare earths 2024 Sample Notes');
    assert.equal(item?.source, '1');
  });

  it('closes the bracket where nothing does', () => {
    assert.equal(numbered('- It is so [|').take('[3]'), '- It is so [3]|');
    assert.equal(numbered('- It is so [| and so on.').take('[3]'), '- It is so [3]| and so on.');
    assert.equal(numbered('- It is so [1|').take('[12]'), '- It is so [12]|');
    assert.equal(numbered('- It is so [| and [1].').take('[3]'), '- It is so [3]| and [1].');
  });

  it('takes the closing bracket in that is there', () => {
    assert.equal(numbered('- It is so [|].').take('[3]'), '- It is so [3]|.');
    assert.equal(numbered('- It is so [1|].').take('[12]'), '- It is so [12]|.');
    assert.equal(numbered('- It is so [|1].').take('[12]', 'replace'), '- It is so [12]|.');
  });

  it('puts keys in with their @', () => {
    assert.equal(keyed('- It is so [|].').take('[@usgs-2024]'), '- It is so [@usgs-2024]|.');
    assert.equal(keyed('- It is so [|').take('[@郭2025]'), '- It is so [@郭2025]|');
    assert.equal(keyed('- It is so [usg|].').take('[@usgs-2024]'), '- It is so [@usgs-2024]|.');
    assert.equal(keyed('- It is so [|].').take('[@doe:critical.minerals]'), '- It is so [@doe:critical.minerals]|.');
    assert.equal(keyed('- It is so [|].').take('[@{odd/}]'), '- It is so [@{odd/}]|.');
  });

  it('offers ids of which one is the start of the other', () => {
    const { labels, take } = keyed('- It is so [@usgs|].');
    assert.ok(labels.includes('[@usgs]') && labels.includes('[@usgs-2024]'), labels.join());
    assert.equal(take('[@usgs]'), '- It is so [@usgs]|.');
    assert.equal(take('[@usgs-2024]'), '- It is so [@usgs-2024]|.');
    assert.equal(keyed('- It is so [@us|gs].').take('[@usgs-2024]', 'replace'), '- It is so [@usgs-2024]|.');
  });

  it('works right behind CJK text', () => {
    assert.equal(numbered('- 2024年镍价下跌34%[|').take('[12]'), '- 2024年镍价下跌34%[12]|');
    assert.equal(numbered('- 镍价下跌[|]。').labels[0], '[12]');
    assert.equal(numbered('- 镍价下跌[1|]。').take('[12]'), '- 镍价下跌[12]|。');
  });

  it('goes on with a list, without what it names already', () => {
    const list = numbered('- It is so [1, |].');
    assert.deepEqual(list.labels.toSorted(), ['[12]', '[3]']);
    assert.equal(list.take('[3]'), '- It is so [1, 3]|.');
    assert.equal(numbered('- It is so [1,|].').take('[3]'), '- It is so [1, 3]|.');
    assert.equal(numbered('- 是这样[1，|]。').take('[3]'), '- 是这样[1，3]|。');
    assert.equal(numbered('- It is so [|, 12].').take('[3]'), '- It is so [3|, 12].');
    assert.deepEqual(numbered('- It is so [1, |, 12].').labels, ['[3]']);
    assert.equal(numbered('- It is so [1-|').take('[3]'), '- It is so [1-3]|');
  });

  it('goes on with a list of keys', () => {
    const list = keyed('- It is so [@usgs; @|].');
    assert.ok(!list.labels.includes('[@usgs]'));
    assert.equal(list.take('[@usgs-2024]'), '- It is so [@usgs; @usgs-2024]|.');
    assert.equal(keyed('- It is so [@usgs;|].').take('[@usgs-2024]'), '- It is so [@usgs; @usgs-2024]|.');
    assert.equal(keyed('- It is so [@usgs, p. 3; |').take('[@usgs-2024]'), '- It is so [@usgs, p. 3; @usgs-2024]|');
    assert.equal(keyed('- It is so [see @|, p. 3].').take('[@usgs]'), '- It is so [see @usgs|, p. 3].');
    assert.deepEqual(keyed('- It is so [@usgs, p|].').labels, []);
  });

  it('offers the second of two brackets, and puts what the first cites last', () => {
    const { labels, take } = numbered('- The agreement over magnets is worth $500 million [3][|].');
    assert.deepEqual(labels, ['[1]', '[12]', '[3]', '[own]', '[?]']);
    assert.equal(take('[1]'), '- The agreement over magnets is worth $500 million [3][1]|.');
  });

  it('puts the number in place of a lone @ in a brief of numbers', () => {
    assert.equal(numbered('- It is so [@|].').take('[3]'), '- It is so [3]|.');
  });

  it('keeps a full-width bracket in a brief of these, and else writes a plain one', () => {
    assert.equal(numbered('- 是这样【1】，也是【3】，【|】。').take('[12]'), '- 是这样【1】，也是【3】，【12】|。');
    assert.equal(numbered('- 是这样[1]，也是[3]，【|】。').take('[12]'), '- 是这样[1]，也是[3]，[12]|。');
    assert.equal(keyed('- 是这样【|】。').take('[@郭2025]'), '- 是这样[@郭2025]|。');
    assert.equal(keyed('- 是这样【|').take('[@郭2025]'), '- 是这样[@郭2025]|');
  });

  it('offers footnotes after [^', () => {
    const note = '\n\n[^a]: Survey, https://example.org/a\n';
    assert.equal(complete(`- It is so [^|].${note}`).take('[^a]'), `- It is so [^a]|.${note}`);
  });

  it('offers a new source last, in an editor that can add one, and leaves its bracket empty', () => {
    const added = (marked: string) => complete(marked, NUMBERED, { addsSources: true });
    assert.deepEqual(added('- It is so [|]').labels.slice(-3), ['[own]', '[?]', 'New source…']);
    assert.equal(added('- It is so [new|].').take('New source…'), '- It is so [|].');
    for (const marked of [
      '- It is so [1|]',
      '- It is so [1, |]',
      '- It is so [@|]',
      '- It is so 【|】',
      '- It is [| and]',
    ])
      assert.ok(!added(marked).labels.includes('New source…'), marked);
  });

  it('puts in the marks', () => {
    assert.equal(numbered('- It is so [|].').take('[own]'), '- It is so [own]|.');
    assert.equal(numbered('- It is so [|').take('[?]'), '- It is so [?]|');
  });

  it('works in a heading, a table and a block quotation', () => {
    assert.ok(numbered('## Magnets [|]').labels.includes('[3]'));
    assert.ok(numbered('¦ a ¦ b ¦\n¦ --- ¦ --- ¦\n¦ It is so [|] ¦ c ¦').labels.includes('[3]'));
    assert.ok(numbered('> It is so [|]').labels.includes('[3]'));
  });

  it('works with CRLF', () => {
    const text = '- First.\r\n- It is so [|].\r\n- Last.\r\n';
    assert.equal(numbered(text).take('[3]'), text.replace('[|].', '[3]|.'));
  });
});

describe('Completion after @', () => {
  it('offers keys in running text', () => {
    assert.equal(keyed('- As @| says, it is so.').take('@usgs-2024'), '- As @usgs-2024| says, it is so.');
    assert.equal(keyed('- As @us|').take('@usgs'), '- As @usgs|');
    assert.equal(keyed('- 据@|').take('@郭2025'), '- 据@郭2025|');
    assert.equal(keyed('- As @|').take('@{odd/}'), '- As @{odd/}|');
    assert.equal(keyed('- As @{|} says').take('@{odd/}'), '- As @{odd/}| says');
  });

  it('puts braces around a key that would go on', () => {
    assert.equal(keyed('- 据@|说').take('@usgs'), '- 据@{usgs}|说');
  });

  it('offers figures too', () => {
    assert.equal(keyed('- As @| shows').take('@fig:out'), '- As @fig:out| shows');
  });

  it('writes a bracket where the sources have numbers', () => {
    assert.equal(numbered('- It is so @|').take('[3]'), '- It is so [3]|');
  });
});

describe('Completion of citations offers nothing', () => {
  for (const [where, marked] of [
    ['in inline code', '- It is `so [|]` here'],
    ['in code that is being typed', '- It is `so [|'],
    ['in a code block', '```\nso [|]\n```'],
    ['in indented code', 'Text.\n\n    so [|]'],
    ['in math', '- It is $x[|]$ here'],
    ['in display math', '$$\nx[|]\n$$'],
    ['behind a backslash', '- It is so \\[|'],
    ['in a comment', '- It is so <!-- see [|] -->'],
    ['in a comment that is being typed', '- It is so <!-- see [|'],
    ['in an address', '- See https://example.org/@|'],
    ['in the target of a link', '- See [a](https://example.org/@|)'],
    ['in the text of a link', '- See [|](https://example.org/)'],
    ['in an image', '- See ![|]'],
    ['in an e-mail address', '- Write to ada@|'],
    ['in a package name', '- Use npm/@|'],
    ['behind a closed bracket', '- It is so [1]|'],
    ['in prose', '- It is| so'],
    ['in the number of an entry in a list of sources', '## Sources\n\n[|] Survey'],
    ['in a tag', '- It is <a href="[|">so</a>'],
  ] as const) {
    it(where, () => {
      assert.deepEqual(numbered(marked).labels, []);
      assert.deepEqual(keyed(marked).labels, []);
    });
  }

  it('in a task, until it is asked for', () => {
    assert.deepEqual(numbered('- [|]', false).labels, []);
    assert.deepEqual(numbered('1. [|', false).labels, []);
    assert.ok(numbered('- [|]').labels.includes('[3]'));
    assert.ok(numbered('- It is so [|]', false).labels.includes('[3]'));
  });
});

describe('Completion in a brief with very many sources', () => {
  const bibliography = [
    {
      path: 'all.bib',
      errors: [],
      declarations: Array.from({ length: 1000 }, (_, i) => ({
        id: `key${i}`,
        idSpan: { start: 0, end: 0 },
        span: { start: 0, end: 0 },
        declaredIn: 'bibliography' as const,
        authors: [],
        quotes: [],
        title: { value: `Title number ${i}`, span: { start: 0, end: 0 } },
      })),
    },
  ];

  it('shows some, and others once more is typed', () => {
    const some = complete('- It is so [@|]', '', {}, { bibliography });
    assert.equal(some.incomplete, true);
    assert.equal(some.items.length, 200);
    const found = complete('- It is so [@key777|]', '', {}, { bibliography });
    assert.deepEqual(found.labels, ['[@key777]']);
    assert.equal(complete('- It is so [key9|]', '', {}, { bibliography }).labels.includes('[@key9]'), true);
  });

  it('offers what a bibliography declares, by its title', () => {
    const { items } = complete('- It is so [number 99|]', '', {}, { bibliography });
    assert.ok(items.some(({ label, detail }) => label === '[@key99]' && detail === 'Title number 99'));
  });

  it('leaves the brief as it is', () => {
    assert.doesNotThrow(() => parseBrief('', { bibliography }));
  });
});

import assert from 'node:assert/strict';
import { parseBrief, wantedFiles } from '../../../../src/core';
import { knownKey, namesOf } from '../../../../src/core/document/frontMatter/keys';
import { keyDocs } from '../../../../src/core/editor/completion/keyDocs';
import { withCursor } from '../../../fixture';
import { complete } from './complete';

const at = complete;
const yaml = (marked: string) => complete(`---\n${marked}\n---\n\nText.\n`);
const firstLines = (text: string) => text.replace(/\n---\n\nText\.\n$/, '').replace(/^---\n/, '');
const take = (marked: string, label: string, how?: 'insert' | 'replace') => firstLines(yaml(marked).take(label, how));
const keys = (marked: string) => yaml(marked).labels;

describe('Completion of keys in the front matter', () => {
  it('offers nothing in other strings, where an editor asks at each letter', () => {
    for (const marked of [
      '---\ntitle: Some wor|\n---\n',
      '---\nsummary: >-\n  Some wor|\n---\n',
      '---\nsummary: Some\n  ti|\n---\n',
      '- A [link ti|](https://a.example) [1].\n\n## Sources\n\n- [1] Ore\n',
      '- A [link](https://a.example "ti|") [1].\n\n## Sources\n\n- [1] Ore\n',
    ])
      assert.deepEqual(complete(marked).labels, [], marked);
  });

  it('offers those at the top that are not there yet', () => {
    const labels = keys('title: A\n|\nauthor: B');
    assert.ok(labels.includes('published') && labels.includes('sources'), labels.join());
    assert.ok(!labels.includes('title'));
    assert.ok(!labels.includes('authors'), 'author is another name for it');
    assert.ok(!labels.includes('id'));
  });

  it('documents each', () => {
    for (const { label, documentation } of yaml('title: A\n|').items) assert.ok(documentation, label);
  });

  it('puts the colon and a space behind', () => {
    assert.equal(take('title: A\npub|', 'publisher'), 'title: A\npublisher: |');
    assert.equal(take('title: A\nso|', 'sources'), 'title: A\nsources:\n  - id: |');
  });

  it('leaves the colon that is there', () => {
    assert.equal(take('ti|: A', 'title'), 'title|: A');
    assert.equal(take('t|itel: A', 'title', 'replace'), 'title|: A');
  });

  it('offers those of a source in it', () => {
    const source = 'sources:\n  - id: 1\n    title: A\n    |';
    const labels = keys(source);
    assert.ok(labels.includes('publisher') && labels.includes('quote'), labels.join());
    assert.ok(!labels.includes('id') && !labels.includes('title') && !labels.includes('sources'));
    assert.equal(take(source, 'url'), 'sources:\n  - id: 1\n    title: A\n    url: |');
    assert.ok(keys('sources:\n- id: 1\n  |').includes('publisher'), 'a list that is not indented');
    assert.ok(keys('sources:\n  - id: 1\n    pub|\n    title: A\n  - id: 2').includes('publisher'));
    assert.ok(keys('sources:\n  - |').includes('id'));
    assert.ok(keys('references:\n  - id: 1\n    |').includes('publisher'));
  });

  it('tells the keys of a source from those of the next', () => {
    assert.ok(!keys('sources:\n  - id: 1\n    |\n    publisher: B\n  - id: 2\n    title: C').includes('publisher'));
    assert.ok(keys('sources:\n  - id: 1\n    publisher: B\n  - id: 2\n    |').includes('publisher'));
  });

  it('offers those of a figure, and none that makes no sense beside those that are there', () => {
    const labels = keys('figures:\n  - id: a\n    value: 5\n    |');
    assert.ok(labels.includes('cites') && labels.includes('as-of'), labels.join());
    for (const other of ['data', 'image', 'chart', 'x']) assert.ok(!labels.includes(other), other);
    assert.ok(!keys('figures:\n  - id: a\n    own: true\n    |').includes('cites'));
    assert.ok(!keys('figures:\n  - id: a\n    data: a.csv\n    |').includes('unit'));
    assert.ok(keys('figures:\n  - id: a\n    data: a.csv\n    |').includes('chart'));
    assert.equal(take('figures:\n  - id: a\n    o|', 'own'), 'figures:\n  - id: a\n    own: true|');
  });

  it('offers those of a quotation', () => {
    assert.deepEqual(keys('sources:\n  - id: 1\n    quote:\n      - text: A\n        |'), ['page', 'url']);
    assert.deepEqual(keys('sources:\n  - id: 1\n    quote:\n      - {text: A, |}'), ['page', 'url']);
  });

  it('offers them in flow style', () => {
    const labels = keys('sources:\n  - {id: 1, |, title: A}');
    assert.ok(labels.includes('publisher') && !labels.includes('title') && !labels.includes('id'), labels.join());
    assert.equal(take('sources:\n  - {id: 1, pub|}', 'publisher'), 'sources:\n  - {id: 1, publisher: |}');
    assert.ok(keys('sources: [{id: 1, |}]').includes('publisher'));
    assert.ok(keys('sources:\n  - {id: 1,\n     |').includes('publisher'));
    assert.ok(keys('sources:\n  - {title: "a, {b", |').includes('publisher'));
  });

  it('offers none in flow style for a word that starts on a line above', () => {
    assert.deepEqual(keys('sources:\n  - {id: 1, pub\n     |'), []);
  });

  it('starts an entry below a list', () => {
    assert.equal(
      take('sources:\n  - id: 1\n    title: A\n  |', '- id: 2'),
      'sources:\n  - id: 1\n    title: A\n  - id: 2|',
    );
  });

  it('offers the keys of the entry above where an editor puts the cursor behind its -', () => {
    const source = 'sources:\n  - id: 1\n  |\n    title: A';
    assert.ok(!keys(source).includes('id') && !keys(source).includes('title'));
    assert.equal(take(source, 'publisher'), 'sources:\n  - id: 1\n    publisher: |\n    title: A');
    assert.ok(keys('figures:\n- id: a\n|').includes('value') === false, 'there, top-level keys are');
  });

  it('offers columns in a row of data', () => {
    const data = 'figures:\n  - id: a\n    data:\n      - {year: 2023, price: 5}\n      - {year: 2024, |}';
    assert.deepEqual(keys(data), ['price']);
  });

  it('works in a front matter that is being typed', () => {
    assert.ok(at('---\n|').labels.includes('title'));
    assert.ok(at('---\nti|').labels.includes('title'));
    assert.ok(at('---\nti|\n---\n').labels.includes('title'));
    assert.ok(at('---\ntitle: A\nsou|').labels.includes('sources'));
    assert.ok(at('---\ntitle: A\nsources:\n  - id: 1\n    pu|').labels.includes('publisher'));
    assert.ok(at('---\r\ntitle: A\r\npub|\r\n---\r\n').labels.includes('publisher'));
  });

  it('offers nothing in a text, and behind the front matter', () => {
    for (const marked of [
      'title: A pub|',
      'summary: >\n  A text\n  pub|',
      'summary: >-\n  A text\n    pub|',
      'summary: A text that\n  goes on|',
      'title: "A\n  pub|"',
      'authors: [pub|]',
      'title: A # pub|',
      'unknown:\n  |',
      'unknown:\n  - id|',
    ])
      assert.deepEqual(keys(marked), [], marked);
    assert.deepEqual(at('---\ntitle: A\n---\npub|').labels, []);
    assert.deepEqual(at('---\ntitle: A\n---|').labels, []);
    assert.deepEqual(at('Text\n---\nti|').labels, []);
  });

  it('does not come up while a line is indented', () => {
    const typed = (marked: string) => at(`---\n${marked}\n---\n`, '', { asked: false }).labels;
    assert.deepEqual(typed('title: A\n|'), []);
    assert.deepEqual(typed('sources:\n  - id: 1\n    |'), []);
    assert.ok(typed('sources:\n  - |').includes('id'));
    assert.ok(typed('language: |').includes('zh'));
    assert.ok(typed('sources:\n  - {id: 1, |}').includes('title'));
  });

  it('knows a document for every key, and no other', () => {
    for (const owner of ['front matter', 'source', 'figure', 'quote'] as const) {
      const known = new Set([...namesOf(owner)].map((name) => knownKey(owner, name)));
      assert.deepEqual(new Set(keyDocs(owner).keys()), known, owner);
    }
  });
});

describe('Completion of values in the front matter', () => {
  it('offers today', () => {
    assert.equal(take('published: |', '2025-08-06'), 'published: 2025-08-06|');
    assert.equal(take('published:|', '2025-08-06'), 'published: 2025-08-06|');
    assert.equal(take('published: 20|24', '2025-08-06', 'replace'), 'published: 2025-08-06|');
    assert.ok(keys('sources:\n  - id: 1\n    accessed: |').includes('2025-08-06'));
    assert.ok(keys('sources:\n  - {id: 1, accessed: |}').includes('2025-08-06'));
    assert.ok(keys('figures:\n  - id: 1\n    as-of: |').includes('2025'));
  });

  it('offers languages, types, kinds of charts, and true', () => {
    assert.ok(keys('language: |').includes('zh'));
    assert.ok(keys('lang: |').includes('zh'));
    assert.ok(keys('sources:\n  - id: 1\n    type: |').includes('report'));
    assert.ok(keys('figures:\n  - id: 1\n    chart: b|').includes('bar'));
    assert.deepEqual(keys('figures:\n  - id: 1\n    own: |'), ['true']);
  });

  it('offers what part of its source a local copy is, or why there is none', () => {
    assert.deepEqual(keys('sources:\n  - id: 1\n    copy: |'), ['abstract', 'excerpt', 'paywall', 'scripts']);
    assert.ok(keys('sources:\n  - id: 1\n    |').includes('copy'));
  });

  it('says of the types which article is meant, as the one that says no more is a preprint', () => {
    const { items } = yaml('sources:\n  - id: 1\n    type: article|');
    assert.deepEqual(
      items.filter(({ label }) => label.startsWith('article')).map(({ label, detail }) => `${label}: ${detail}`),
      [
        'article-journal: in a scientific journal',
        'article-magazine: in a magazine',
        'article-newspaper: in a newspaper',
        'article: a preprint',
      ],
    );
  });

  it('offers the styles of lists of sources, beside the files of styles that there are', () => {
    assert.deepEqual(yaml('style: gb|').labels.slice(0, 3), ['compact', 'ama', 'apa']);
    assert.equal(take('style: ap|', 'apa', 'replace'), 'style: apa|');
    const text = '---\nstyle: |\n---\n';
    const { text: plain, cursor } = withCursor(text);
    assert.deepEqual(wantedFiles(parseBrief(plain), cursor), { kind: 'paths', folder: '', extensions: ['.csl'] });
  });

  it('offers the ids of sources, the likeliest first, each once', () => {
    const head = 'sources:\n  - {id: 1, title: Magnets}\n  - {id: 2, title: Nickel}\n  - {id: "#a", title: C}\n';
    const figure = `${head}figures:\n  - id: a\n    title: Output of nickel\n    value: 5\n    `;
    assert.deepEqual(keys(`${figure}cites: [|]`).slice(0, 2), ['2', '1']);
    assert.deepEqual(keys(`${figure}cites: [2, |]`).slice(0, 1), ['1']);
    assert.equal(take(`${figure}cites: [2, |]`, '1'), `${figure}cites: [2, 1|]`);
    assert.equal(take(`${figure}cites: [|`, '1'), `${figure}cites: [1|`);
    assert.equal(take(`${figure}cites: |`, '1'), `${figure}cites: 1|`);
    assert.equal(take(`${figure}cites:\n      - |`, '1'), `${figure}cites:\n      - 1|`);
    assert.equal(take(`${figure}cites: [|]`, '#a'), `${figure}cites: ["#a"|]`);
    assert.equal(yaml(`${figure}cites: [|]`).items[0]?.detail, 'Nickel');
  });

  it('offers the columns of inline rows', () => {
    const figure = 'figures:\n  - id: a\n    chart: bar\n    data:\n      - {year: 2023, "a: b": 5}\n    ';
    assert.deepEqual(keys(`${figure}x: |`), ['year', 'a: b']);
    assert.equal(take(`${figure}x: |`, 'a: b'), `${figure}x: "a: b"|`);
  });

  it('offers the codes and settings of rules', () => {
    assert.equal(take('rules:\n  cit|', 'citation/order'), 'rules:\n  citation/order: |');
    assert.deepEqual(keys('rules:\n  citation/order: |'), ['off', 'error', 'warning', 'information', 'hint']);
    assert.ok(!keys('rules:\n  citation/order: off\n  |').includes('citation/order'));
    assert.equal(take('rules: {cit|}', 'citation/order'), 'rules: {citation/order: |}');
  });

  it('offers the next id of a source', () => {
    assert.deepEqual(keys('sources:\n  - id: 7\n  - id: |'), ['8']);
  });

  it('keeps the quotation marks that are there', () => {
    assert.equal(take('language: "|"', 'zh'), 'language: "zh|"');
    assert.equal(take("language: '|", 'zh'), "language: 'zh|");
    assert.equal(take('language: "e|n"', 'zh', 'replace'), 'language: "zh|"');
    const figure = 'sources: [{id: "#a"}]\nfigures:\n  - id: a\n    cites: ';
    assert.equal(take(`${figure}["|"]`, '#a'), `${figure}["#a|"]`);
    assert.equal(
      complete('---\nbibliography: "refs/|"\n---\n', '', { files: ['a.bib'] }).take('refs/a.bib'),
      '---\nbibliography: "refs/a.bib|"\n---\n',
    );
  });

  it('offers nothing for a text', () => {
    for (const marked of ['title: |', 'tags: [|]', 'sources:\n  - id: 1\n    url: |', 'unknown: |'])
      assert.deepEqual(keys(marked), [], marked);
  });
});

describe('Completion in a figure block', () => {
  const block = (marked: string) => complete(`- It is so.\n\n\`\`\`figure\n${marked}\n\`\`\`\n`).labels;

  it('offers keys and values as in the front matter', () => {
    const labels = block('id: a\n|');
    assert.ok(labels.includes('title') && !labels.includes('id') && !labels.includes('sources'), labels.join());
    assert.ok(block('id: a\nchart: |').includes('bar'));
    assert.ok(complete('```figure\nid: a\nti|').labels.includes('title'), 'a block that is not closed');
  });

  it('offers nothing on its fences', () => {
    assert.deepEqual(complete('```figure|\nid: a\n```\n').labels, []);
    assert.deepEqual(complete('```figure\nid: a\n```|\n').labels, []);
  });
});

describe('Completion of paths and columns of files', () => {
  const wanted = (marked: string) => {
    const { text, cursor } = withCursor(`---\n${marked}\n---\n`);
    return wantedFiles(parseBrief(text), cursor);
  };

  it('wants the folder that is typed, and the extensions that the key takes', () => {
    const extensions = ['.bib', '.ris', '.json', '.yaml', '.yml'];
    assert.deepEqual(wanted('bibliography: |'), { kind: 'paths', folder: '', extensions });
    assert.deepEqual(wanted('bibliography: [refs/a|]'), { kind: 'paths', folder: 'refs/', extensions });
    assert.deepEqual(wanted('bibliography:\n  - refs/more/|'), { kind: 'paths', folder: 'refs/more/', extensions });
    assert.equal(wanted('sources:\n  - id: 1\n    text: |')?.kind, 'paths');
    assert.equal(wanted('figures:\n  - id: 1\n    image: |')?.kind, 'paths');
    assert.equal(wanted('title: |'), null);
    assert.equal(wanted('sources:\n  - id: 1\n    quote:\n      - text: |'), null);
  });

  it('offers what is there', () => {
    const files = ['more/', 'a b.bib', '# c.bib'];
    const { items, take } = complete('---\nbibliography: refs/|\n---\n', '', { files });
    assert.deepEqual(
      items.map(({ label, kind, goesOn }) => [label, kind, goesOn === true]),
      [
        ['refs/more/', 'folder', true],
        ['refs/a b.bib', 'file', false],
        ['refs/# c.bib', 'file', false],
      ],
    );
    assert.equal(take('refs/a b.bib'), '---\nbibliography: refs/a b.bib|\n---\n');
  });

  it('wants the columns of the file that the figure names', () => {
    const figure = 'figures:\n  - id: a\n    data: data/a.csv\n    chart: bar\n    x: |';
    assert.deepEqual(wanted(figure), { kind: 'columns', path: 'data/a.csv' });
    assert.deepEqual(complete(`---\n${figure}\n---\n`, '', { columns: ['year'] }).labels, ['year']);
  });
});

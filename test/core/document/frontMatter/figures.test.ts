import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../../src/core/document/frontMatter';
import { fixture } from '../../../fixture';

function read(text: string) {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter);
  return frontMatter;
}

/** The one figure that these lines of keys declare. */
function figure(...lines: string[]) {
  const { figures, errors } = read(`---\nfigures:\n  - id: f\n${lines.map((line) => `    ${line}\n`).join('')}---\n`);
  assert.deepEqual(errors, []);
  assert.ok(figures[0]);
  return figures[0];
}

describe('a figure in the front matter', () => {
  it('has all of its fields', () => {
    const { id, title, caption, alt, asOf, cites, own, declaredIn, section } = figure(
      'title: T',
      'caption: C',
      'alt: A',
      'as-of: 2024',
      'cites: [1, "@usgs"]',
      'value: 3',
    );
    assert.deepEqual(
      [id, title, caption, alt, asOf, ...cites].map((field) => field?.value),
      ['f', 'T', 'C', 'A', '2024', '1', 'usgs'],
    );
    assert.deepEqual([own, declaredIn, section], [false, 'front-matter', null]);
  });

  it('cites one source without a list', () => {
    assert.deepEqual(
      figure('cites: usgs', 'value: 1').cites.map(({ value }) => value),
      ['usgs'],
    );
  });

  it('may be marked as own', () => assert.equal(figure('own: true', 'value: 1').own, true));

  it('shows a value with its unit', () => {
    const { content } = figure('value: 5亿', 'unit: 美元');
    assert.ok(content?.kind === 'value');
    assert.deepEqual([content.value.value, content.unit?.value], ['5亿', '美元']);
  });

  it('shows an image', () => {
    const { content } = figure('image: a.png');
    assert.ok(content?.kind === 'image');
    assert.equal(content.path.value, 'a.png');
  });

  it('shows rows, whose cells are numbers, texts or nothing', () => {
    const { content } = figure(
      'chart: bar',
      'x: year',
      'y: share',
      'data:',
      '  - {year: 2020, share: 1.5e1, code: 007, note: "8"}',
      '  - {year: 2021, share: ~, code: , note: -2}',
      '  - year: 2,022',
      '    __proto__: 1',
    );
    assert.ok(content?.kind === 'data' && 'rows' in content.data);
    assert.deepEqual([content.chart, content.x?.value, content.y?.value], ['bar', 'year', 'share']);
    assert.deepEqual(
      content.data.rows.map((row) => Object.entries(row)),
      [
        [
          ['year', 2020],
          ['share', 15],
          ['code', '007'],
          ['note', '8'],
        ],
        [
          ['year', 2021],
          ['share', null],
          ['code', null],
          ['note', -2],
        ],
        [
          ['year', '2,022'],
          ['__proto__', 1],
        ],
      ],
    );
  });

  it('shows a table of a file where no chart is named', () => {
    const { content } = figure('data: data/shares.csv');
    assert.ok(content?.kind === 'data' && 'path' in content.data);
    assert.deepEqual([content.chart, content.data.path.value], ['table', 'data/shares.csv']);
  });

  it('shows a Vega-Lite specification as plain values without prototypes', () => {
    const { content } = figure(
      'vega-lite:',
      '  mark: {type: bar, tooltip: true, width: 2.5, title: "2.5", none: null}',
      '  __proto__: {polluted: 1}',
      '  list: [a, 1, false]',
    );
    assert.ok(content?.kind === 'vega-lite');
    assert.equal(
      JSON.stringify(content.spec),
      '{"mark":{"type":"bar","tooltip":true,"width":2.5,"title":"2.5","none":null},"__proto__":{"polluted":1},"list":["a",1,false]}',
    );
    assert.equal(Object.getPrototypeOf(content.spec), null);
  });

  const wrong: readonly (readonly [name: string, entry: string])[] = [
    ['shows nothing', '  - id: f\n        ^ This figure shows nothing: add one of value, data, vega-lite and image.'],
    [
      'shows two things',
      '  - id: f\n    value: 1\n    image: a.png\n    ^^^^^ A figure shows one thing, here "value". Remove "image" or "value".',
    ],
    [
      'has a chart that is none',
      '  - id: f\n    data: a.csv\n    chart: bars\n           ^^^^ "chart" must be one of bar, line, area, point, pie, table.',
    ],
    ['has own: yes', '  - id: f\n    own: yes\n         ^^^ "own" must be true or false.\n    value: 1'],
    [
      'cites a list in a list',
      '  - id: f\n    cites: [1, [2]]\n               ^^^ "cites" must be a number or a key such as usgs-2024.\n    value: 1',
    ],
    [
      'has data that is a map',
      '  - id: f\n    data: {a: 1, b: 2}\n          ^^^^^^^^^^^^ "data" must be a list of rows, or the path of a file.',
    ],
    [
      'has a row that is a list',
      '  - id: f\n    data: [[1, 2]]\n           ^^^^^^ "data" must have rows such as {year: 2024, share: 90}.',
    ],
    [
      'has a cell that is a list',
      '  - id: f\n    data: [{a: [1]}]\n               ^^^ "a" must have a number or text in each cell of "data".',
    ],
    [
      'has a specification that is a text',
      '  - id: f\n    vega-lite: a.json\n               ^^^^^^ "vega-lite" must be a Vega-Lite specification.',
    ],
    ['has no id', '  - value: 1\n  ^^^^^^^^^^ This figure has no "id": add a line such as id: usgs-2024.'],
  ];
  for (const [name, entry] of wrong) {
    it(`that ${name} is an error, and costs itself only`, () => {
      const { text, expected } = fixture(`---\nfigures:\n${entry}\n  - id: last\n    value: 1\n---\n`);
      const { errors, figures } = read(text);
      assert.deepEqual(
        errors.map(({ span, message }) => ({ ...span, label: message })),
        expected,
      );
      assert.equal(figures.at(-1)?.id?.value, 'last');
      assert.equal(figures.at(-1)?.content?.kind, 'value');
    });
  }

  it('that is broken keeps its id', () => {
    const { figures } = read('---\nfigures:\n  - id: f\n    title: a: b\n    value: 1\n---\n');
    assert.deepEqual([figures[0]?.id?.value, figures[0]?.content], ['f', null]);
  });
});

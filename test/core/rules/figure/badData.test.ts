import assert from 'node:assert/strict';
import { type DataFile, parseBrief } from '../../../../src/core';
import { checkBrief } from '../../../../src/core/rules';

const figure = (lines: string) =>
  `---\ntitle: T\nfigures:\n  - id: a\n    own: true\n    ${lines.replaceAll('\n', '\n    ')}\n---\n\nA @fig:a.\n`;

function found(text: string, data?: readonly DataFile[]) {
  return checkBrief(parseBrief(text, data ? { data } : {}))
    .filter(({ rule }) => rule === 'figure/bad-data')
    .map(({ message, span, fixes }) => ({ message, at: text.slice(span.start, span.end), fixes: fixes?.() ?? [] }));
}

const said = (text: string, data?: readonly DataFile[]) => found(text, data).map(({ message, at }) => [message, at]);

const file = (rows: DataFile['rows'], columns: readonly string[]): DataFile => ({ path: 'a.csv', rows, columns });

describe('figure/bad-data', () => {
  it('reports a column that is not there, at its name, and names those that are', () => {
    assert.deepEqual(said(figure('chart: bar\nx: step\ny: sum\ndata: [{step: Ore, share: 9}]')), [
      ['There is no column "sum". The columns are step, share.', 'sum'],
    ]);
  });

  it('offers the column that is spelled most like it', () => {
    const text = figure('chart: bar\nx: step\ny: shar\ndata: [{step: Ore, share: 9}]');
    const [problem] = found(text);
    assert.match(problem?.message ?? '', /Did you mean "share"\?$/);
    assert.deepEqual(problem?.fixes[0]?.edits, [
      { span: { start: text.indexOf('shar\n'), end: text.indexOf('shar\n') + 4 }, newText: 'share' },
    ]);
  });

  it('reports a column without numbers where a chart needs them, and none for a table', () => {
    const lines = 'x: step\ny: word\ndata: [{step: Ore, word: yes}]';
    assert.deepEqual(said(figure(`chart: line\n${lines}`)), [
      ['The column "word" has no numbers to draw. Name another with y:, or show a table.', 'word'],
    ]);
    assert.deepEqual(said(figure(`chart: table\n${lines}`)), []);
  });

  it('reports more rows than a chart is drawn of, and none for a table', () => {
    const rows = Array.from({ length: 5001 }, (_, n) => ({ year: n, share: n }));
    const data = [file(rows, ['year', 'share'])];
    assert.deepEqual(said(figure('chart: line\ndata: a.csv'), data), [
      ['A chart has at most 5000 rows, and there are 5001. Combine rows, or show a table.', 'a.csv'],
    ]);
    assert.deepEqual(said(figure('chart: table\ndata: a.csv'), data), []);
  });

  it('reports rows that are none', () => {
    assert.match(found(figure('chart: bar\ndata: []'))[0]?.message ?? '', /have no rows/);
  });

  it('reports a file that could not be read, at its path', () => {
    const unread = { ...file([], []), unreadable: 'There is no such file.' };
    assert.deepEqual(said(figure('chart: bar\ndata: a.csv'), [unread]), [
      ['"a.csv" was not read. There is no such file.', 'a.csv'],
    ]);
  });

  it('reports a file without rows', () => {
    assert.deepEqual(said(figure('chart: bar\ndata: a.csv'), [file([], ['a', 'b'])]), [
      ['"a.csv" has no rows. Add some, or remove the figure.', 'a.csv'],
    ]);
  });

  it('reports a file that a Vega-Lite specification wants and that could not be read', () => {
    const text = figure('vega-lite: {data: {url: "a.csv"}, mark: bar}');
    const unread = { ...file([], []), unreadable: "It points outside the brief's folder." };
    assert.deepEqual(
      said(text, [unread]).map(([message]) => message),
      ['"a.csv" was not read. It points outside the brief\'s folder.'],
    );
  });

  it('is silent where no file was looked for, and where rows have what is named', () => {
    assert.deepEqual(said(figure('chart: bar\ndata: a.csv')), []);
    assert.deepEqual(said(figure('chart: bar\nx: a\ny: b\ndata: a.csv'), [file([{ a: 'x', b: 1 }], ['a', 'b'])]), []);
    assert.deepEqual(said(figure('chart: bar\ndata: [{a: x, b: 1%}]')), []);
  });

  it('writes controls in the names of columns so that they change nothing', () => {
    const text = figure('chart: bar\nx: step\ny: sum\ndata: [{"st\\u202eep": Ore, share: 9}]');
    assert.match(found(text)[0]?.message ?? '', /st\\u\{202e\}ep/);
  });
});

import assert from 'node:assert/strict';
import { readRows } from '../../src/formats/rows';

const rowsOf = (text: string, path = 'a.csv') => {
  const read = readRows(text, path);
  assert.ok('rows' in read, 'refused' in read ? read.refused : '');
  return { columns: read.columns, rows: read.rows.map((row) => ({ ...row })) };
};
const refusalOf = (text: string, path = 'a.csv') => {
  const read = readRows(text, path);
  return 'refused' in read ? read.refused : null;
};

describe('The rows of a file', () => {
  it('are those of a .csv, with numbers where a column holds nothing else', () => {
    assert.deepEqual(rowsOf('year,code,share\n2023,007,1.5\r\n2024,x,\n\n'), {
      columns: ['year', 'code', 'share'],
      rows: [
        { year: 2023, code: '007', share: 1.5 },
        { year: 2024, code: 'x', share: null },
      ],
    });
  });

  it('may have separators, line breaks and quotation marks in quotation marks (RFC 4180)', () => {
    assert.deepEqual(rowsOf('a,b\n"x, ""y""\nz","1,234"').rows, [{ a: 'x, "y"\nz', b: 1234 }]);
  });

  it('are those of a .tsv, and of a .json', () => {
    assert.deepEqual(rowsOf('a\tb\nx,y\t2', 'a.tsv').rows, [{ a: 'x,y', b: 2 }]);
    assert.deepEqual(rowsOf('[{"a": "x", "b": 2}, {"b": true, "c": [1]}]', 'a.JSON'), {
      columns: ['a', 'b', 'c'],
      rows: [
        { a: 'x', b: 2 },
        { b: 'true', c: null },
      ],
    });
  });

  it('hold no more cells than are written', () => {
    const header = Array.from({ length: 200 }, (_, n) => `c${n}`).join(',');
    const { rows } = rowsOf(`${header}\n${'1\n'.repeat(3)}2,,3`);
    assert.deepEqual(rows, [{ c0: 1 }, { c0: 1 }, { c0: 1 }, { c0: 2, c1: null, c2: 3 }]);
  });

  it('have no prototype, and take any name for one of a column', () => {
    const read = readRows('__proto__,constructor\n1,2', 'a.csv');
    assert.ok('rows' in read);
    assert.deepEqual(Object.entries(read.rows[0] ?? {}), [
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });

  it('are refused, with what to do, where they are none', () => {
    assert.equal(refusalOf(''), 'It is empty.');
    assert.match(refusalOf('a,a\n1,2') ?? '', /"a" twice/);
    assert.match(refusalOf('a\n1,2') ?? '', /Row 2 has 2 fields, and the header 1/);
    assert.match(refusalOf('a\n"x') ?? '', /never closed/);
    assert.match(refusalOf('{"a": 1}', 'a.json') ?? '', /list of rows/);
    assert.match(refusalOf('[1]', 'a.json') ?? '', /Row 1/);
    assert.match(refusalOf('[', 'a.json') ?? '', /not valid JSON/);
    assert.match(refusalOf(`a\n${'1\n'.repeat(20_001)}`) ?? '', /more than 20000 rows/);
    assert.match(refusalOf(','.repeat(500)) ?? '', /more than 200 columns/);
    assert.match(refusalOf(`a,b\n${'x'.repeat(10_001)},1`) ?? '', /A field in row 2 is longer than 10000 characters\./);
    const wide = Array.from({ length: 201 }, (_, n) => `"c${n}": 1`).join();
    assert.match(refusalOf(`[{${wide}}]`, 'a.json') ?? '', /more than 200 columns/);
    assert.match(refusalOf(`[${'{"a": 1},'.repeat(20_000)}{"a": 1}]`, 'a.json') ?? '', /more than 20000 rows/);
  });
});

import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { pdfReader } from '../../src/files/apart/pdfApart';
import { linesAt, pdfFile, pdfOf, streamOf } from '../pdf/pdfFile';

const SCRIPT = resolve('dist/pdf.js');
const ORE = pdfFile([linesAt(['It rose by 5% in 2024.'])]);

describe('The process that reads PDFs', () => {
  it('reads one after the other, and Chinese by its own tables', async () => {
    const read = pdfReader(SCRIPT);
    const chinese = pdfFile([linesAt(['产量为24万吨。'])], { font: 'predefined' });
    const [first, second] = await Promise.all([read(ORE), read(chinese)]);
    assert.deepEqual(first, { text: 'It rose by 5% in 2024.\n', pages: 1, source: {} });
    assert.equal('text' in second && second.text, '产量为24万吨。\n');
  });

  it('is ended when a PDF takes too long, and reads the next one', async () => {
    const read = pdfReader(SCRIPT, { time: 3000 });
    const page = linesAt(Array.from({ length: 100 }, () => 'Ore '.repeat(20)));
    const many = pdfFile(Array.from({ length: 1500 }, () => page));
    const [hostile, next] = await Promise.all([read(many), read(ORE)]);
    assert.match('error' in hostile ? hostile.error : '', /^it took longer than 3 seconds to read; save the pages/);
    assert.ok('text' in next);
  });

  it('is ended when a stream unfolds to more than it may have, and reads the next one', async () => {
    const read = pdfReader(SCRIPT, { memory: 192 });
    const unfolds = deflateSync(deflateSync(Buffer.alloc(400 * 1024 * 1024, ' '), { level: 1 }));
    const stream = Buffer.concat([
      Buffer.from(`<< /Filter [/FlateDecode /FlateDecode] /Length ${unfolds.length} >>\nstream\n`),
      unfolds,
      Buffer.from('\nendstream'),
    ]);
    const [hostile, next] = await Promise.all([read(pdfOf([stream])), read(ORE)]);
    assert.match('error' in hostile ? hostile.error : JSON.stringify(hostile), /^it needs too much memory/);
    assert.ok('text' in next);
  });

  it('runs no program of a PDF, and looks at nothing that it names', async () => {
    const read = pdfReader(SCRIPT);
    const page =
      '/AA << /O << /S /JavaScript /JS (app.alert(1)) >> >> /Annots [<< /Type /Annot /Subtype /Link /A << /S /URI /URI (http://127.0.0.1:9/) >> >>]';
    const elsewhere = Buffer.from('<< /F << /FS /URL /F (http://127.0.0.1:9/a) >> /Length 0 >>\nstream\n\nendstream');
    const text = streamOf(Buffer.from('BT /F1 10 Tf 72 700 Td (It rose.) Tj ET'));
    const hostile = await read(pdfOf([text, elsewhere], { page }));
    assert.equal('text' in hostile && hostile.text, 'It rose.\n\f');
  });

  it('says so where it can not be started', async () => {
    const read = await pdfReader(resolve('dist/none.js'))(ORE);
    assert.deepEqual(read, { error: 'the program that reads PDFs could not be started; try again' });
  });
});

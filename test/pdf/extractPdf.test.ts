import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { cMapsIn } from '../../src/pdf/cMaps';
import { extractPdf } from '../../src/pdf/extractPdf';
import { runs } from '../runs';
import { linesAt, type PdfOptions, type Placed, pdfFile, pdfOf, streamOf } from './pdfFile';

const readCMap = cMapsIn(readFileSync('dist/parts/cmaps'));

async function extracted(pages: readonly (readonly Placed[])[], options: PdfOptions = {}) {
  const read = await extractPdf(pdfFile(pages, options), readCMap);
  assert.ok('text' in read, JSON.stringify(read));
  return read;
}
const textOf = async (...pages: readonly (readonly Placed[])[]) => (await extracted(pages)).text;

describe('The text of a PDF', () => {
  it('has a paragraph on a line, whatever lines it is set in', async () => {
    assert.equal(
      await textOf(
        linesAt([
          'The mine in the south is the largest of its kind and produced',
          'nine tenths of the output in 2023, or 240,000 tonnes.',
          'Most of it was sold abroad.',
        ]),
      ),
      'The mine in the south is the largest of its kind and produced nine tenths of the output in 2023, or 240,000 tonnes. Most of it was sold abroad.\n',
    );
  });

  it('begins a paragraph below a gap, with an indent, with an item and in another size', async () => {
    const line = 'A line of the usual width of this column of text';
    assert.equal(
      await textOf([
        ...linesAt(['A heading'], { size: 16, top: 760 }),
        ...linesAt([line, `${line}.`], { top: 720 }),
        ...linesAt([line, `${line}.`], { top: 680 }),
        ...linesAt([`${line} to`], { top: 656, x: 90 }),
        ...linesAt([`${line} its end.`], { top: 644 }),
        ...linesAt(['• One', '• Two'], { top: 632 }),
      ]),
      `A heading\n\n${line} ${line}.\n\n${line} ${line}.\n\n${line} to ${line} its end.\n\n• One\n\n• Two\n`,
    );
  });

  it('has lines of double space in one paragraph, and lines that stand alone each in one', async () => {
    const lines = ['A line of the usual width of this', 'and another one.'];
    assert.equal(await textOf(linesAt(lines, { leading: 23 })), `${lines.join(' ')}\n`);
    assert.equal(await textOf(linesAt(lines, { leading: 30 })), `${lines.join('\n\n')}\n`);
  });

  it('has words whole that a hyphen parts, and leaves hyphens that are their own', async () => {
    assert.equal(
      await textOf(
        linesAt([
          'In the south the pro-',
          'duction of a long-term plan for the Asia-',
          'Pacific and of a long-',
          'term contract was 5 % in 2020-',
          '2021, as co\u00AD',
          'operation ended.',
        ]),
      ),
      'In the south the production of a long-term plan for the Asia-Pacific and of a long-term contract was 5 % in 2020-2021, as cooperation ended.\n',
    );
  });

  it('keeps raised numbers apart from the numbers before them', async () => {
    assert.equal(
      await textOf([
        { text: 'It rose to 90', x: 72, y: 700 },
        { text: '12', x: 125, y: 704, size: 6 },
        { text: ' in 2023.', x: 132, y: 700 },
      ]),
      'It rose to 90¹² in 2023.\n',
    );
  });

  it('reads two columns one after the other, below what stands across both', async () => {
    const column = (name: string) =>
      Array.from({ length: 8 }, (_, i) => `Column ${name} says in its line ${i + 1} some words more,`);
    const text = await textOf([
      ...linesAt(['A title that stands across both of the columns of this page, as titles do'], { size: 14, top: 780 }),
      ...linesAt(column('one'), { x: 60, top: 740 }),
      ...linesAt(column('two'), { x: 310, top: 740 }),
    ]);
    assert.equal(
      text,
      `A title that stands across both of the columns of this page, as titles do\n\n${[...column('one'), ...column('two')].join(' ')}\n`,
    );
  });

  it('has the rows of a table with tabs between their cells', async () => {
    const row = (cells: readonly string[], y: number) => cells.map((text, i) => ({ text, x: 72 + i * 120, y }));
    assert.equal(
      await textOf([
        ...linesAt(['Output by country, in tonnes, as the ministries of these countries say:'], { top: 740 }),
        ...row(['Country', '2022', '2023'], 716),
        ...row(['China', '210,000', '240,000'], 704),
        ...row(['Other countries', '90,000', '110,000'], 692),
      ]),
      'Output by country, in tonnes, as the ministries of these countries say:\n\nCountry\t2022\t2023\nChina\t210,000\t240,000\nOther countries\t90,000\t110,000\n',
    );
  });

  it('has numbers of a row apart that the parser joins, and rows that stand wide in one table', async () => {
    assert.equal(
      await textOf([
        ...linesAt(['Revenue', 'Profit'], { leading: 28 }),
        ...linesAt(['1,234 1,102 12%', '1 310 45'], { x: 300, leading: 28 }),
      ]),
      'Revenue\t1,234\t1,102\t12%\nProfit\t1 310 45\n',
    );
  });

  it('takes single words at the same distance for a line that is spread, and in a table for cells', async () => {
    const spread = ['Supply', 'of', 'rare', 'earths'].map((text, i) => ({
      text,
      x: [72, 140, 188, 246][i] ?? 0,
      y: 708,
    }));
    const line = 'A line of the width of the text, as such';
    assert.equal(
      await textOf([...linesAt([line]), ...spread, ...linesAt([`${line} is`, 'its end.'], { top: 696 })]),
      `${line} Supply of rare earths ${line} is its end.\n`,
    );
    const column = (texts: readonly string[], x: number) => linesAt(texts, { x });
    assert.equal(
      await textOf([...column(['China', 'Peru'], 72), ...column(['open', 'shut'], 300)]),
      'China\topen\nPeru\tshut\n',
    );
  });

  it('begins a paragraph for each item of a list without marks, and none for a mark at the end of a line', async () => {
    const full = 'This line has the width of the column, and so it is a full one';
    const text = await textOf([
      ...linesAt([`${full} of them`, 'all.'], { top: 760 }),
      ...linesAt(['One is short.', `Two ${full}`, 'and goes on.', 'Three is short.', 'Four is the last'], {
        x: 90,
        top: 720,
      }),
      ...linesAt(['[7].'], { x: 90, top: 660, size: 7 }),
    ]);
    assert.equal(
      text,
      `${full} of them all.\n\nOne is short.\n\nTwo ${full} and goes on.\n\nThree is short.\n\nFour is the last [7].\n`,
    );
  });

  it('parts pages by form feeds, within the line of a paragraph that goes on', async () => {
    const full = 'This line has the width of the column, and so it is a full one';
    assert.equal(
      await textOf(
        linesAt([full, 'The mines of the south, which are the largest, belong to the']),
        linesAt(['United States, and their out-', 'put rose.', 'Next.'].slice(0, 2)),
        [],
        linesAt(['The end.']),
      ),
      `${full} The mines of the south, which are the largest, belong to the \fUnited States, and their output rose.\n\f\fThe end.\n`,
    );
  });

  it('has a word whole that the end of a page parts', async () => {
    assert.equal(
      await textOf(linesAt(['It was the largest of all the mines and its pro-']), linesAt(['duction was 5 tonnes.'])),
      'It was the largest of all the mines and its production \fwas 5 tonnes.\n',
    );
  });

  it('puts the notes of a page before the paragraph that goes on after it', async () => {
    const full = 'This line has the width of the column, and so it is a full one';
    assert.equal(
      await textOf(
        [...linesAt([full, `${full},`]), ...linesAt(['1 A note in small letters.'], { top: 80, size: 7 })],
        linesAt([`and goes on ${full}.`, full, `${full}.`]),
      ),
      `1 A note in small letters.\n\n${full} ${full}, \fand goes on ${full}. ${full} ${full}.\n`,
    );
  });

  it('leaves out what stands at the edge of many pages, but for its number, and nothing else', async () => {
    const page = (number: number) => [
      ...linesAt([`Yearbook of Ore 2024, page ${number}`], { top: 810 }),
      ...linesAt([`What page ${number} says about ${['gold', 'iron', 'tin', 'lead'][number - 1]}.`]),
      ...linesAt([String(number)], { top: 30, x: 290 }),
    ];
    const said = (number: number) => `What page ${number} says about ${['gold', 'iron', 'tin', 'lead'][number - 1]}.`;
    assert.equal(await textOf(page(1), page(2), page(3), page(4)), `${[1, 2, 3, 4].map(said).join('\n\f')}\n`);
    assert.match(await textOf(page(1), page(2)), /Yearbook of Ore 2024, page 1/);
  });

  it('reads Chinese by the tables that a document only names, and by those that it has', async () => {
    const lines = linesAt(['稀土产量为24万吨，占全球总', '产量的69%，主要用于永磁', '材料。'], { leading: 14 });
    for (const font of ['predefined', 'mapped'] as const) {
      const { text } = await extracted([lines], { font });
      assert.equal(text, '稀土产量为24万吨，占全球总产量的69%，主要用于永磁材料。\n', font);
    }
  });

  it('has paragraphs of Chinese that begin with an indent, over pages too, whose lines are spread', async () => {
    const line = '稀土是十七种金属元素的总称，其中';
    const spread = [...'重稀土主要产自南方的矿床，产量为'].map((text, i) => ({ text, x: 72 + i * 11.5, y: 672 }));
    const { text } = await extracted(
      [
        [
          ...linesAt([`第一段${line.slice(3, 13)}`], { x: 92 }),
          ...linesAt([`${line}。`], { top: 704 }),
          ...linesAt([`第二段${line.slice(3, 13)}`], { x: 92, top: 688 }),
          ...spread,
        ],
        linesAt(['二十四万吨，占全球的六成九。'], { top: 760 }),
      ],
      { font: 'mapped' },
    );
    assert.equal(
      text,
      `第一段${line.slice(3, 13)}${line}。\n\n第二段${line.slice(3, 13)}重稀土主要产自南方的矿床，产量为 \f二十四万吨，占全球的六成九。\n`,
    );
  });

  it('has ligatures as letters', async () => {
    const { text } = await extracted([linesAt(['An e\uFB03cient o\uFB03ce'])], { font: 'mapped' });
    assert.equal(text, 'An efficient office\n');
  });

  it('is that of a page which lies on its side', async () => {
    const { text } = await extracted([linesAt(['It stands', 'upright.'])], { page: '/Rotate 90' });
    assert.equal(text, 'It stands upright.\n');
  });
});

describe('What a PDF says of itself', () => {
  const page = linesAt(['Ore in the South', 'Ada Sample and Lin Muster', 'Sample Press, 2024'], { leading: 30 });
  const sourceOf = async (info: string, xmp?: string) =>
    (await extracted([page], { info, ...(xmp === undefined ? {} : { xmp }) })).source;

  it('counts where its pages say the same', async () => {
    assert.deepEqual(await sourceOf('/Title (Ore in the South) /Author (Ada Sample, Lin Muster)'), {
      title: 'Ore in the South',
      authors: ['Ada Sample', 'Lin Muster'],
    });
    for (const info of [
      '/Title (Microsoft Word - Ore in the South.docx) /Author (admin)',
      '/Title (untitled) /Author (sample)',
      '/Title (ore_2024_final.indd) /Author (Ada@example.org)',
      '/Title (Something else entirely) /Author (Bo Nobody)',
    ])
      assert.deepEqual(await sourceOf(info), {}, info);
  });

  it('is dated only by when it was published', async () => {
    assert.deepEqual(await sourceOf('/CreationDate (D:20240102030405Z)'), {});
    const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ore in the South</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Ada Sample</rdf:li><rdf:li>Lin Muster</rdf:li></rdf:Seq></dc:creator><prism:publicationDate>2024-06-10</prism:publicationDate><prism:doi>10.3133/mcs2024</prism:doi></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
    assert.deepEqual(await sourceOf('/Title (untitled)', xmp), {
      title: 'Ore in the South',
      authors: ['Ada Sample', 'Lin Muster'],
      published: '2024-06-10',
      doi: '10.3133/mcs2024',
    });
  });
});

describe('A PDF that can not be read', () => {
  const errorOf = async (bytes: Uint8Array) => {
    const read = await extractPdf(bytes, readCMap);
    return 'error' in read ? read.error : JSON.stringify(read);
  };

  it('is one without text', async () => {
    assert.match(await errorOf(pdfFile([[], []])), /^there is no text in it: its pages are scanned images; .*OCR/);
  });

  it('is one with a password', async () => {
    const key = '<' + '00'.repeat(32) + '>';
    const trailer = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`;
    assert.match(await errorOf(pdfFile([linesAt(['Ore'])], { trailer })), /^it is locked with a password; save it/);
  });

  it('is told from one that can, whatever bytes are others, and nothing is thrown', async () => {
    const whole = pdfFile([linesAt(['Ore', 'It rose by 5%.']), linesAt(['稀土'])], { info: '/Title (Ore)' });
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(whole.length), async (changed, length) => {
        const bytes = whole.slice(0, length < 100 ? length : undefined);
        for (const [at, byte] of changed) if (at < bytes.length) bytes[at] = byte;
        const read = await extractPdf(bytes, readCMap);
        assert.ok('error' in read ? read.error !== '' : typeof read.text === 'string');
      }),
      { numRuns: runs(100) },
    );
  });

  it('is a damaged one, and one damaged page costs itself only', async () => {
    assert.match(await errorOf(new TextEncoder().encode('%PDF-1.7\nnothing')), /^it is not a readable PDF; open/);
    const broken = Buffer.from('<< /Filter /FlateDecode /Length 4 >>\nstream\nabcd\nendstream');
    const good = streamOf(Buffer.from('BT /F1 10 Tf 72 700 Td (It rose.) Tj ET'));
    const read = await extractPdf(pdfOf([broken, good]), readCMap);
    assert.equal('text' in read && read.text, '\fIt rose.\n');
  });
});

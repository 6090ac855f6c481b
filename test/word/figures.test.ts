import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CHART_COLOURS } from '../../src/word/colours';
import { bitmapOf } from '../../src/word/pictures';
import { readDrawing } from '../../src/word/svg';
import { BODY, docxOf, drawnAs, readXml, textOf } from './readDocx';

const BRIEF = `---
title: T
figures:
  - id: f
    title: Output
    caption: In tonnes
    chart: bar
    x: a
    y: n
    data:
      - { a: x, n: 3 }
    own: true
---

As @fig:f shows, it rose [own].
`;
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="340" height="200" viewBox="0 0 340 200"><rect width="10" height="10" fill="var(--chart-1)"/><text fill="var(--chart-muted)">x &lt; y</text></svg>';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8AARAwMAA3wAf+o3xuVAAAAAElFTkSuQmCC',
  'base64',
);

describe('figures in a document for Word', () => {
  it('have a numbered caption that references lead to', async () => {
    const docx = await docxOf(BRIEF, { charts: drawnAs(SVG, BRIEF) });
    const fields = docx.all(BODY, 'w:fldSimple').map((each) => [each.attributes['w:instr']?.trim(), textOf(each)]);
    const [name] = docx.all(BODY, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    assert.deepEqual(fields, [
      [`REF ${name} \\h`, 'Figure\u00a01'],
      ['SEQ Figure \\* ARABIC', '1'],
    ]);
    assert.ok(docx.lines().includes('Caption: Figure\u00a01  Output'));
    assert.ok(docx.lines().some((line) => line.startsWith('FigureNote: In tonnes')));
  });

  it('are drawings with their colours written out, and words for those who do not see them', async () => {
    const docx = await docxOf(BRIEF, { charts: drawnAs(SVG, BRIEF) });
    const svg = docx.source(docx.paths.find((path) => path.endsWith('.svg')) ?? '');
    assert.doesNotMatch(svg, /var\(/);
    assert.match(svg, /fill="#0072b2"/);
    assert.ok(docx.paths.some((path) => path.endsWith('.png')));
    assert.match(docx.all(BODY, 'wp:docPr')[0]?.attributes['descr'] ?? '', /^Output\. /);
  });

  it('are shown once where the page has them in more widths', async () => {
    const drawn = [...drawnAs(SVG, BRIEF).keys()].map(
      (request) => [request, { svg: SVG, medium: SVG, narrow: SVG }] as const,
    );
    const docx = await docxOf(BRIEF, { charts: new Map(drawn) });
    assert.equal(docx.all(BODY, 'wp:docPr').length, 1);
  });

  it('say that marks alone below them are those of sources', async () => {
    const text = BRIEF.replace('    own: true', '    cites: [1]').replace('    caption: In tonnes\n', '');
    const docx = await docxOf(`${text}\n## Sources\n\n- [1] One\n`, { charts: drawnAs(SVG, text) });
    assert.ok(docx.lines().includes('FigureNote: Sources:{1}'));
  });

  it('say what is wrong where there is no drawing', async () => {
    const charts = new Map([...drawnAs(SVG, BRIEF).keys()].map((request) => [request, { error: 'No such column.' }]));
    const docx = await docxOf(BRIEF, { charts });
    assert.ok(docx.lines().some((line) => /^Problem: .*No such column\./.test(line)));
  });

  it('have key numbers in a table', async () => {
    const docx = await docxOf(
      '---\ntitle: T\nfigures:\n  - id: f\n    title: Share\n    value: 90%\n    own: true\n---\n',
    );
    assert.deepEqual(docx.lines().slice(1, 4), ['TileValue: 90%', 'TileLabel: Share', 'TileNote: [own work]']);
  });

  it('have images of the folder, which are asked for by the path that is written', async () => {
    const asked: string[] = [];
    const readImage = async (path: string) => {
      asked.push(path);
      return path === 'a.png' ? PNG : null;
    };
    const docx = await docxOf('# T\n\n![one](a.png) ![two](b/c.png) ![far](https://a.example/x.png)\n', { readImage });
    assert.deepEqual(asked, ['a.png', 'b/c.png']);
    assert.equal(docx.all(BODY, 'wp:docPr')[0]?.attributes['descr'], 'one');
    assert.equal(docx.paths.filter((path) => path.startsWith('word/media/')).length, 1);
    assert.match(docx.lines()[1] ?? '', /two far/);
  });

  it('have images that stand in the text itself, which are asked of nobody', async () => {
    const asked: string[] = [];
    const readImage = async (path: string) => {
      asked.push(path);
      return null;
    };
    const docx = await docxOf(`# T\n\nLet ![one][i] be.\n\n[i]: <data:image/png;base64,${PNG.toString('base64')}>\n`, {
      readImage,
    });
    assert.deepEqual(asked, []);
    assert.equal(docx.all(BODY, 'wp:docPr')[0]?.attributes['descr'], 'one');
    assert.equal(docx.paths.filter((path) => path.startsWith('word/media/')).length, 1);
  });

  it('know the size of bitmaps from their first bytes, and others for none', () => {
    assert.deepEqual(bitmapOf(PNG), { kind: 'png', width: 2, height: 1 });
    assert.deepEqual(bitmapOf(Buffer.from('GIF89a\x05\x00\x07\x00', 'latin1')), { kind: 'gif', width: 5, height: 7 });
    const jpeg = Buffer.from('ffd8ffe00004aaaaffc000110800090005030000', 'hex');
    assert.deepEqual(bitmapOf(jpeg), { kind: 'jpg', width: 5, height: 9 });
    for (const other of ['', '\x89PNG', 'GIF8', '\xff\xd8\xff\xe0\x00\x00', 'RIFF0000WEBP', 'x'.repeat(60)])
      assert.equal(bitmapOf(Buffer.from(other, 'latin1')), null);
  });
});

describe('drawings for Word', () => {
  it('hold nothing that runs or is loaded from elsewhere', () => {
    const drawing = readDrawing(
      `<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/hosts">]><svg width="9" height="9" onload="x()" style="fill:url(https://a.example)"><script>x</script>
      <image href="https://a.example/x.png"/><foreignObject><b>x</b></foreignObject><use href="https://a.example/#a"/><use href="#b"/>
      <style>@import url(https://a.example);</style><style>.a { fill: red }</style><a href="javascript:x"><rect fill="url('https://a.example')"/></a>
      <path fill="url(#g)" d="M0 0"/></svg>`,
    );
    assert.ok(drawing);
    assert.doesNotMatch(drawing.svg, /a\.example|script|image|foreign|onload|import|ENTITY|hosts/);
    assert.match(drawing.svg, /<use href="#b">/);
    assert.match(drawing.svg, /fill="url\(#g\)"/);
    assert.match(drawing.svg, /<style>\.a \{ fill: red \}<\/style>/);
    readXml(drawing.svg);
  });

  it('are none without a size', () => {
    for (const text of ['', 'x', '<svg/>', '<svg width="100%"></svg>', '<p><svg width="1" height="1"/></p>'])
      assert.equal(readDrawing(text), null);
  });

  it('have the colours of the page on light paper', () => {
    const css = readFileSync('src/webview/style/chartColours.css', 'utf8');
    const light = new Map(
      [...css.matchAll(/--chart-((?:on-)?\d):\s*(?:light-dark\((#[0-9a-f]+),|(#[0-9a-f]+))/g)].map(
        ([, name, pair, one]) => [name, pair ?? one],
      ),
    );
    assert.equal(light.size, 16);
    const theme = readFileSync('src/webview/style/theme.css', 'utf8');
    const ink = (name: string) => new RegExp(`--${name}-own: (#[0-9a-f]+)`).exec(theme)?.[1];
    assert.deepEqual(
      [CHART_COLOURS['ink']?.toLowerCase(), CHART_COLOURS['muted']?.toLowerCase()],
      [ink('ink'), ink('muted')],
    );
    const ours = Object.entries(CHART_COLOURS).filter(([name]) => /\d$/.test(name));
    assert.deepEqual(new Map(ours.sort()), new Map([...light].sort()));
  });
});

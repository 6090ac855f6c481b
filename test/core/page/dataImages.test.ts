import assert from 'node:assert/strict';
import { exportMarkdown, parseBrief, renderBrief } from '../../../src/core';
import { MOST_IMAGE_BYTES, safeDataImage } from '../../../src/core/page/safe/dataImage';

const base64 = (bytes: readonly number[], more = 0) =>
  Buffer.concat([Buffer.from(bytes), Buffer.alloc(more)]).toString('base64');
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 16];
const GIF = [...Buffer.from('GIF89a'), 1, 0, 1, 0];
const WEBP = [...Buffer.from('RIFF'), 0xfe, 0x01, 0xff, 0x7f, ...Buffer.from('WEBPVP8 ')];
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const dot = `data:image/png;base64,${base64(PNG)}`;

/** The page of a text, without its head. */
const page = (text: string) =>
  /<div class="body">(.*)<\/div><\/article>/s.exec(renderBrief(parseBrief(text)))?.[1] ?? '';

describe('An image that stands in the text itself', () => {
  for (const [type, bytes] of [
    ['png', PNG],
    ['jpeg', JPEG],
    ['gif', GIF],
    ['webp', WEBP],
  ] as const)
    it(`may be ${type}`, () => {
      const address = `data:image/${type};base64,${base64(bytes)}`;
      assert.equal(safeDataImage(address), address);
      assert.equal(safeDataImage(` ${address.replace('data:i', 'DATA:I')}\n`), address);
    });

  it('has as its type what its first bytes are', () => {
    for (const type of ['jpeg', 'gif', 'webp']) assert.equal(safeDataImage(dot.replace('png', type)), null, type);
    assert.equal(safeDataImage(`data:image/jpg;base64,${base64(JPEG)}`), `data:image/jpeg;base64,${base64(JPEG)}`);
    assert.equal(safeDataImage(`data:image/png;base64,${SVG.toString('base64')}`), null);
    assert.equal(safeDataImage('data:image/webp;base64,UklGRv4B/39XQVZFZm10IA=='), null);
  });

  for (const refused of [
    `data:image/svg+xml;base64,${SVG.toString('base64')}`,
    `data:image/svg+xml,${SVG}`,
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
    'data:image/png,plain',
    'data:image/png;charset=utf-8;base64,iVBORw0KGgoAAAAN',
    'data:image/png;base64,',
    'data:image/png;base64,iVBORw0KGgoAAAAN"onerror="alert(1)',
    'data:image/png;base64,iVBORw0KGgo%22onerror%3D',
    'data:image/png;base64,iVBORw0KGgoAA',
    'javascript:alert(1)',
  ])
    it(`is never ${refused.slice(0, 44)}`, () => {
      assert.equal(safeDataImage(refused), null);
      assert.doesNotMatch(page(`![x][i]\n\n[i]: <${refused}>\n\n<img src='${refused}' alt=x>\n`), /<img[^>]* src=/);
    });

  it('has at most 1 MB', () => {
    const most = `data:image/png;base64,${base64(PNG, MOST_IMAGE_BYTES - PNG.length)}`;
    assert.equal(safeDataImage(most), most);
    assert.equal(safeDataImage(`data:image/png;base64,${base64(PNG, MOST_IMAGE_BYTES + 60)}`), null);
  });

  it('is shown on the page, by its label or its address', () => {
    assert.match(
      page(`Let ![][i] be.\n\n[i]: <${dot}>\n`),
      /Let <img src="data:image\/png;base64,iVBORw0KGgoAAAAN" alt="[^>]*> be\./,
    );
    assert.match(page(`![A dot](${dot})\n`), /<img src="data:image\/png[^>]* alt="A dot"/);
    assert.match(
      page(`<img src="${dot}" alt="A dot" width="20">\n`),
      /<img src="data:image\/png[^>]* alt="A dot"[^>]* width="20"/,
    );
  });

  it('that is refused is named by its type, and not by all of its content', () => {
    const html = page(`![][i]\n\n[i]: <data:image/svg+xml;base64,${SVG.toString('base64')}>\n`);
    assert.match(html, /<span class="refused">data:image\/svg\+xml;base6…<\/span>/);
  });

  it('stays in exported Markdown', () => {
    assert.ok(exportMarkdown(parseBrief(`Let ![][i] be.\n\n[i]: <${dot}>\n`)).includes(`[i]: <${dot}>`));
    const drawn = exportMarkdown(
      parseBrief(`Let ![][i] be.\n\n[i]: <data:image/svg+xml;base64,${SVG.toString('base64')}>\n`),
    );
    assert.doesNotMatch(drawn, /^\[i\]: <data/m);
  });
});

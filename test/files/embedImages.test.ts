import assert from 'node:assert/strict';
import { embedImages } from '../../src/files/named/embedImages';

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
const read = (files: Readonly<Record<string, Uint8Array | string>>) => async (path: string) => {
  const file = files[path];
  return file === undefined ? null : Buffer.from(file);
};

describe('embedding images', () => {
  it('puts each image into the page by what is in its file, and reads it once', async () => {
    const asked: string[] = [];
    const files = { 'a&b.png': PNG, 'c.png': '<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="a"></svg>' };
    const html = await embedImages(
      '<p><img data-src="a&amp;b.png" alt="A"><img data-src="c.png" alt="C" title="T"><img data-src="c.png" alt=""></p>',
      (path) => {
        asked.push(path);
        return read(files)(path);
      },
    );
    const svg = `data:image/svg+xml;base64,${Buffer.from(files['c.png']).toString('base64')}`;
    assert.equal(
      html,
      `<p><img src="data:image/png;base64,${PNG.toString('base64')}" alt="A"><img src="${svg}" alt="C" title="T"><img src="${svg}" alt=""></p>`,
    );
    assert.deepEqual(asked, ['a&b.png', 'c.png']);
  });

  it('lets the words of an image stand for one that is not there, or is none', async () => {
    const html = '<img data-src="a.png" alt="A &lt;b&gt;"><img data-src="b.png" alt="" title="T">';
    const files = { 'b.png': '<html><svg></svg></html>' };
    assert.equal(
      await embedImages(html, read(files)),
      '<span class="image">A &lt;b&gt;</span><span class="image" title="T">b.png</span>',
    );
    assert.match(await embedImages(html, () => Promise.reject(new Error('no'))), /^<span class="image">A/);
  });

  it('leaves what only looks like an image in the text of an author', async () => {
    const html = '<p>&lt;img data-src=&quot;a.png&quot;&gt;</p><code title="&lt;img data-src=a>">a</code>';
    assert.equal(await embedImages(html, read({ 'a.png': PNG })), html);
  });
});

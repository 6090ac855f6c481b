import assert from 'node:assert/strict';
import { imageExtension, relativePath, safeStem } from '../../src/extension/paste/images';

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('An image to be saved beside a brief', () => {
  it('is told by its first bytes', () => {
    for (const [signature, extension] of [
      ['\x89PNG\r\n\x1a\n…', 'png'],
      ['\xff\xd8\xff\xe0', 'jpg'],
      ['GIF89a', 'gif'],
      ['RIFF\0\0\0\0WEBPVP8 ', 'webp'],
      ['RIFF\0\0\0\0WAVEfmt ', null],
      ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', null],
      ['MZ', null],
      ['', null],
    ] as const)
      assert.equal(imageExtension(bytes(signature)), extension, signature);
  });

  it('gets a name that is safe in every file system and in YAML', () => {
    for (const [name, stem] of [
      ['Price of ore (2024).PNG', 'price-of-ore-2024'],
      ['../../etc/passwd.png', 'etc-passwd'],
      ['产能.png', '产能'],
      ['con.png', 'figure'],
      ['.png', 'figure'],
      [`${'a'.repeat(200)}.png`, 'a'.repeat(60)],
      ['a\0b\u202e.png', 'a-b'],
    ] as const)
      assert.equal(safeStem(name), stem, name);
  });

  it('stays where it is only below the folder of the brief', () => {
    assert.equal(relativePath('/notes', '/notes/images/a.png'), 'images/a.png');
    assert.equal(relativePath('/', '/a.png'), 'a.png');
    for (const path of ['/notes2/a.png', '/notes/../a.png', '/notes/.git/a.png', '/notes/', '/a.png'])
      assert.equal(relativePath('/notes', path), null, path);
  });
});

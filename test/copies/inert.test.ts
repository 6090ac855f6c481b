import assert from 'node:assert/strict';
import { inertText } from '../../src/copies/inert';
import { readAnswer } from '../../src/copies/readAnswer';
import { readDocument } from '../../src/formats';

const md = (text: string) => inertText(text, true);

describe('A text that is kept of an answer', () => {
  const reads = async (body: string | Uint8Array, type: string) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    return readAnswer(
      {
        ...{ url: 'https://a.net/1', status: 200, redirects: [], isCut: false },
        headers: new Map([['content-type', type]]),
        body: bytes,
      },
      async () => ({ text: 'Word\u001b[31m of 12\u0007%', extension: '.txt' }),
      '2026-01-02',
    );
  };
  const textOf = async (body: string, type: string) => {
    const read = await reads(body, type);
    assert.ok('text' in read);
    return read.text;
  };

  it('has no control characters, whatever it was', async () => {
    const said = 'It \u001b[1;31mrose\u001b[0m by\u000b12\u009b%\u007f.\f\tA\r\nB';
    for (const type of ['text/plain', 'text/markdown', 'text/html'])
      assert.doesNotMatch(await textOf(said, type), /(?![\t\n\f\r])\p{Cc}/u, type);
    assert.equal(await textOf(said, 'text/plain'), 'It rose by 12 % .\f\tA\r\nB');
    assert.equal(await textOf('%PDF-1.4', 'application/pdf'), 'Word of 12 %');
  });

  it('has no script and no handler of events in Markdown', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<SCRIPT src=//a.net>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '<iframe srcdoc="<script>alert(1)</script>">',
      '<b onclick="alert(1)">12%</b>',
      '<p title=">" onclick=alert(1)>12</p>',
      '<div\nonclick="alert(1)">x</div>',
      '<a href="javascript:alert(1)">x</a>',
      '<a href="https://a.net" onclick="alert(1)">x</a>',
      '<div>\\<script>alert(1)</script></div>',
      '\\\\<script>alert(1)</script>',
      '<!-- --><script>alert(1)</script>',
      '<!--><script>alert(1)</script>-->',
      '<script\u0007>alert(1)</script>',
      '<scr\u0000ipt>'.replace('\0', '\u0001'),
      '<javascript:alert(1)>',
      '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
      '`x`<script>`y`',
    ];
    for (const text of hostile) {
      const kept = await textOf(text, 'text/markdown');
      assert.doesNotMatch(kept, /<[/!?]?(?:script|img|svg|iframe|meta|scr)|<[^>]*(?:on\w+=|javascript:)/i, text);
    }
  });

  it('has no link to anything but the web, mail and places beside it', () => {
    for (const link of [
      '[x](javascript:alert(1))',
      '[x]( JavaScript:alert(1))',
      '[x](\n  javascript:alert(1))',
      '> [x](\n> javascript:alert(1))',
      '[x](<javascript:alert(1)>)',
      '[x](< java\tscript:alert(1)>)',
      '[x](&#106;avascript&colon;alert(1))',
      '[x](java\\script:alert(1))',
      '![x](data:text/html,1)',
      '[a](](javascript:alert(1))',
      '[x](vbscript:x "a title")',
      '[x](command:x)',
    ]) {
      const kept = md(link);
      assert.match(kept, /\]\\\([^\]]*$/, link);
      assert.equal(kept.replaceAll('\\(', '('), link.replaceAll('<j', '&lt;j'), link);
    }
    for (const definition of [
      '[x]: javascript:alert(1)',
      '[x]:\n javascript:alert(1) "t"',
      '[^1]: <file:///etc/passwd>',
    ])
      assert.match(md(definition), /\]\\:/, definition);
  });

  it('keeps what is harmless as it is', () => {
    for (const text of [
      'If x < 5 and y > 3, a<5.',
      '[x](https://a.net/b_(c)) [y](HTTP://a.net) [z](mailto:a@b.net) [p](a/b.md#c) [q](#d:e) ![i](i.png)',
      '[1]: https://a.net "A title"\n[^2]: Note: it rose by 12%.',
      'As said [before]: Prices: up 12%.',
      '<https://a.net/?a=b> <mailto:a@b.net> [x](<https://a.net/(b)>)',
      'm<sup>2</sup><br>\n<!-- page 3 -->\n<table><tr><td colspan="2">12</td></tr></table>',
      '<a id="page-3">3</a> <a href="https://a.net/b">b</a>',
    ])
      assert.equal(md(text), text);
  });

  it('keeps its words, so that they can be looked up', () => {
    const text = md('<video onplay="x">It rose by 12%</video> and [fell](javascript:x) by <b style="x">7%</b>.');
    const read = readDocument(text, { path: 'a.md', uri: 'file:///a.md' });
    assert.ok('passages' in read);
    const said = read.passages.map((passage) => passage.text).join(' ');
    for (const words of ['It rose by 12%', 'fell', 'by 7%']) assert.ok(said.includes(words), said);
  });

  it('has no link of a program that a page only writes as text', async () => {
    const page = `<html><main><p>${'It rose. '.repeat(60)} [x](javascript:alert(1)) &lt;script&gt;</main>`;
    const kept = await textOf(page, 'text/html');
    assert.ok(kept.includes('[x]\\(javascript:alert(1))'), kept);
    assert.doesNotMatch(kept, /<script/);
  });

  it('is refused before it is read where it is too large', async () => {
    const detailOf = async (body: Uint8Array, type: string) => {
      const read = await reads(body, type);
      return 'reason' in read ? [read.reason, read.detail] : read.extension;
    };
    const MB = 1024 * 1024;
    // A page without text: once read, it would be empty.
    const page = new TextEncoder().encode(`<html>${' '.repeat(4 * MB)}`);
    assert.deepEqual(await detailOf(page, 'text/html'), ['too-large', '4']);
    // A text with a NUL: once read, its type would be refused.
    assert.deepEqual(await detailOf(new Uint8Array(17 * MB), 'text/plain'), ['too-large', '8']);
    assert.deepEqual(await detailOf(new Uint8Array(5 * MB), 'text/markdown'), ['too-large', '2']);
    assert.deepEqual(await detailOf(new TextEncoder().encode('a'.repeat(3 * MB)), 'text/markdown'), ['too-large', '2']);
    assert.equal(await detailOf(new TextEncoder().encode('a'.repeat(3 * MB)), 'text/plain'), '.txt');
  });
});

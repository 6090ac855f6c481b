import assert from 'node:assert/strict';
import { doiUrl, hostOf, safeUrl } from '../../../src/core/base/safeUrl';

describe('safeUrl', () => {
  const passed: readonly [written: string, url: string][] = [
    ['https://www.usgs.gov/a?b=c#d', 'https://www.usgs.gov/a?b=c#d'],
    ['HTTP://EXAMPLE.COM', 'HTTP://EXAMPLE.COM'],
    ['https://example.com:8080/', 'https://example.com:8080/'],
    ['https://[::1]:80/x', 'https://[::1]:80/x'],
    ['https://例え.jp/a', 'https://例え.jp/a'],
    ['  https://example.com\n', 'https://example.com'],
    ['ht\ttps://exam\nple.com', 'https://example.com'],
    ['https:\\\\example.com\\a', 'https://example.com/a'],
    ['mailto:a.b@example.com?subject=x', 'mailto:a.b@example.com?subject=x'],
    ['#magnets', '#magnets'],
    ['images/plant.png', 'images/plant.png'],
    ['./a/b.md#c', './a/b.md#c'],
    ['稀土.brief', '稀土.brief'],
    ['a%20b.png', 'a%20b.png'],
    ['..hidden', '..hidden'],
  ];
  for (const [written, url] of passed) {
    it(`lets ${JSON.stringify(written)} through`, () => assert.equal(safeUrl(written), url));
  }

  const refused: readonly [written: string, why: string][] = [
    ['', 'nothing'],
    ['javascript:alert(1)', 'a script'],
    ['JaVaScRiPt:alert(1)', 'a script'],
    [' \u0001javascript:alert(1)', 'a script behind controls'],
    ['java\nscript:alert(1)', 'a script over two lines'],
    ['vbscript:x', 'a script'],
    ['data:text/html,<script>', 'data'],
    ['blob:https://example.com/1', 'a blob'],
    ['file:///etc/passwd', 'a file'],
    ['command:workbench.action.terminal.new', 'a command of the editor'],
    ['vscode://x/y', 'the editor'],
    ['vscode-resource://x', 'the editor'],
    ['//example.com/a', 'a host without scheme'],
    ['\\\\server\\share', 'a network path'],
    ['/\\example.com', 'a host without scheme'],
    ['/etc/passwd', 'an absolute path'],
    ['C:\\Windows', 'a drive'],
    ['c:/x', 'a drive'],
    ['~/x', 'a home folder'],
    ['../secret.md', 'a path above'],
    ['a/../../b', 'a path above'],
    ['a/.. /b', 'a path above, as Windows reads it'],
    ['%2e%2e/secret', 'an encoded path above'],
    ['a/%2E%2E/b', 'an encoded path above'],
    ['a%5c..%5cb', 'an encoded backslash'],
    ['%252e%252e/a', 'a path encoded twice'],
    ['a%00.png', 'an encoded NUL'],
    ['a%zz', 'a broken encoding'],
    ['.git/config', 'the folder of git'],
    ['https://user@example.com', 'user information'],
    ['https://usgs.gov@example.com/', 'user information'],
    ['https://user:pass@example.com', 'user information'],
    ['https:example.com', 'no host'],
    ['https:///path', 'no host'],
    ['http://', 'no host'],
    ['https://exa mple.com', 'a space in the host'],
    ['https://example.com:80:90', 'two ports'],
    ['https://a.example/\u0000x', 'a NUL'],
    ['mailto:x', 'no address'],
    ['ftp://example.com', 'another scheme'],
  ];
  for (const [written, why] of refused) {
    it(`refuses ${why}: ${JSON.stringify(written)}`, () => assert.equal(safeUrl(written), null));
  }
});

describe('hostOf', () => {
  it('reads the host without port, in lower case', () => {
    assert.equal(hostOf('https://WWW.Example.com:8080/a'), 'www.example.com');
  });
});

describe('doiUrl', () => {
  for (const written of [
    '10.1000/abc(1)',
    'doi:10.1000/abc(1)',
    'https://dx.doi.org/10.1000/abc(1)',
    'DOI: 10.1000/abc(1)',
  ]) {
    it(`resolves ${written}`, () => assert.equal(doiUrl(written), 'https://doi.org/10.1000/abc(1)'));
  }
  it('takes a query sign for a part of the DOI', () => {
    assert.equal(doiUrl('10.1000/a?b#c'), 'https://doi.org/10.1000/a%3Fb%23c');
  });
  it('refuses what is no DOI', () => {
    assert.equal(doiUrl('javascript:alert(1)'), null);
    assert.equal(doiUrl('11.1000/abc'), null);
  });
});

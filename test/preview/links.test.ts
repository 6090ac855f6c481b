import assert from 'node:assert/strict';
import { linkTarget } from '../../src/extension/preview/links';

describe('a link in the preview', () => {
  it('to the web or to a mail address is handed to the system', () => {
    for (const url of ['https://example.org/a?b#c', 'http://example.org/', 'mailto:a@example.org'])
      assert.deepEqual(linkTarget(url), { kind: 'external', url });
  });

  it('to a file below the folder of the brief is that file', () => {
    assert.deepEqual(linkTarget('data/minerals.csv'), { kind: 'file', path: ['data', 'minerals.csv'] });
    assert.deepEqual(linkTarget('./other.brief#supply'), { kind: 'file', path: ['other.brief'] });
    assert.deepEqual(linkTarget('%E7%A8%80%E5%9C%9F.brief'), { kind: 'file', path: ['稀土.brief'] });
    assert.deepEqual(linkTarget('a..b/c'), { kind: 'file', path: ['a..b', 'c'] });
  });

  it('that would make the editor act, or leads out of the folder, is refused', () => {
    const refused = [
      'command:workbench.action.terminal.new',
      'vscode://file/etc/passwd',
      'vscode:extension/a.b',
      'file:///etc/passwd',
      'data:text/html,x',
      'blob:x',
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      '\u0001command:a',
      '//host/share',
      '\\\\host\\share',
      '/\\host',
      '/etc/passwd',
      'C:\\Windows',
      'c:/Windows',
      '~/secret',
      '../secret',
      'a/../../secret',
      '%2e%2e/secret',
      '%2E./secret',
      '..%2fsecret',
      '..%5csecret',
      '%252e%252e/secret',
      '.git/config',
      'a/.GIT/config',
      'con',
      'a/NUL.txt',
      'a%00b',
      '%zz',
      '',
      '#',
      '?',
      './',
      'https://user@example.org',
      'https://user:password@example.org',
      'https:///example.org',
      'http://',
      'mailto:',
      'ftp://example.org',
    ];
    for (const href of refused) assert.equal(linkTarget(href), null, JSON.stringify(href));
  });

  it('is decided on as a browser reads it', () => {
    assert.deepEqual(linkTarget(' ht\ntps://example.org/ '), { kind: 'external', url: 'https://example.org/' });
    assert.deepEqual(linkTarget('https:\\\\example.org\\a'), { kind: 'external', url: 'https://example.org/a' });
  });
});

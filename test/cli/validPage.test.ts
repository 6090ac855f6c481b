import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { Parser } from 'htmlparser2';
import { parseBrief, renderPage } from '../../src/core';
import { writeFormula } from '../../src/math';
import { ARABIC, CHINESE, EVERYTHING, EVERYTHING_FILES } from '../everything';
import { runs } from '../runs';
import { folderWith, runBrief } from './runBrief';

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

/** Where a page breaks the HTML standard. Its style is none of that, and long. */
async function errorsIn(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page.replace(/(<style>).*?(?=<\/style>)/s, '$1'));
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId} ${message}`),
  );
}

/** Attributes that have a browser load something, or send something somewhere, without a click. */
const LOADING = new Set(
  'src srcset data background poster action formaction cite ping manifest xlink:href longdesc profile codebase'.split(
    ' ',
  ),
);

/** What a page loads, or lets a click lead to, that is neither in it nor a web or mail address. */
function loadsIn(page: string): string[] {
  const found: string[] = [];
  let style = '';
  let inStyle = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      inStyle = name === 'style';
      if (/^(?:script|link|base|iframe|frame|object|embed|form|image|use|feimage|audio|video|source)$/i.test(name))
        found.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        const isData =
          name === 'img' && key === 'src' && /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[\w+/=]*$/.test(value);
        if (/^on|^style$/i.test(key) || (LOADING.has(key.toLowerCase()) && !isData))
          found.push(`${name} ${key}=${value}`);
        if (key === 'href' && !(name === 'a' && /^(?:#|https?:\/\/|mailto:)|^[^:\\]*$/i.test(value)))
          found.push(`${name} ${key}=${value}`);
        if (key !== 'content' && /url\(\s*["']?(?!#)/i.test(value) && key !== 'title' && key !== 'aria-label')
          found.push(`${name} ${key}=${value}`);
      }
    },
    ontext: (text) => {
      if (inStyle) style += text;
    },
    onclosetag: () => {
      inStyle = false;
    },
  });
  parser.end(page);
  return [...found, ...(style.match(/url\([^)]*\)|@import[^;]*|image-set\([^)]*\)|src\([^)]*\)/gi) ?? [])];
}

const PIECES = [
  '<script src="https://evil.example/a.js"></script>',
  '<img src=https://evil.example/a.png srcset="https://evil.example/b.png 2x">',
  '<div style="background: url(https://evil.example/c.png)">',
  '<a href="x" ping="https://evil.example">a</a>',
  '<details open><summary>a</summary>',
  '![a](https://evil.example/a.png)',
  '![a](b.png)',
  '[a](javascript:alert(1))',
  '[a](https://ok.example/?a=1&b="2")',
  '[a][b]',
  '[1][2]',
  '[@key, p. "3"]',
  '{{share}}',
  '@fig:share',
  '[own]',
  '[?]',
  '[^note]',
  '\n\n[^note]: A note of 5.\n\n',
  '\n\n## Sources\n\n- [1] A <b>title</b>. https://a.example/"><script>\n- [2] B\n\n',
  '\n\n# Heading\n\n',
  '\n\n## Heading\n\n',
  '\n\n## Heading\n\n',
  '\n\n| a | b |\n| - | -: |\n| 1 | [1] |\n\n',
  '\n\n```figure\nid: share\nvalue: 5%\ncites: [1]\n```\n\n',
  '\n\n```figure\nid: share\ntitle: "<i>"\nchart: bar\ndata: [{a: 1, b: 2}]\n```\n\n',
  '\n\n> quoted [1]\n\n',
  '\n\n> [!NOTE]\n> a\n\n',
  '\n\n- [ ] to do\n- [x] done\n  - an item of 5 [1]\n\n',
  '\n\n1. one\n\n   two\n\n',
  '\n\n---\n\n',
  '\n\n~~~ "><b>\ncode\n~~~\n\n',
  '$x^2$ ',
  '$$\\frac{1}{2}$$',
  '\u202e',
  '\u0000',
  '\ud800',
  '&copy;&#0;',
  'words of 5 [1] ',
];

describe('an exported page', function () {
  // Many pages, each of which is read as a whole.
  this.timeout(120_000);
  const rendered = async (file: string, ...options: readonly string[]) => {
    const { status, stdout, stderr } = await runBrief(['render', file, ...options], { cwd: process.cwd() });
    assert.equal(status, 0, stderr);
    return stdout;
  };

  for (const name of ['rare-earths.brief', '稀土供应.brief', 'report.brief.md', 'problems.brief']) {
    it(`of ${name} is valid HTML and loads nothing, with evidence and without`, async () => {
      for (const options of [[], ['--evidence']]) {
        const page = await rendered(`samples/${name}`, ...options);
        assert.deepEqual(await errorsIn(page), []);
        assert.deepEqual(loadsIn(page), []);
        assert.doesNotMatch(page, /data-src=/);
      }
    });
  }

  it('of all that a page can show is valid HTML and loads nothing', async () => {
    const folder = folderWith({
      'all.brief': EVERYTHING,
      'zh.brief': CHINESE,
      'ar.brief': ARABIC,
      ...EVERYTHING_FILES,
    });
    try {
      for (const name of ['all.brief', 'zh.brief', 'ar.brief']) {
        const page = await rendered(resolve(folder.path, name));
        assert.deepEqual(await errorsIn(page), [], name);
        assert.deepEqual(loadsIn(page), [], name);
      }
    } finally {
      folder.remove();
    }
  });

  it('of a hostile brief is valid HTML and loads nothing', async () => {
    const css = readFileSync('dist/webview/preview-style.css', 'utf8');
    const texts = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 25 })
      .map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const page = renderPage(parseBrief(text), css, null, 'in-page', writeFormula);
        assert.deepEqual(loadsIn(page), []);
        assert.deepEqual(await errorsIn(page), []);
      }),
      { numRuns: runs(150) },
    );
  });

  it('is told apart from one that is not valid, or loads something', async () => {
    assert.notDeepEqual(
      await errorsIn(
        '<!doctype html>\n<html lang="en"><head><title>a</title></head><body><p><div id="a"></div><div id="a"></div></p></body></html>',
      ),
      [],
    );
    for (const page of [
      '<img src="https://evil.example/a.png">',
      '<a href="file:///etc/passwd">a</a>',
      '<style>a { background: url(b.png) }</style>',
      '<svg><rect fill="url(https://evil.example/a#b)"></rect></svg>',
      '<p onclick="a">',
    ])
      assert.equal(loadsIn(page).length, 1, page);
  });
});

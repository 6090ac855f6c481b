import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyEdits, checkBrief, formattingEdits, parseBrief, renderBrief } from '../../src/core';

/** Pieces of bodies that formatting has to do with, whole and broken. */
const BODY = [
  '# Title\n',
  '## H\n',
  '===\n',
  '**Sources**\n',
  '- [1] A http://a.org\n',
  '- ',
  '  - ',
  '1. ',
  '- [ ] ',
  '> ',
  '| a | b |\n| - | -: |\n| 1 | 2 |\n',
  'a|b\n-|-\n中|`x\\|y` [1 ,3]\n',
  '|',
  '[1 ,3]',
  '[ 1 ]',
  '[1],[3]',
  '[5 - 7]',
  '[@usgs ;@doe]',
  '[^1]',
  '[^1]: note\n',
  '[1]: https://e.example\n',
  '[1](https://e.example)',
  '[own]',
  '<!-- brief-disable-next-line a/b -->\n',
  '<!-- brief: computed -->',
  '## O\n<!-- brief: own -->\n',
  '<!-- brief: own -->',
  '```figure\nid: x\nvalue: 1\n```\n',
  '```\n',
  '`',
  '$x_1$',
  '$$\n',
  '\\',
  '---\n',
  '<div>\n',
  '\n',
  '\n\n\n',
  '\r\n',
  ' ',
  '  ',
  '   \n',
  '    ',
  '\t',
  'China holds 90% of it. ',
  '中国占90%。',
  'text\n',
  '*',
] as const;

/** Whole lines of front matter. */
const KEYS = [
  'title: x\n',
  'tags: [a]\n',
  'published: 2024-01-01  \n',
  'sources:\n',
  '  - id: 1\n',
  '  - title: y  \n    id: 3\n    url: http://b.org\n',
  'summary: |\n  a  \n\n  b\n',
  'authors:\n  - A\n  - "B  \n    C"\n',
  'rules:\n  citation/order: off\n',
  'draft: true\n',
  '# c\n',
  '  # d\n',
  '\n',
] as const;

const body = fc
  .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...BODY) }, fc.string({ maxLength: 4 })), { maxLength: 40 })
  .map((parts) => parts.join(''));
const frontMatter = fc
  .array(fc.constantFrom(...KEYS), { maxLength: 10 })
  .map((lines) => (lines.length === 0 ? '' : `---\n${lines.join('')}---\n`));
const brief = fc.tuple(frontMatter, body).map((parts) => parts.join(''));

/** The page without the lines and the names by which its parts are found. */
function page(text: string): string {
  return renderBrief(parseBrief(text), { evidence: 'none' })
    .replace(/ data-(?:line|at)="\d+"/g, '')
    .replace(/(["#]cite-[^"]*?)-[0-9a-z]+((?:-\d+)?")/g, '$1$2');
}

function formatted(text: string): string {
  return applyEdits(text, formattingEdits(parseBrief(text)));
}

const SAMPLES = readdirSync('samples').filter((name) => /\.brief(?:\.md)?$/.test(name));

describe('formatting', () => {
  it('changes nothing that is rendered, and has nothing left to do afterwards', () => {
    fc.assert(
      fc.property(brief, (text) => {
        const once = formatted(text);
        assert.equal(page(once), page(text));
        assert.equal(formatted(once), once);
      }),
      { numRuns: 300 },
    );
  });

  it('brings and takes no problem', () => {
    const rules = (text: string) =>
      checkBrief(parseBrief(text), {})
        .map(({ rule }) => rule)
        .sort();
    fc.assert(
      fc.property(brief, (text) => assert.deepEqual(rules(formatted(text)), rules(text))),
      { numRuns: 200 },
    );
  });

  it('changes no word: all but white space, bars and dashes is there as before, whatever its order', () => {
    const ink = (text: string) => [...text.replace(/[\s|:-]/g, '')].sort().join('');
    fc.assert(
      fc.property(brief, (text) => assert.equal(ink(formatted(text)), ink(text))),
      { numRuns: 200 },
    );
  });

  it('of a range changes what formatting all changes, and nothing else', () => {
    fc.assert(
      fc.property(brief, fc.nat(), fc.nat(), (text, a, b) => {
        const parsed = parseBrief(text);
        const start = Math.min(a, b) % (text.length + 1);
        const end = Math.max(start, Math.max(a, b) % (text.length + 1));
        const all = formattingEdits(parsed).map((edit) => JSON.stringify(edit));
        const some = formattingEdits(parsed, { start, end });
        for (const edit of some) assert.ok(all.includes(JSON.stringify(edit)));
        assert.equal(page(applyEdits(text, some)), page(text));
      }),
      { numRuns: 100 },
    );
  });

  for (const name of SAMPLES) {
    it(`changes nothing that is rendered of ${name}, with LF or CRLF, and nothing at all of what is laid out well`, () => {
      const text = readFileSync(join('samples', name), 'utf8');
      for (const written of [text, text.replaceAll('\n', '\r\n')]) {
        const once = formatted(written);
        assert.equal(page(once), page(written));
        assert.equal(formatted(once), once);
      }
      assert.equal(formatted(text), text);
    });
  }
});

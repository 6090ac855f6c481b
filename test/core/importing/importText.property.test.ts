import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importText, parseBrief } from '../../../src/core';
import { runs } from '../../runs';

/** Letters and digits with how often each is there. Marks of structure are none of them. */
function census(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const char of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

/** What a brief says: the values of its front matter, and its body. */
function said(text: string): string {
  const { frontMatter } = parseBrief(text);
  if (!frontMatter) return text;
  const { title, subtitle, publisher, authors, tags } = frontMatter;
  const fields = [title, subtitle, publisher, ...authors, ...tags].map((field) => field?.value ?? '');
  return `${fields.join('\n')}\n${text.slice(frontMatter.span.end)}`;
}

const word = fc.constantFrom(
  ...'Supply grew in the North China exports U.S. low-cost “quoted” green + 90% $500 4.5 (see below) It. Mines? ore, 稀土 产量增长。 价格下降 é 𠮷'.split(
    ' ',
  ),
);
const glue = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' - ',
  ' - ',
  '. ',
  ' [1] ',
  ' [1][7] ',
  '[3]',
  '\n',
  '\n\n',
  '\n- ',
  '\n• ',
  '\n1. ',
  ': ',
  ' – ',
  '\r\n',
  '\n  ',
  '。',
  '\n## ',
  ' * ',
  '\n> ',
  '\n[2] ',
  '\nSources\n',
  '\n来源：',
  ' · ',
  '\t',
  '\n---\n',
  '\n```\n',
  ' <b>',
  '<p>',
  '**',
  '\n| ',
);
const text = fc
  .array(fc.tuple(word, glue), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.map(([a, b]) => a + b).join(''));
const plain = text.filter((sample) => !/[<]|1\. |\d\. |来源/.test(sample));

describe('importing any text', () => {
  it('drops no letter and no digit', () => {
    fc.assert(
      fc.property(plain, (sample) => {
        const kept = census(said(importText(sample)));
        for (const [char, count] of census(sample)) assert.ok((kept.get(char) ?? 0) >= count, `${char} is dropped`);
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps the letters of a text without a header in their order', () => {
    fc.assert(
      fc.property(plain, (sample) => {
        const result = importText(sample);
        if (result.startsWith('---\n')) return;
        let at = 0;
        for (const char of sample.match(/[\p{L}\p{N}]/gu) ?? []) {
          at = result.indexOf(char, at) + 1;
          assert.notEqual(at, 0, `${char} is out of order`);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('changes nothing when it is imported again', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const once = importText(sample);
        assert.equal(importText(once), once);
      }),
      { numRuns: runs(300) },
    );
  });

  it('leaves no cited number without a source', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const brief = parseBrief(importText(sample));
        const declared = new Set(brief.sources.map(({ id }) => id));
        if (/^(?:```)|<p>/m.test(sample)) return;
        for (const { items } of brief.citations) for (const { id } of items) assert.ok(declared.has(id), id);
      }),
      { numRuns: runs(300) },
    );
  });

  it('never throws, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (sample) => {
        importText(sample);
      }),
      { numRuns: runs(300) },
    );
  });
});

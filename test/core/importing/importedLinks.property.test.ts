import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief } from '../../../src/core';
import { comparablePlace } from '../../../src/core/base/urls';
import { importWithReport } from '../../../src/core/importing/importText';
import { addressesIn, cleanAddress } from '../../../src/core/rules/fixes/sources/addresses';
import { runs } from '../../runs';

const piece = fc.constantFrom(
  ...[
    'Ore rose by 5%',
    'see [Ore Report](https://a.example/r?utm_source=chatgpt.com)',
    '([Ore](https://a.example/r#:~:text=ore))',
    '([a.example](https://a.example/r/), [B](https://b.example/x?id=1))',
    '[1](https://c.example/1)',
    '([Angles](<https://i.example/a(1)>))',
    '[2](https://b.example/x?id=2)',
    'https://d.example/y',
    '<https://e.example/>',
    '[Def][1]',
    '`https://f.example/code`',
    '![Chart](https://g.example/i.png)',
    '[1]',
    '[2, 3]',
    '[4-6]',
    '[^1]',
    '[^x]',
    'May.1 It',
    '【3†source】',
    'citeturn0search1',
    '[oai_citation:2‡Ore](https://h.example/o)',
    '【4:0†ore report.pdf】',
    '[oai_citation:3‡Ore Atlas](sandbox:/mnt/o.csv)',
    '[web:1](https://j.example/o)',
    '产量增长【2】',
    '¹',
    '*so*',
    '**[Bold](https://a.example/r)**',
  ],
);
const glue = fc.constantFrom(
  ' ',
  ' ',
  '. ',
  ', ',
  '\n',
  '\n\n',
  '\n- ',
  '\n1. ',
  '\n## A\n\n',
  '\n\n## Sources\n\n',
  '\n- [1] One ',
  '\n- Two ',
  '\n2. ',
  '\n[3] ',
  '\n\n[1]: ',
  '\n\n[^1]: ',
  ' | ',
  '\n> ',
  '\n```\n',
);
const text = fc
  .array(fc.tuple(piece, glue), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.map(([a, b]) => a + b).join(''));
const report = fc.tuple(fc.boolean(), text).map(([isMarkdown, body]) => (isMarkdown ? `# T\n\n${body}` : body));

describe('importing any links', () => {
  it('accounts for each address: a source has it, or the report names it', () => {
    fc.assert(
      fc.property(report, (sample) => {
        const imported = importWithReport(sample);
        const known = new Set(
          [
            ...parseBrief(imported.text).sources.flatMap(({ url }) => url?.value ?? []),
            ...imported.report.left.map((each) => each.text),
          ].map(comparablePlace),
        );
        for (const { url } of addressesIn(sample)) assert.ok(known.has(comparablePlace(url)), url);
      }),
      { numRuns: runs(150) },
    );
  });

  it('names no address that is not there any more', () => {
    fc.assert(
      fc.property(report, (sample) => {
        const imported = importWithReport(sample);
        for (const { text: url } of imported.report.left) assert.ok(imported.text.includes(cleanAddress(url)), url);
      }),
      { numRuns: runs(150) },
    );
  });

  it('changes nothing when it is imported again', () => {
    fc.assert(
      fc.property(report, (sample) => {
        const once = importWithReport(sample).text;
        assert.equal(importWithReport(once).text, once);
      }),
      { numRuns: runs(150) },
    );
  });

  it('leaves no citation without a source, as long as one can be declared', () => {
    fc.assert(
      fc.property(report, (sample) => {
        if (sample.includes('```')) return;
        const { text, report } = importWithReport(sample);
        // Lists that count from 1 again are left as they are.
        if (report.countsAgain) return;
        const brief = parseBrief(text);
        const declared = new Set(brief.sources.map(({ id }) => id));
        for (const { items } of brief.citations) for (const { id } of items) assert.ok(declared.has(id), id);
      }),
      { numRuns: runs(150) },
    );
  });

  it('leaves no mark of an assistant', () => {
    fc.assert(
      fc.property(report, (sample) => {
        const { slips } = parseBrief(importWithReport(sample).text);
        assert.deepEqual(
          slips.filter(({ kind }) => kind === 'artifact'),
          [],
        );
      }),
      { numRuns: runs(150) },
    );
  });
});

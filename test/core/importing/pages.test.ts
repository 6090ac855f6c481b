import assert from 'node:assert/strict';
import { saying } from '../../../src/core/base/say';
import { importWithReport, reportLines } from '../../../src/core/importing/importText';
import { read } from '../../project/files';

describe('the examples on the pages of imports', () => {
  for (const [page, words] of [
    ['docs/import.md', null],
    ['docs/zh-cn/import.md', 'l10n/engine.zh-cn.json'],
  ] as const) {
    const blocks = [...read(page).matchAll(/^```(?:\w*)\n(.*?)^```$/gms)].map(([, block]) => block ?? '');
    const [, report = '', brief, said, summary = '', summarized] = blocks;

    it(`become what ${page} says`, () => {
      assert.equal(importWithReport(report).text, brief);
      assert.equal(importWithReport(summary).text, summarized);
    });

    it(`are reported as ${page} says`, () => {
      const lines = saying(words && JSON.parse(read(words)), () => reportLines(importWithReport(report).report));
      assert.equal(`${lines.join('\n')}\n`, said);
    });
  }
});

import assert from 'node:assert/strict';
import { importWithReport, reportLines } from '../../../src/core/importing/importText';
import { read } from '../../project/files';

describe('the examples on the pages of imports', () => {
  for (const page of ['docs/import.md', 'docs/zh-cn/import.md']) {
    const blocks = [...read(page).matchAll(/^```(?:\w*)\n(.*?)^```$/gms)].map(([, block]) => block ?? '');
    const [, report = '', brief, said, summary = '', summarized] = blocks;

    it(`become what ${page} says`, () => {
      assert.equal(importWithReport(report).text, brief);
      assert.equal(importWithReport(summary).text, summarized);
    });

    it(`are reported as ${page} says`, () => {
      assert.equal(`${reportLines(importWithReport(report).report).join('\n')}\n`, said);
    });
  }
});

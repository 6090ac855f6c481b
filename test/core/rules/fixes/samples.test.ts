import { parseBrief } from '../../../../src/core';
import { checkBrief } from '../../../../src/core/rules';
import { filesBelow, read } from '../../../project/files';
import { assertFixesMend } from '../ruleTest';

describe('the fixes of all problems of the samples', () => {
  for (const path of [...filesBelow('samples', '.brief'), ...filesBelow('samples', '.brief.md')]) {
    it(`take that problem out of ${path}, and bring no error or warning`, () => {
      const text = read(path);
      assertFixesMend(text, checkBrief(parseBrief(text)));
    });
  }
});

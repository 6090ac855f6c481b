import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/base/text';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { checkBrief, suppressHere } from '../../../src/core/rules';
import { exampleOf, missingParts, RULE_PAGES, rulesWithPage } from '../../project/rulePages';
import { assertFixesMend, assertMends, problemsOf } from './ruleTest';

for (const pages of RULE_PAGES) {
  describe(`the examples on the pages of the rules in ${pages.language}`, () => {
    for (const { code } of rulesWithPage(pages)) {
      const wrong = exampleOf(pages, code, pages.wrong);
      const right = exampleOf(pages, code, pages.right);
      // What is past a size limit does not fit on a page, and what is wrong in another file needs that file.
      if (
        [
          'brief/limit',
          'source/missing-file',
          'figure/missing-image',
          'bibliography/invalid',
          'config/invalid',
          'text/formula',
          'figure/conflict',
        ].includes(code)
      )
        continue;

      it(`show what ${code} reports, and nothing else that is grave`, () => {
        assert.ok(wrong !== null && right !== null, missingParts(pages, code).join('\n'));
        assert.ok(problemsOf(code, wrong).length > 0);
        const others = checkBrief(parseBrief(wrong)).filter(
          ({ rule, severity }) => rule !== code && severity !== 'hint',
        );
        assert.deepEqual(
          others.map(({ rule }) => rule),
          [],
        );
      });

      it(`show how ${code} is content`, () => {
        assert.deepEqual(
          checkBrief(parseBrief(right ?? '')).map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      });

      for (const lineBreak of ['\n', '\r\n']) {
        const text = (wrong ?? '').replaceAll('\n', lineBreak);
        const name = lineBreak === '\n' ? 'LF' : 'CRLF';

        it(`are mended by every fix of ${code} (${name})`, () => {
          for (const problem of problemsOf(code, text)) {
            assertFixesMend(text, [problem]);
            for (const fix of problem.fixes?.() ?? [])
              if (lineBreak === '\r\n') assert.doesNotMatch(applyEdits(text, fix.edits), /[^\r]\n/);
          }
        });

        it(`are silenced by a comment for ${code} (${name})`, () => {
          for (const problem of problemsOf(code, text)) {
            const fix = suppressHere(parseBrief(text), problem);
            if (code === 'brief/unused-suppression' || code === 'brief/no-title') continue;
            assert.ok(fix);
            assertMends(text, code, fix);
            const fixed = applyEdits(text, fix.edits);
            assert.deepEqual(problemsOf('brief/unused-suppression', fixed), []);
            if (lineBreak === '\r\n') assert.doesNotMatch(fixed, /[^\r]\n/);
          }
        });
      }
    }
  });
}

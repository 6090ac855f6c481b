import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../../src/core';
import { checkBrief } from '../../../../src/core/rules';
import { expectFix, expectProblems, expectSilence, problemsOf, withSources } from '../ruleTest';

const CODE = 'text/bidi';
const [LRE, RLE, PDF, LRO, RLO] = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];
const [LRI, RLI, FSI, PDI] = ['\u2066', '\u2067', '\u2068', '\u2069'];

describe(CODE, () => {
  it('reports an override, closed or not, where it stands', () => {
    expectProblems(
      CODE,
      withSources(`- Exports fell by ${RLO}03%${PDF} in 2024 [1].
                  ^ right-to-left override (U+202E)
- Imports ${LRO}fell [2].
          ^ left-to-right override (U+202D)`),
    );
  });

  for (const [name, control] of Object.entries({ LRE, RLE, LRI, RLI, FSI })) {
    it(`reports ${name} that nothing ends on its line`, () => {
      expectProblems(
        CODE,
        withSources(`- Exports ${control}fell
          ^ it does not end
  by 30%${PDF}${PDI} [1].`),
      );
    });
  }

  it('reports an embedding that only the isolate around it ends', () => {
    expectProblems(
      CODE,
      withSources(`- Exports ${FSI}fell ${LRE}by${PDI} 30% [1].
                ^ left-to-right embedding (U+202A)`),
    );
  });

  for (const [open, end] of [
    [RLI, PDI],
    [RLE, PDF],
  ]) {
    it(`reports digits that are shown backwards by U+${open?.charCodeAt(0).toString(16)}`, () => {
      expectProblems(
        CODE,
        withSources(`- Exports fell by ${open}1 2 3${end} tonnes [1].
                  ^ it sets right-to-left order`),
      );
    });
  }

  it('reports controls in front matter, where they stand', () => {
    expectProblems(
      CODE,
      `---
title: Report ${RLO}txt.exe
              ^
sources:
  - {id: 1, title: ${RLO}a, url: https://usgs.gov}
                   ^
---

- Exports fell by 30% [1].`,
    );
  });

  it('reports controls in code, tables, links and comments', () => {
    for (const text of [
      `\`a${RLO}b\``,
      `\`\`\`\nif (a${RLO}) b\n\`\`\``,
      `| a | b |\n| - | - |\n| ${RLO}1 | 2 |`,
      `[a${RLO}b](https://usgs.gov)`,
      `<!-- ${RLO} -->`,
      `[x]: https://usgs.gov/${RLO}`,
      `${RLO}`,
    ]) {
      assert.equal(problemsOf(CODE, `# T\n\n${text}\n\nText.\n`).length, 1, JSON.stringify(text));
    }
  });

  for (const text of [
    '中国控制着全球约90%的稀土加工产能。',
    'ירד ב-30% בשנת 2024 (USGS).',
    'انخفضت الصادرات بنسبة 30% في عام 2024 (USGS).',
    'The word \u05e9\u05dc\u05d5\u05dd (shalom), and مرحبا.',
    'می\u200cخواهم',
    'family 👨\u200d👩\u200d👧',
  ]) {
    it(`leaves ${text} alone`, () => expectSilence(CODE, withSources(`- ${text} [1]`)));
  }

  it('leaves marks alone, and names that isolates and embeddings set in the other direction', () => {
    for (const text of [
      `ירד\u200f ב-30%\u200e and\u061c`,
      `The paper ${RLI}שלום עולם${PDI} and ${RLE}مرحبا${PDF}.`,
      `ירד ${LRI}30% (USGS)${PDI} ו${LRE}x${PDF}`,
      `${FSI}anything${PDI}`,
      `${PDF}${PDI}`,
      `${RLI}${PDI}`,
    ]) {
      expectSilence(CODE, withSources(`- ${text} [1]`));
    }
  });

  it('takes the control out, and what ends it', () => {
    expectFix(
      CODE,
      'Remove the right-to-left override (U+202E)',
      withSources(`- Exports fell by ${RLO}03%${PDF} in 2024 [1].`),
      withSources(`- Exports fell by 03% in 2024 [1].`),
    );
    expectFix(
      CODE,
      'Remove the first strong isolate (U+2068)',
      withSources(`- Exports ${FSI}fell by 30% [1].`),
      withSources(`- Exports fell by 30% [1].`),
    );
  });

  it('says the same of a brief that was edited as of one that is read anew', () => {
    const before = `---\ntitle: a${RLO}\n---\n\n- First${RLO}.\n\n- Second${LRI} [1].\n\nThird.\n`;
    let brief = parseBrief(before);
    checkBrief(brief);
    for (const [from, to] of [
      ['Third', `Third${FSI}`],
      [`First${RLO}`, 'First'],
      [`a${RLO}`, 'a longer title'],
      ['- Second', 'New.\n\n- Second'],
    ] as const) {
      brief = parseChanged(brief, brief.text.replace(from, to));
      const found = checkBrief(brief).filter(({ rule }) => rule === CODE);
      assert.deepEqual(
        found.map(({ span }) => span),
        problemsOf(CODE, brief.text).map(({ span }) => span),
      );
    }
  });
});

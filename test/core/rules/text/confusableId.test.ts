import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, problemsOf } from '../ruleTest';

const CODE = 'text/confusable-id';

const brief = (id: string, cited: string, url = 'https://usgs.gov/a') => `---
title: Rare earths
sources:
  - id: ${id}
    title: Summaries
    url: ${url}
---

- Exports fell by 30% [@${cited}].
`;

function spanOf(text: string, part: string) {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

describe(CODE, () => {
  it('reports an id in which letters of another script stand among Latin ones', () => {
    expectProblems(
      CODE,
      brief(
        `u\u0455gs-2024
        ^^^^^^^^^ "\u0455" (U+0455) is not a Latin letter`,
        'u\u0455gs-2024',
      ),
    );
  });

  it('reports what nobody sees in an id', () => {
    for (const invisible of ['\u200b', '\u00ad', '\u2060', '\ufeff', '\u3164', '\u200d', '\ufe0f', '\u{e0041}']) {
      const [problem] = problemsOf(CODE, brief(`us${invisible}gs`, 'usgs'));
      assert.match(problem?.message ?? '', /an invisible character \(U\+[0-9A-F]{4,5}\)/, invisible);
    }
  });

  it('renames such an id wherever it stands', () => {
    expectFix(CODE, 'Rename to [@usgs]', brief('u\u0455gs', 'u\u0455gs'), brief('usgs', 'usgs'));
    expectFix(CODE, 'Rename to [@usgs]', brief('us\u200bgs', 'usgs'), brief('usgs', 'usgs'));
  });

  it('reports two sources whose ids look the same, at the one in another script', () => {
    const text = (first: string, second: string) => `---
sources:
  - {id: ${first}, title: A, url: https://a.org}
  - {id: ${second}, title: B, url: https://b.org}
---

- Exports fell by 30% [@${first}; @${second}].
`;
    const [problem, ...others] = problemsOf(CODE, text('cop', '\u0441\u043e\u0440'));
    assert.equal(others.length, 0);
    assert.match(problem?.message ?? '', /and \[@cop\] look the same, but are two sources/);
    assert.equal(problem?.span.start, text('cop', '\u0441').lastIndexOf('\u0441', 80));
    assert.equal(problem?.related[0]?.message, '[@cop] is declared here.');
    assert.equal(problemsOf(CODE, text('cop', '\uff43\uff4f\uff50')).length, 1);
    assert.equal(problemsOf(CODE, text('\u0441\u043e\u0440', '\u03f2\u043e\u0440')).length, 0);
    assert.equal(problemsOf(CODE, text('\u0441\u043e\u0440', '\u0441o\u0440')).length, 1);
  });

  it('reports a citation of an id that only looks like a declared one, and writes that', () => {
    const text = `${brief('usgs', 'usgs')}- Imports fell by 30% [@u\u0455gs].\n`;
    const [problem] = problemsOf(CODE, text);
    assert.match(
      problem?.message ?? '',
      /^This looks like \[@usgs\], but is a different id\. "\u0455" \(U\+0455\) is not a Latin/,
    );
    assert.deepEqual(problem?.span, spanOf(text, 'u\u0455gs'));
    expectFix(CODE, 'Write [@usgs] in plain letters', brief('usgs', 'u\u0455gs'), brief('usgs', 'usgs'));
    expectFix(CODE, 'Write [@cop] in plain letters', brief('cop', '\u0441\u043e\u0440'), brief('cop', 'cop'));
  });

  it('reports figures and references to them', () => {
    const text = (id: string, other: string, used: string) =>
      `---\nfigures:\n  - {id: ${id}, value: 3, own: true}\n  - {id: ${other}, value: 4, own: true}\n---\n\nThe share is {{${used}}}.\n`;
    assert.equal(problemsOf(CODE, text('share', 'shar\u0435', 'share')).length, 1);
    assert.equal(problemsOf(CODE, text('share', '\u0455hare2', 'share')).length, 1);
    assert.equal(problemsOf(CODE, text('share', 'other', 'share')).length, 0);
    expectFix(CODE, 'Write "share" in plain letters', text('share', 'b', 'sh\u0430re'), text('share', 'b', 'share'));
  });

  it('reports hosts that look like another one', () => {
    for (const host of [
      '\u0430pple.com',
      '\u0430\u0440\u0440\u04cf\u0435.com',
      'g\u043e\u043egle.com',
      'usgs.gov\u2044.evil.org',
      'g\u03bfogle.com',
      '\uff47oogle.com',
    ]) {
      const [problem] = problemsOf(CODE, brief('usgs', 'usgs', `https://${host}/a`));
      assert.match(problem?.message ?? '', /^The host ".*" looks like ".*", but is a different one\./, host);
    }
  });

  it('writes the host that it looks like', () => {
    expectFix(
      CODE,
      'Write https://apple.com/\u0430',
      brief('usgs', 'usgs', 'https://\u0430pple.com/\u0430'),
      brief('usgs', 'usgs', 'https://apple.com/\u0430'),
    );
    expectFix(
      CODE,
      'Write https://usgs.gov/a',
      brief('usgs', 'usgs', '"https://usgs\u200b.gov/a\u202e"'),
      brief('usgs', 'usgs', '"https://usgs.gov/a"'),
    );
  });

  it('reports links of the body in angle brackets', () => {
    const [problem] = problemsOf(CODE, `${brief('usgs', 'usgs')}\nSee [Apple](<https://\u0430pple.com/a>).\n`);
    assert.match(problem?.message ?? '', /looks like "apple\.com"/);
  });

  it('reports links of the body', () => {
    const text = `${brief('usgs', 'usgs')}\nSee [Apple](https://\u0430pple.com/a).\n`;
    const [problem] = problemsOf(CODE, text);
    assert.match(problem?.message ?? '', /^The host ".pple\.com" looks like "apple\.com"/);
    assert.deepEqual(problem?.span, spanOf(text, 'https://\u0430pple.com/a'));
  });

  for (const id of [
    'usgs-2024',
    '美国地质调查局-2024',
    'usgs中国',
    'отчёт-usgs-2024',
    'сорт',
    'TNFα-2020',
    'ΔT',
    'דוח-usgs',
    'تقرير',
    'می\u200cخواهم',
    'क्\u200dष',
    'café',
    'altın',
    '葛\u{e0100}城',
  ]) {
    it(`is silent about the id ${id}`, () => expectSilence(CODE, brief(id, `{${id}}`)));
  }

  for (const host of ['例子.中国', 'президент.рф', 'россия.рф', 'sor.рф', 'bücher.de', 'مثال.إختبار', 'ελλάδα.gr']) {
    it(`is silent about the host ${host}`, () => expectSilence(CODE, brief('usgs', 'usgs', `https://${host}/путь`)));
  }
});

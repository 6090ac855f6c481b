import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, problemsOf, withSources } from '../ruleTest';

const CODE = 'citation/inline-link';

describe(CODE, () => {
  it('hints at a link that is all an insight rests on', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of all rare earths ([Reuters](https://reuters.com/a)).
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint
- [Mountain Pass](https://example.org/pass) yields 15% of them [1].
`),
    );
  });

  it('hints at a tracking parameter, also of a declared source', () => {
    expectProblems(
      CODE,
      `---
title: Rare earths
sources:
  - id: 1
    title: Summaries
    url: https://usgs.gov/a?utm_source=chatgpt.com
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "https://usgs.gov/a" leads to the same page
---

- China refines 90% of all rare earths [1].
`,
    );
  });

  it('is silent about links in exempt sections', () => {
    expectSilence(CODE, withSources('## About\n\nWe are a team of 12 people, see [our site](https://example.org).'));
  });

  it('is silent about an address that stands behind its label, as the value of a field does', () => {
    expectSilence(
      CODE,
      '# T\n\n**URL:** https://git.example/a\n\n- **Git Repo**: https://git.example/b\n- 项目地址：<https://git.example/c>\n',
    );
  });

  it('takes no address and no bracket for a part of the title', () => {
    const after = `${withSources('- Exports fell by 30% [4].')}- [4] herald.example. https://herald.example/a\n`;
    for (const link of [
      '[Source: https://herald.example/a]',
      '[herald.example. \\]](https://herald.example/a)',
      '[(herald.example).](https://herald.example/a)',
    ])
      expectFix(CODE, 'Make it source [4]', withSources(`- Exports fell by 30% ${link}.`), after);
  });

  it('takes the title that a link has itself', () => {
    expectFix(
      CODE,
      'Make it source [4]',
      withSources('- Exports fell by 30% ([here](https://herald.example/a "Exports in 2024")).'),
      `${withSources('- Exports fell by 30% [4].')}- [4] Exports in 2024. https://herald.example/a\n`,
    );
  });

  it('keeps an image that is a link', () => {
    const image = '![Website](https://img.example/b.png)';
    expectFix(
      CODE,
      'Make it source [4]',
      withSources(`- [${image}](https://herald.example/a) shows that 30% less was sold.`),
      `${withSources(`- ${image} [4] shows that 30% less was sold.`)}- [4] herald.example. https://herald.example/a\n`,
    );
  });

  it('cites the page that it names a place of only where that is asked for', () => {
    const text = withSources('- Demand doubled in 2024 ([IEA](https://iea.org/minerals#demand)).');
    const [fix] = problemsOf(CODE, text)[0]?.fixes?.() ?? [];
    assert.equal(fix?.title, 'Cite [2], which has this address');
    assert.equal(fix?.certain, undefined);
  });

  it('takes pages behind a path in the fragment for pages of their own', () => {
    const before = withSources('- Demand doubled in 2024 ([Demand](https://iea.org/minerals#/demand)).');
    expectFix(
      CODE,
      'Make it source [4]',
      before,
      `${withSources('- Demand doubled in 2024 [4].')}- [4] Demand. https://iea.org/minerals#/demand\n`,
    );
  });

  it('makes a source of a link in parentheses', () => {
    const before = withSources(
      '- Exports fell by 30% ([Rare earth exports fall](https://reuters.com/a?utm_source=chatgpt.com)).',
    );
    const after = `${withSources('- Exports fell by 30% [4].')}- [4] Rare earth exports fall. https://reuters.com/a\n`;
    expectFix(CODE, 'Make it source [4]', before, after);
  });

  it('makes a source of an address that is written in angle brackets, or with escapes', () => {
    for (const address of [
      '<https://reuters.com/a_b(1)>',
      'https://reuters.com/a\\_b(1)',
      'https://reuters.com/a_b\\(1\\)',
    ]) {
      const before = withSources(`- Exports fell by 30% ([Rare earth exports fall](${address})).`);
      const after = `${withSources('- Exports fell by 30% [4].')}- [4] Rare earth exports fall. https://reuters.com/a_b(1)\n`;
      expectFix(CODE, 'Make it source [4]', before, after);
    }
  });

  it('takes a tracking parameter out of angle brackets', () => {
    const before = withSources('- Exports fell by 30% [1], see [a report](<https://reuters.com/a?utm_source=x>).');
    expectFix(CODE, 'Remove the tracking parameters', before, before.replace('?utm_source=x', ''));
  });

  it('keeps words that belong to the sentence', () => {
    const before = withSources('- Exports fell by 30%, as [the ministry said](https://mofcom.gov.cn/a) in May 2025.');
    const after = `${withSources('- Exports fell by 30%, as the ministry said [4] in May 2025.')}- [4] the ministry said. https://mofcom.gov.cn/a\n`;
    expectFix(CODE, 'Make it source [4]', before, after);
  });

  it('names a bare address by its site', () => {
    const before = withSources('- Exports fell by 30% in May 2025: https://www.reuters.com/a');
    const after = `${withSources('- Exports fell by 30% in May 2025: [4]')}- [4] reuters.com. https://www.reuters.com/a\n`;
    expectFix(CODE, 'Make it source [4]', before, after);
  });

  it('cites the source that has the address already', () => {
    expectFix(
      CODE,
      'Cite [2], which has this address',
      withSources('- Demand doubled in 2024 ([IEA](https://iea.org/minerals?utm_source=chatgpt.com)).'),
      withSources('- Demand doubled in 2024 [2].'),
    );
  });

  it('removes tracking parameters and keeps the others', () => {
    const brief = (url: string) => `---
title: Rare earths
sources:
  - id: 1
    title: Summaries
    url: "${url}"
---

- China refines 90% of all rare earths [1].
`;
    expectFix(
      CODE,
      'Remove the tracking parameters',
      brief('https://usgs.gov/a?utm_source=chatgpt.com&page=3&gclid=x#top'),
      brief('https://usgs.gov/a?page=3#top'),
    );
  });
});

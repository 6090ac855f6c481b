import assert from 'node:assert/strict';
import { checkBrief, parseBrief } from '../../../../src/core/checking';
import { fixAll } from '../../../../src/core/editor';
import { expectFix, expectProblems, expectSilence, withSources } from '../ruleTest';

const CODE = 'citation/style';

describe(CODE, () => {
  it('leaves the lines of a page out that stand behind a number', () => {
    expectFix(
      CODE,
      'Write [2]',
      withSources('- Demand doubled in 2024 【2†L3-L5】.'),
      withSources('- Demand doubled in 2024 [2].'),
    );
  });

  it('hints at full-width brackets and doubled ones', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of all rare earths【1】.
                                      ^^^ plain form "[1]"
- It mines 70% of all rare earths［1］.
                                 ^^^ hint
- It owns 40% of all rare earths [[1]](https://pubs.usgs.gov/mcs2024).
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ plain form "[1]"
`),
    );
  });

  it('hints at a source in words', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of all rare earths (Source: USGS).
                                       ^^^^^^^^^^^^^^ in words only
`),
    );
  });

  it('says once that forms are mixed, at the first place of the rarer one', () => {
    expectProblems(
      CODE,
      withSources(`
- China refines 90% of all rare earths [1].
- It mines 70% of all rare earths [2].
- It owns 40% of all rare earths.¹
                                 ^ by superscripts in 1 place and by numbers in 2
`),
    );
  });

  it('takes a footnote that is a remark for no form of its own', () => {
    expectSilence(
      CODE,
      withSources(`
- China refines 90% of all rare earths [1].[^remark]

[^remark]: Capacity, and not output, as the survey says [2].
`),
    );
  });

  it('is silent about plain citations', () => {
    expectSilence(
      CODE,
      withSources('- China refines 90% of all rare earths [1][2, 3]. It mines 70% [1](https://x.org/a).'),
    );
  });

  it('parts the plain form from the words around it', () => {
    expectFix(
      CODE,
      'Write [3]',
      withSources('- The table [2] reads 2025【3】and not 2024 [1].'),
      withSources('- The table [2] reads 2025 [3] and not 2024 [1].'),
    );
    expectFix(
      CODE,
      'Write [3]',
      withSources('- It fell by 5%!【3】(see below)'),
      withSources('- It fell by 5%! [3] (see below)'),
    );
  });

  it('keeps an address that the source does not have', () => {
    expectFix(
      CODE,
      'Write [1](https://pubs.usgs.gov/annex)',
      withSources('- It owns 40% of all rare earths [[1]](https://pubs.usgs.gov/annex).'),
      withSources('- It owns 40% of all rare earths [1](https://pubs.usgs.gov/annex).'),
    );
  });

  it('keeps each address of a number that stands for several pages', () => {
    for (const page of ['one', 'two'])
      expectFix(
        CODE,
        `Write [9](https://x.org/${page})`,
        `# T\n\n- A rose by 4% [[9]](https://x.org/${page}).\n- B fell by 5% [9](https://x.org/three) and [9](https://x.org/${page}).\n`,
        `# T\n\n- A rose by 4% [9](https://x.org/${page}).\n- B fell by 5% [9](https://x.org/three) and [9](https://x.org/${page}).\n`,
      );
  });

  it('keeps the address of a link that leads to another source than its number', () => {
    const text =
      '# T\n\nTin rose [[1]](https://a.example/tin), ore fell [[1]](https://a.example/ore), and zinc too [[1]](https://a.example/ore).\n';
    const fixed = fixAll(parseBrief(text), checkBrief).brief.text;
    assert.deepEqual(
      parseBrief(fixed).citations.map(({ items }) => items[0]?.id),
      ['1', '1b', '1b'],
    );
    assert.equal(fixed.match(/a\.example\/ore/g)?.length, 2);
  });

  it('keeps the number of a list that counts from 1 again', () => {
    const part = (name: string, cited: string) =>
      `## ${name}\n\nIt rose by 4% ${cited}, and fell [2].\n\n### References\n\n1. Report of ${name}. https://${name}.example/r\n2. Index of ${name}. https://${name}.example/i\n\n`;
    const text = (cited: string) => `# T\n\n${part('a', '[1]')}${part('b', cited)}`;
    const { brief } = fixAll(parseBrief(text('[[1]](https://b.example/r)')), checkBrief);
    assert.equal(brief.text, text('[1]'));
  });

  it('keeps the first of equal addresses that nothing else has', () => {
    const cited = (first: string, second: string) => `# T\n\n- A rose by 4% ${first}.\n- B fell by 5% ${second}.\n`;
    const link = '[[9]](https://x.org/a)';
    const { brief } = fixAll(parseBrief(cited(link, link)), checkBrief);
    assert.equal(brief.text, cited('[9](https://x.org/a)', '[9]'));
  });

  it('makes a source of an address that is named in words', () => {
    expectFix(
      CODE,
      'Make it source [4]',
      withSources('- Output fell by 3% (Source: Mining Herald, https://herald.example/output).'),
      `${withSources('- Output fell by 3% [4].')}- [4] Mining Herald. https://herald.example/output\n`,
    );
  });

  it('writes the plain form', () => {
    expectFix(
      CODE,
      'Write [1, 3]',
      withSources('- 中国精炼了全球90%的稀土【1，3】。'),
      withSources('- 中国精炼了全球90%的稀土[1, 3]。'),
    );
    expectFix(
      CODE,
      'Write [1]',
      withSources('- It owns 40% of all rare earths [[1]](https://pubs.usgs.gov/mcs2024).'),
      withSources('- It owns 40% of all rare earths [1].'),
    );
  });

  it('keeps the address of a doubled bracket where nothing else declares the source', () => {
    expectFix(
      CODE,
      'Write [9](https://x.org/a)',
      withSources('- It owns 40% of all rare earths [[9]](https://x.org/a).'),
      withSources('- It owns 40% of all rare earths [9](https://x.org/a).'),
    );
  });

  it('cites the declared source in the place of one in words', () => {
    expectFix(
      CODE,
      'Cite [2] "The role of critical minerals, IEA"',
      withSources('- China refines 90% of all rare earths (Source: IEA, critical minerals).'),
      withSources('- China refines 90% of all rare earths [2].'),
    );
  });

  it('writes superscripts in brackets', () => {
    expectFix(
      CODE,
      'Write all superscripts in brackets',
      withSources('- China refines 90% [1]. It mines 70% [2].\n- It owns 40% of them.¹ It buys 20% of them³.'),
      withSources('- China refines 90% [1]. It mines 70% [2].\n- It owns 40% of them.[1] It buys 20% of them [3].'),
    );
  });
});

import assert from 'node:assert/strict';
import { type Brief, checkBrief, fixAll, parseBrief } from '../../../../src/core';
import { leadsToSource } from '../../../../src/core/brief/queries/leadsToSource';
import { certainFix, safeFix } from '../../../../src/core/editor/editing/fixAll';
import { expectFix, expectProblems, expectSilence, fixTitles, problemsOf, withSources } from '../ruleTest';

const CODE = 'citation/artifact';

/** A text after all fixes of the rule: those that are right whatever was meant, or all that follow from the text. */
function fixedAll(text: string, choice = certainFix): string {
  const check = (brief: Brief) => checkBrief(brief).filter(({ rule }) => rule === CODE);
  return fixAll(parseBrief(text), check, choice).brief.text;
}

describe(CODE, () => {
  it('reports what chat assistants leave behind', () => {
    for (const mark of [
      '【4†source】',
      ':contentReference[oaicite:0]{index=0}',
      'citeturn0search1',
      '[cite: 1]',
      '[web:1]',
      '[4†source]',
      '[4:0†L3-L9]',
    ])
      expectProblems(
        CODE,
        withSources(`
- China refines 90% of all rare earths ${mark}.
                                       ${'^'.repeat(mark.length)} leads nowhere
`),
      );
  });

  const CHAT = withSources(`
- China refines 90% of all rare earths 【4†L1-L9】.
- Exports fell by 30% 【4†L20-L22】【7†L3-L4】.
- Imports fell by 3% 【7†L5-L6】, see https://a.example/imports for more.
`);

  it('is one problem where several marks stand for sources whose list was not copied', () => {
    const messages = problemsOf(CODE, CHAT).map(({ message }) => message);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /^4 marks of a chat assistant stand for 2 sources whose list was not copied/);
  });

  it('keeps them as numbered sources, with an address that stands alone beside one', () => {
    const brief = parseBrief(fixedAll(CHAT));
    assert.deepEqual(
      brief.citations.map(({ items }) => items.map(({ id }) => id).join()),
      ['4', '4', '5', '5'],
    );
    assert.deepEqual(
      brief.sources.slice(-2).map(({ id, url }) => `${id} ${url?.value}`),
      ['4 undefined', '5 https://a.example/imports'],
    );
  });

  const MIXED = withSources(
    '- Rain fell by 12% 【9†L1-L9】.\n- Snow fell by 5% [oai_citation:0‡Snow Atlas](https://snow.example/a), says \uE200entity\uE202["company","Snow Board","a firm"]\uE201.\n',
  );

  it('keeps what some of the marks hold where it is sure, and leaves the others', () => {
    const fixed = fixedAll(MIXED, safeFix);
    assert.match(fixed, /12% 【9†L1-L9】\.\n- Snow fell by 5% \[4\], says Snow Board\.\n/);
    assert.match(fixed, /\[4\] Snow Atlas\. https:\/\/snow\.example\/a/);
    // A new source would have the number of a mark that stands for another one.
    const listed = MIXED.replace('【9†', '【4†');
    assert.equal(fixedAll(listed, safeFix), listed);
  });

  const NAMED = withSources(
    '- Rain fell by 12% 【F:data/rain.csv†L1-L9】.\n- Snow fell by 5% [oai_citation:0‡Snow Atlas](https://snow.example/a).\n' +
      '- Hail fell by 2% in May [oai_citation:4‡Atlas](https://snow.example/a), says \uE200entity\uE202["company","Rainworks","a firm"]\uE201.',
  );

  it('is one problem where several marks hold something, with one safe fix for all', () => {
    assert.deepEqual(
      problemsOf(CODE, NAMED).map(({ message }) => message),
      ['4 marks were left behind by a chat assistant. Make sources of what they name.'],
    );
    assert.deepEqual(fixTitles(CODE, NAMED), ['Make sources of what they name']);
    const after = withSources(
      '- Rain fell by 12% [4, lines 1-9].\n- Snow fell by 5% [5].\n- Hail fell by 2% in May [5], says Rainworks.',
    );
    assert.equal(fixedAll(NAMED, safeFix), `${after}- [4] data/rain.csv\n- [5] Snow Atlas. https://snow.example/a\n`);
  });

  it('keeps the words of several marks, and nothing else', () => {
    const entity = (name: string) => `\uE200entity\uE202["company","${name}","a firm"]\uE201`;
    const text = withSources(`- ${entity('Rainworks')} and ${entity('Snowworks')} sold 12 stations [1].`);
    assert.match(problemsOf(CODE, text)[0]?.message ?? '', /^2 marks .* Keep only the words in them\.$/);
    assert.equal(fixedAll(text, safeFix), withSources('- Rainworks and Snowworks sold 12 stations [1].'));
  });

  it('cites the numbers of the list that several marks have', () => {
    const text = withSources('- Demand doubled 【2†source】, and prices 【1†source】.');
    assert.deepEqual(fixTitles(CODE, text), ['Cite the sources that have these numbers', 'Remove all of them']);
    assert.equal(fixedAll(text), withSources('- Demand doubled [2], and prices [1].'));
  });

  it('takes the titles of sources from a list whose lines end in marks', () => {
    const brief = parseBrief(
      fixedAll(
        '# Tin\n\nTin rose by 4%【10†L1-L9】【2†L3-L4】. Ore fell【2†L8-L9】.\n\n## Sources\n\n' +
          '- Tin Yearbook【10†L1-L9】【2†L3-L4】\n- Ore Yearbook【2†L8-L9】\n- Quay Yearbook【7†L1-L2】\n',
      ),
    );
    assert.deepEqual(
      brief.sources.map(({ id, title }) => `${id} ${title?.value}`),
      ['1 Tin Yearbook', '2 Ore Yearbook', '3 Quay Yearbook'],
    );
    assert.deepEqual(
      brief.citations.map(({ items }) => items.map(({ id }) => id).join()),
      ['1', '2', '2'],
    );
    assert.doesNotMatch(brief.text, /†/);
  });

  it('counts nothing as cited until its source is there', () => {
    const brief = parseBrief(
      fixedAll('# Tin\n\nTin rose by 4% citeturn0search1. Ore fell by 3% citeturn0search2turn0news4.\n'),
    );
    assert.deepEqual(
      brief.citations.map(({ items }) => items.map(({ id }) => id).join()),
      ['1', '2', '3'],
    );
    assert.deepEqual(brief.insights.map(leadsToSource(brief)), [false]);
  });

  it('has the numbers of one mark in order', () => {
    const text = '# Tin\n\nTin rose citeturn0search2. Ore fell citeturn0search4turn0search2.\n';
    assert.match(fixedAll(text), /Tin rose \[1\]\. Ore fell \[1\]\[2\]\./);
  });

  it('is silent about citations in full-width brackets', () => {
    expectSilence(CODE, withSources('- 中国精炼了全球90%的稀土【1】。'));
  });

  it('removes it with the space before it', () => {
    expectFix(
      CODE,
      'Remove it',
      withSources('- China refines 90% of all rare earths [1] 【4†source】.'),
      withSources('- China refines 90% of all rare earths [1].'),
    );
  });

  it('makes no source of what a mark says that the chat showed', () => {
    for (const shown of ['embed_image', 'screenshot', ' graphic', 'Image'])
      expectFix(
        CODE,
        'Remove it',
        withSources(`- China refines 90% of all rare earths [1] 【41†${shown}】.`),
        withSources('- China refines 90% of all rare earths [1].'),
      );
  });

  it('keeps a space between two words', () => {
    expectFix(
      CODE,
      'Remove it',
      withSources('- China refines 90% 【4†source】 of all rare earths [1].'),
      withSources('- China refines 90% of all rare earths [1].'),
    );
  });

  it('keeps the indentation where it starts an item', () => {
    expectFix(
      CODE,
      'Remove it',
      withSources('- 【4†source】 China refines 90% of all rare earths [1].'),
      withSources('- China refines 90% of all rare earths [1].'),
    );
  });

  it('makes a source of the title and the address that it holds', () => {
    expectFix(
      CODE,
      'Make it source [4]',
      withSources(
        '- Rainfall fell by 12% in 2023 [oai_citation:0‡State Summaries](https://climate.example/states?utm_source=chatgpt.com).',
      ),
      `${withSources('- Rainfall fell by 12% in 2023 [4].')}- [4] State Summaries. https://climate.example/states\n`,
    );
  });

  it('offers that first, and no removal', () => {
    const text = withSources(
      '- Rainfall fell by 12% in 2023 [oai_citation:0‡State Summaries](https://climate.example/s).',
    );
    assert.deepEqual(fixTitles(CODE, text), ['Make it source [4]']);
    assert.equal(problemsOf(CODE, text)[0]?.fixes?.()[0]?.preferred, true);
  });

  it('cites the source that has its address', () => {
    expectFix(
      CODE,
      'Cite [2], which has this address',
      withSources('- Demand doubled in 2024 [oai_citation:3‡IEA](https://iea.org/minerals).'),
      withSources('- Demand doubled in 2024 [2].'),
    );
  });

  for (const [left, entry] of [
    ['[oai_citation:1‡rain.example](https://rain.example/a_(b))', 'rain.example. https://rain.example/a_(b)'],
    [
      '[oai_citation_attribution:2‡Rain [brief] atlas](https://rain.example/a)',
      'Rain [brief] atlas. https://rain.example/a',
    ],
    ['[oai_citation:1‡Rain report.pdf](file-service://file-8Yd)', 'Rain report.pdf'],
    ['[oai_citation:1](sandbox:/mnt/data/rain.csv)', 'rain.csv'],
    ['【4:0†rain report.pdf】', 'rain report.pdf'],
    ['【12†Rain in the uplands†L10-L12】', 'Rain in the uplands'],
    ['【12†https://rain.example/a】', 'rain.example. https://rain.example/a'],
    ['【12†source】(https://rain.example/a)', 'rain.example. https://rain.example/a'],
    ['[cite: Rain Atlas 2020]', 'Rain Atlas 2020'],
    ['[web:3](https://rain.example/a)', 'rain.example. https://rain.example/a'],
    ['\uE200url\uE202Rain Atlas\uE202https://rain.example/a\uE201', 'Rain Atlas. https://rain.example/a'],
    ['\uE200navlist\uE202Rain in the news\uE202turn0news1,turn0news4\uE201', 'Rain in the news'],
  ] as const) {
    it(`makes a source of what ${JSON.stringify(left)} holds, in a fix of all, too`, () => {
      const before = withSources(`- Rainfall fell by 12% in 2023 ${left}.`);
      const after = `${withSources('- Rainfall fell by 12% in 2023 [4].')}- [4] ${entry}\n`;
      expectFix(CODE, 'Make it source [4]', before, after);
      assert.equal(fixedAll(before), after);
      assert.equal(fixedAll(before, safeFix), after);
    });
  }

  it('keeps the lines of the file that it names, in a fix of all, too', () => {
    const before = withSources('- Rainfall fell by 12% 【F:data/rain.csv†L1-L9】, then by 9% 【F:data/rain.csv†L20】.');
    const after = `${withSources('- Rainfall fell by 12% [4, lines 1-9], then by 9% [4, line 20].')}- [4] data/rain.csv\n`;
    assert.equal(fixedAll(before), after);
    assert.equal(fixedAll(before, safeFix), after);
  });

  for (const left of [
    '【4†source】',
    '【4†来源】',
    '【12†L12-L15】',
    '【turn0search1†L3】',
    '【60†Image】',
    ':contentReference[oaicite:0]{index=0}',
    'citeturn0search1',
    '\uE200cite\uE202turn0search1\uE202turn0news4\uE201',
    '\uE200filecite\uE202turn0file0\uE202L1-L4\uE201',
    '\uE200image_group\uE202{"layout":"row","query":["rain"]}\uE201',
    `\uE200image_group\uE202{"layout":"row","query":["${'rain on the coast '.repeat(30)}"]}\uE201`,
    '[oai_citation:0]',
    '[cite_start]',
    '[cite: 14, 15]',
    '[cite: turn0search1]',
    '[web:3, web:4]',
  ]) {
    it(`removes ${JSON.stringify(left)}, which holds nothing, only where that is asked for`, () => {
      const before = withSources(`- Rainfall fell by 12% in 2023 ${left}.`);
      const after = withSources('- Rainfall fell by 12% in 2023.');
      expectFix(CODE, 'Remove it', before, after);
      assert.equal(fixedAll(before), after);
      assert.equal(fixedAll(before, safeFix), before);
    });
  }

  it('makes one source of an address, a title or a file that stands there several times', () => {
    const before = withSources(
      '- Rain fell by 12% [oai_citation:0‡Atlas](https://rain.example/a).\n- It fell by 3% in May [oai_citation:4‡Atlas](https://rain.example/a).\n' +
        '- Snow fell by 5% 【4:0†snow.pdf】.\n- It fell by 2% in May 【4:7†snow.pdf】.',
    );
    const after = withSources(
      '- Rain fell by 12% [4].\n- It fell by 3% in May [4].\n- Snow fell by 5% [5].\n- It fell by 2% in May [5].',
    );
    assert.equal(fixedAll(before, safeFix), `${after}- [4] Atlas. https://rain.example/a\n- [5] snow.pdf\n`);
  });

  it('loses no place on a page that the source of that address does not name', () => {
    const before = withSources('- Demand doubled in 2024 [oai_citation:3‡IEA](https://iea.org/minerals#demand).');
    assert.equal(fixedAll(before), before);
  });

  it('leaves a mark alone that is read as a citation, as the list has its number', () => {
    expectSilence(CODE, withSources('- Demand doubled in 2024 【2†L3-L5】.'));
    assert.deepEqual(fixTitles(CODE, withSources('- Demand doubled 【2†source】, and prices 【9†source】.')), [
      'Keep them as numbered sources to be filled in',
      'Remove all of them',
    ]);
  });

  it('keeps words of the sentence', () => {
    expectFix(
      CODE,
      'Replace by Rainworks',
      withSources('- \uE200entity\uE202["company","Rainworks","a firm"]\uE201 sold 12 stations [1].'),
      withSources('- Rainworks sold 12 stations [1].'),
    );
  });

  it('says what it holds', () => {
    const messageOf = (left: string) => problemsOf(CODE, withSources(`- Rain fell by 12% ${left}.`))[0]?.message;
    assert.match(
      messageOf('[oai_citation:0‡Atlas](https://rain.example/a)') ?? '',
      /chat assistant\. Make its title "Atlas" and its address "https:\/\/rain\.example\/a" a source/,
    );
    assert.match(messageOf('[web:1](https://rain.example/a)') ?? '', /Make its address "https:\/\/rain/);
    assert.match(messageOf('【4:0†rain.pdf】') ?? '', /Make its file "rain\.pdf" a source/);
    assert.match(messageOf('【4†Rain Atlas】') ?? '', /Make its title "Rain Atlas" a source/);
    assert.match(messageOf('【4†source】') ?? '', /leads nowhere/);
  });

  it('counts as the link that it is until then, so that nothing else is reported there', () => {
    const text = withSources('- Rain fell by 12% in 2023 [oai_citation:0‡Atlas](https://rain.example/a).');
    assert.deepEqual(
      checkBrief(parseBrief(text))
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('citation/')),
      [CODE],
    );
  });

  it('parts the citation from the words around it', () => {
    assert.equal(
      fixedAll(withSources('- Rain fell by 12%【4:0†rain.pdf】and snow by 5% [1].')).split('\n')[2],
      '- Rain fell by 12% [4] and snow by 5% [1].',
    );
    assert.equal(
      fixedAll(withSources('- 降雨量下降了12%【4:0†rain.pdf】，降雪量持平[1]。')).split('\n')[2],
      '- 降雨量下降了12%[4]，降雪量持平[1]。',
    );
  });
});

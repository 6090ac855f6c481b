import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../../src/core/rules';
import { expectProblems, expectSilence, problemsOf } from '../ruleTest';

const CODE = 'citation/none';

/** So many items, each of which states something that can be looked up. */
const statements = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `- Smelters in district ${i + 1} closed ${i + 12}% of their lines in 2023.\n`,
  );
const CITED = '- Ore output fell by 8% in 2023 [1].\n';
const entries = (count: number) =>
  Array.from({ length: count }, (_, i) => `- [${i + 1}] Ore yearbook ${i + 1}. https://ore.example/${i + 1}\n`).join(
    '',
  );
const listing = (count: number) => `\n## Sources\n\n${entries(count)}`;
const messageOf = (text: string) => problemsOf(CODE, text).map(({ message }) => message);

describe(CODE, () => {
  it('warns once, at the title, of a document that states things and cites nothing', () => {
    expectProblems(CODE, `# Ore\n  ^^^ warning\n\n${statements(8).join('')}`);
  });

  it('warns of a document that hardly cites', () => {
    expectProblems(CODE, `# Ore\n  ^^^ Hardly anything\n\n${CITED}${statements(9).join('')}${listing(1)}`);
  });

  it('stands at the title of the front matter where that has one', () => {
    expectProblems(CODE, `---\ntitle: Ore in brief\n       ^^^^^^^^^^^^\n---\n\n${statements(3).join('')}`);
  });

  it('stands at the first word where there is no title', () => {
    expectProblems(CODE, `\n\n- Prices may fall.\n  ^^^^^^ warning\n${statements(3).join('')}`);
    expectProblems(
      CODE,
      '\n\n- 2024年稀土产量为45万吨。\n  ^^^^^^^^^^^^ warning\n- 2023年为41万吨。\n- 2022年为39万吨。\n',
    );
  });

  it('makes hints of what citation/missing says of each statement', () => {
    const text = `# Ore\n\n${statements(4).join('')}`;
    assert.deepEqual(
      problemsOf('citation/missing', text).map(({ severity }) => severity),
      ['hint', 'hint', 'hint', 'hint'],
    );
  });

  /** A brief on a few districts. All but the last cite. */
  const districts = (last: string) => {
    const others = ['East', 'West', 'North'].map((name) => `## ${name}\n\n${CITED.repeat(6)}`).join('\n');
    return `---\nsources:\n  - { id: 1, title: Ore yearbook }\n---\n\n# Ore\n\n${others}\n## South\n\n${last}`;
  };

  it('warns once, at the heading, of a section that cites nothing where others cite', () => {
    const text = districts(statements(6).join(''));
    assert.deepEqual(
      problemsOf(CODE, text).map(({ message, span }) => [text.slice(span.start, span.end), message]),
      [['South', 'Nothing is cited in this section, and 6 statements need a source.']],
    );
    const severities = problemsOf('citation/missing', text).map(({ severity }) => severity);
    assert.deepEqual(new Set(severities), new Set(['hint']));
  });

  it('leaves a section with one citation, or with a few statements, to citation/missing', () => {
    for (const section of [`${statements(6).join('')}${CITED}`, statements(4).join('')]) {
      expectSilence(CODE, districts(section));
      assert.equal(problemsOf('citation/missing', districts(section))[0]?.severity, 'warning');
    }
  });

  it('is silent about a document that cites', () => {
    expectSilence(CODE, `# Ore\n\n${CITED.repeat(4)}${statements(9).join('')}${listing(1)}`);
  });

  it('is silent about a few statements beside one that cites: each is spoken of', () => {
    const text = `# Ore\n\n${CITED}${statements(4).join('')}${listing(1)}`;
    expectSilence(CODE, text);
    assert.equal(problemsOf('citation/missing', text)[0]?.severity, 'warning');
  });

  it('is silent where all citations are broken, of which other rules speak', () => {
    const text = `# Ore\n\n- Ore output fell by 8% in 2023 【4†source】.\n- Exports fell by 9% in 2023 [1.\n`;
    expectSilence(CODE, text);
    assert.equal(problemsOf('citation/artifact', text).length, 1);
  });

  it('is silent where citation/missing is turned off for the document', () => {
    expectSilence(CODE, `---\ntitle: Ore\nrules:\n  citation/missing: off\n---\n\n${statements(8).join('')}`);
  });

  it('is silent where settings turn citation/missing off, unless they set it, too', () => {
    const brief = parseBrief(`# Ore\n\n${statements(8).join('')}`);
    const codes = (...rules: readonly [string, 'off' | 'warning'][]) =>
      checkBrief(brief, { rules: new Map(rules) }).map(({ rule }) => rule);
    assert.deepEqual(codes(['citation/missing', 'off']), []);
    assert.deepEqual(codes(['citation/missing', 'off'], [CODE, 'warning']), [CODE]);
  });

  it('is silent about statements that are the own judgement of the author', () => {
    expectSilence(CODE, `# Ore\n\n${statements(4).join('').replaceAll('.\n', ' [own].\n')}`);
  });

  it('is silent about a plan, which states hardly anything', () => {
    const steps = Array.from({ length: 15 }, (_, i) => `- Write part ${i + 1} of the report.\n`).join('');
    expectSilence(CODE, `# Plan\n\n${steps}${statements(1).join('')}`);
    expectSilence(CODE, `# Plan\n\n${steps}`);
  });

  it('says how many statements need a source', () => {
    const other = '## Outlook\n\nPrices of ore will rise by 9% in 2027.\n';
    assert.deepEqual(messageOf(`# Ore\n\n${statements(1).join('')}\n${other}`), [
      'Nothing is cited here, and 1 statement needs a source. Add the sources, and cite them after the statements that they support.',
    ]);
    assert.deepEqual(messageOf(`# Ore\n\n${statements(12).join('')}`), [
      'Nothing is cited here, and 12 statements need a source. Add the sources, and cite them after the statements that they support.',
    ]);
  });

  it('says how many sources are listed already, those without a number too', () => {
    const nothing = 'Nothing is cited here, and 3 statements need a source.';
    const three = `# Ore\n\n${statements(3).join('')}`;
    assert.deepEqual(messageOf(`${three}${listing(1)}`), [
      `${nothing} 1 source is listed. Cite it after the statements that it supports.`,
    ]);
    assert.deepEqual(messageOf(`${three}${listing(2)}`), [
      `${nothing} 2 sources are listed. Cite them after the statements that they support.`,
    ]);
    assert.deepEqual(
      messageOf(`${three}\n## References\n\n- Miller, J. Ore in numbers. https://miller.example/ore\n`),
      [`${nothing} 1 source is listed. Cite it after the statements that it supports.`],
    );
  });

  it('says how many statements have a source where hardly any has', () => {
    const listed = '2 sources are listed. Cite them after the statements that they support.';
    assert.deepEqual(messageOf(`# Ore\n\n${CITED}${statements(9).join('')}${listing(2)}`), [
      `Hardly anything is cited here: 9 statements need a source, and 1 has one. ${listed}`,
    ]);
    assert.deepEqual(messageOf(`# Ore\n\n${CITED.repeat(2)}${statements(9).join('')}${listing(2)}`), [
      `Hardly anything is cited here: 9 statements need a source, and 2 have one. ${listed}`,
    ]);
  });

  it('is silent where ten statements cite nearly all of several listed sources', () => {
    const citing = (count: number) =>
      Array.from({ length: count }, (_, i) => `Ore of pit ${i} rose by 4% in 2021 [${(i % 5) + 1}].\n\n`).join('');
    const text = (count: number) => `# Ore\n\n${citing(count)}${statements(36).join('')}${listing(5)}`;
    expectSilence(CODE, text(10));
    assert.equal(messageOf(text(10).replaceAll('[4]', '[1]').replaceAll('[5]', '[1]')).length, 1);
    // Fewer hardly cite, and the list has nothing more for them.
    assert.match(messageOf(text(5))[0] ?? '', /and 5 have one\. Add the sources, and cite them/);
  });

  it('is silent about a summary of one work whose address its head gives', () => {
    const facts = statements(8).join('');
    expectSilence(CODE, `---\ntitle: Ore\nsource: https://ore.example/talk\n---\n\n${facts}`);
    expectSilence(CODE, `# Ore\n\n- Talk: https://ore.example/talk\n\n## Notes\n\n${facts}`);
    expectSilence(CODE, `# Ore\n\n> **Source:** [the talk](https://ore.example/talk)\n\n${facts}`);
  });

  it('is silent where most statements stand in sections that list their own sources', () => {
    const section = (name: string, sources: string) => `## ${name}\n\n${statements(4).join('')}\n${sources}\n\n`;
    const links = (name: string) =>
      `**Sources**\n\n- [Ore of ${name}](https://${name}.example/a)\n- [${name}](https://${name}.example/b)`;
    const all = (count: number) =>
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
        .map((name, i) => section(name, i < count ? links(name) : 'And so on.'))
        .join('');
    expectSilence(CODE, all(5));
    assert.equal(problemsOf(CODE, all(4)).length, 1);
    assert.equal(problemsOf(CODE, `${section('one', links('one'))}${section('two', links('two'))}`).length, 1);
    assert.equal(problemsOf(CODE, `${all(0)}\n## Sources\n\n${entries(8)}`).length, 1);
  });

  it('warns of a document whose head has only its own addresses, or whose text leads to other sites', () => {
    const facts = statements(8).join('');
    assert.equal(messageOf(`# Ore\n\nRepository: https://ore.example/repo\n\n${facts}`).length, 1);
    assert.equal(messageOf(`# Ore\n\n![badge](https://ore.example/badge.png)\n\n${facts}`).length, 1);
    assert.equal(
      messageOf(`# Ore\n\nTalk: https://ore.example/talk\n\n${facts}\nSee [others](https://tin.example).\n`).length,
      1,
    );
    assert.equal(messageOf(`# Ore\n\nOutput fell, as [the office](https://ore.example) says.\n\n${facts}`).length, 1);
  });

  it('takes links whose addresses a site puts in for sources', () => {
    const linked = '- Ore output fell by 8% in 2023, says [the office][office 2023].\n';
    expectSilence(CODE, `# Ore\n\n${linked.repeat(6)}`);
    expectSilence(CODE, `# Ore\n\n${linked.replace('[office 2023]', '({{base}}/2023)').repeat(6)}`);
    assert.equal(messageOf(`# Ore\n\n${linked.replace('[office 2023]', '').repeat(6)}`).length, 1);
  });
});

import assert from 'node:assert/strict';
import {
  applyEdits,
  checkBrief,
  evidenceReport,
  hoverAt,
  inspectBrief,
  parseBrief,
  toPlainText,
} from '../../../../src/core';
import { cardsOf, renderBrief } from '../../../../src/core/page/renderBrief';
import { wordsOf } from '../../page/html';

const SOURCES = {
  plant: 'quote: Acme opened one plant in 2024.',
  plants: 'quote: Acme opened two plants for $5 million in 2024.',
  cost: 'quote: Acme opened one plant for $5 million in 2024.',
  spent: 'quote: Spending of Acme was $5 million in 2024.',
  said: 'quote: "“The plant is a great success for the town,” said Ada Roe. Lin Poe disagreed."',
  id: 'language: id, quote: "Indonesia memasok 59 % nikel dunia, sedangkan Filipina 10 %."',
  zh: 'language: zh, quote: 印度尼西亚占全球镍产量的59%。',
  en: 'quote: "Indonesia\'s share in the output of nickel was 59 %, that of the Philippines 10 %."',
  de: 'quote: Auf Indonesien entfielen 59 % der weltweiten Nickelförderung.',
  usgs: 'language: zh, quote: 据USGS统计，印度尼西亚的产量占59%。',
  jobs: 'language: zh, quote: 5月失业率为5.2%。',
};

type Name = keyof typeof SOURCES;

/** A table of the brief by which Acme spent $6 million. */
const TABLE = '\n| Acme | 2023 | 2024 |\n| --- | --- | --- |\n| Spending ($ million) | 4 | 6 |\n';

function textOf(...claims: string[]): string {
  const sources = Object.entries(SOURCES).map(([id, said]) => `  - { id: ${id}, title: Title of it, ${said} }\n`);
  return `---\nlanguage: en\nsources:\n${sources.join('')}---\n\n${claims.map((claim) => `- ${claim}\n`).join('')}`;
}

/** Returns what the chip of a claim's only citation says on the page, after checking that `inspect` says the same. */
function supportOf(claim: string, id: Name, rest = ''): string | null {
  const brief = parseBrief(textOf(`${claim} [@${id}].`) + rest);
  const [citation] = inspectBrief(brief).citations;
  const support = citation?.supports[0]?.support ?? null;
  const chip = /<a class="chip.*?<\/a>/.exec(renderBrief(brief))?.[0] ?? '';
  assert.equal(/ data-verdict="(\w+)"/.exec(chip)?.[1] ?? null, support);
  return support;
}

/** Returns the words of the card that the claim's chip opens, after checking that the hover says the same. */
function cardOf(claim: string, id: Name, rest = ''): string {
  const text = textOf(`${claim} [@${id}].`) + rest;
  const brief = parseBrief(text);
  const card = / data-card="([^"]*)"/.exec(renderBrief(brief))?.[1] ?? '';
  const hover = hoverAt(brief, text.indexOf(`[@${id}]`) + 2);
  const said = wordsOf(cardsOf(brief, [card]).get(card) ?? '');
  for (const line of toPlainText(hover?.content ?? []).split('\n'))
    if (/found|looked up|also gives/i.test(line)) assert.ok(said.includes(line.trim()), `${line} / ${said}`);
  return said;
}

describe('The ✓ of a citation', () => {
  it('is earned by an amount or a quotation, if all that the claim states stands in the passage', () => {
    assert.equal(supportOf('Acme spent $5 million in 2024', 'cost'), 'found');
    assert.equal(supportOf('Ada Roe said “The plant is a great success for the town”', 'said'), 'found');
  });

  it('is not earned by a date alone, and the card says so', () => {
    assert.equal(supportOf('Acme opened a plant in 2024', 'plant'), null);
    assert.match(cardOf('Acme opened a plant in 2024', 'plant'), /Only dates are found\. Compare the rest/);
  });

  it('is not earned beside a number word that is not looked up and that the passage does not have', () => {
    assert.equal(supportOf('Acme opened two plants in 2024', 'plant'), null);
    assert.equal(supportOf('Acme opened two plants for $5 million in 2024', 'cost'), 'numberFound');
    assert.match(cardOf('Acme opened two plants for $5 million in 2024', 'cost'), /Not looked up: two\. Compare it/);
  });

  it('is earned beside a number word that the passage has', () => {
    assert.equal(supportOf('Acme opened two plants for $5 million in 2024', 'plants'), 'found');
  });

  it('is not earned by a number word alone', () => {
    assert.equal(supportOf('Acme opened one plant in 2024', 'plant'), null);
  });

  it('is not earned by a quotation that the passage attributes to another person', () => {
    assert.equal(supportOf('Lin Poe said “The plant is a great success for the town”', 'said'), null);
  });

  it('is not earned in another language where nothing tells that the number is of the same thing', () => {
    for (const id of ['id', 'zh', 'de'] as const)
      assert.equal(supportOf('The Philippines accounted for 59 % of nickel output', id), 'numberFound', id);
    assert.equal(supportOf('By USGS data, the Philippines accounted for 59 % of output', 'usgs'), 'numberFound');
    assert.match(
      cardOf('The Philippines accounted for 59 % of nickel output', 'zh'),
      /59 % · Number found in \[@zh\], in another language/,
    );
  });

  it('is earned in another language by the names that both languages know', () => {
    assert.equal(supportOf('Indonesia accounted for 59 % of nickel output', 'zh'), 'found');
    assert.equal(supportOf('By USGS data, Indonesia accounted for 59 % of output', 'usgs'), 'found');
    assert.equal(supportOf('Unemployment was 5.2 % in May', 'jobs'), 'found');
  });

  it('is not earned by a number that the passage gives to another country', () => {
    for (const claim of [
      'The Philippines accounted for 59 % of nickel output',
      'In the Philippines, mines gave 59 % of the nickel',
      'The Philippines 59 %',
    ])
      assert.equal(supportOf(claim, 'en'), 'numberFound', claim);
    assert.match(
      cardOf('The Philippines accounted for 59 % of nickel output', 'en'),
      /59 % · Number found in \[@en\], but for another place/,
    );
  });

  it('is earned by a number that the passage gives to the country of the claim, or by a claim that names none', () => {
    for (const claim of [
      'Indonesia accounted for 59 % of nickel output',
      'The Indonesian share of nickel is 59 %, well above that of the Philippines',
      'The Philippines accounted for 10 % of nickel output',
      'The largest producer accounted for 59 % of nickel output',
    ])
      assert.equal(supportOf(claim, 'en'), 'found', claim);
  });

  it('is not earned by a number for which the brief itself gives another one, and the card says so', () => {
    const claim = 'Spending of Acme was $5 million in 2024';
    assert.equal(supportOf(claim, 'spent'), 'found');
    assert.equal(supportOf(claim, 'spent', TABLE), 'numberFound');
    assert.match(cardOf(claim, 'spent', TABLE), /This brief also gives 6 for this\. Correct the wrong one\./);
    assert.doesNotMatch(cardOf(claim, 'spent'), /This brief also gives/);
  });

  it('counts only the numbers of the sentence of the citation, and of sentences without one', () => {
    const brief = parseBrief(
      textOf('Acme spent $5 million [@cost]. It has two plants [@plant]. It employs three men.'),
    );
    const supports = inspectBrief(brief).citations.map(({ supports: [one] }) => one);
    assert.deepEqual(supports, [
      { source: 'cost', support: 'numberFound' },
      { source: 'plant', support: null },
    ]);
  });

  it('is not earned by what a fix cites for a date alone', () => {
    const text = textOf('Acme opened a plant in 2024 [@zh].').replace(
      '印度尼西亚占全球镍产量的59%。',
      'Acme is large.',
    );
    const fixes = checkBrief(parseBrief(text)).flatMap(({ fixes: make }) => make?.() ?? []);
    const fix = fixes.find(({ title }) => /^Cite .* instead of/.test(title));
    assert.ok(fix, fixes.map(({ title }) => title).join());
    const [citation] = inspectBrief(parseBrief(applyEdits(text, fix.edits))).citations;
    assert.notEqual(citation?.ids[0], 'zh');
    assert.equal(citation?.supports[0]?.support, null);
  });

  it('is what assistants are told about a claim', () => {
    const brief = parseBrief(textOf());
    const supportIn = (claim: string, id: Name) => evidenceReport(brief, { claim, sources: [id], most: 3 }).support;
    assert.equal(supportIn('Acme spent $5 million in 2024.', 'cost'), 'found');
    assert.equal(supportIn('Acme opened a plant in 2024.', 'plant'), null);
    assert.equal(supportIn('Acme opened two plants for $5 million.', 'cost'), 'numberFound');
    assert.equal(supportIn('The Philippines accounted for 59 % of output.', 'zh'), 'numberFound');
    assert.equal(supportIn('Acme spent $6 million.', 'cost'), 'notFound');
  });
});

describe('The hover on a number in another language', () => {
  it('says that only the number is found', () => {
    const text = textOf('The Philippines accounted for 59 % of nickel output [@zh].');
    const hover = hoverAt(parseBrief(text), text.indexOf('59 % of'));
    assert.match(toPlainText(hover?.content ?? []), /^Number found in \[@zh\], in another language/);
  });
});

import assert from 'node:assert/strict';
import { evidenceOf, parseBrief, parseChanged } from '../../../src/core';
import { guessLanguage, languageOfPart } from '../../../src/core/document/language';
import { importText } from '../../../src/core/importing/importText';

const CODE =
  '```ts\nconst gateway = createGateway({ region: "north", retries: 3, timeout: 4000 });\nawait gateway.open();\n```\n';

const TEXTS: readonly (readonly [language: string, what: string, text: string])[] = [
  ['en', 'English', 'The barrage opened in spring, and it makes a tenth of the power of the island.'],
  [
    'en',
    'English with names of other languages',
    'The Banco del Mar and the Société de la Marée of Saint-Malo said that output rose.',
  ],
  [
    'en',
    'English with a quotation in Chinese',
    'The yearbook (中国海洋能源统计年鉴) says that output of the barrage rose by a tenth in the year.',
  ],
  ['en', 'a few words that tell nothing', 'Market share 4%'],
  ['de', 'German', 'Das Kraftwerk wurde im Frühjahr eröffnet und liefert einen Teil des Stroms der Insel.'],
  [
    'de',
    'German with English terms',
    'Das Load Balancing der Smart Meter ist nicht Teil des Rollouts, und die Edge Gateways sind es auch nicht.',
  ],
  [
    'fr',
    'French',
    "L'usine est ouverte depuis le printemps et produit une part de la consommation de l'île avec des turbines.",
  ],
  ['es', 'Spanish', 'La central se abrió en primavera y produce una parte de la electricidad que usa la isla.'],
  [
    'pt',
    'Portuguese',
    'A central foi aberta na primavera e produz uma parte da energia dos moradores, mas não é cara.',
  ],
  [
    'it',
    'Italian',
    'La centrale è stata aperta in primavera e produce una parte della corrente che gli abitanti usano.',
  ],
  ['nl', 'Dutch', 'De centrale is in het voorjaar geopend en levert een deel van de stroom voor het eiland.'],
  [
    'ru',
    'Russian with Latin names',
    'Станция Tidal Power Plant компании Ebb and Flow Energy Group открыта весной и работает на турбинах.',
  ],
  [
    'zh',
    'Chinese with many Latin names',
    '本月 Ebb Power Group、Tidewater Energy Holdings 与 North Sea Grid Operators Association 公布了新的招标结果，价格下降。',
  ],
  ['zh', 'Chinese around code', `用下面的方法打开网关，超时后会重试三次，失败时写入日志。\n\n${CODE}${CODE}`],
  [
    'ja',
    'Japanese with many Latin names',
    '今月、Ebb Power Group と Tidewater Energy Holdings は North Sea Grid の新しい入札を発表しました。',
  ],
];

describe('The language of a part of a text', () => {
  const [, , german = ''] = TEXTS.find(([language]) => language === 'de') ?? [];
  const english = 'The output of the mine was higher than it had been in the years before, and that is what they said.';

  it('is that of the whole, where its words do not clearly say otherwise', () => {
    assert.equal(languageOfPart(german, 'de-AT'), 'de');
    assert.equal(languageOfPart('Das Werk heißt "The State of the Art" und steht in Kiel.', 'de'), 'de');
    assert.equal(languageOfPart('OECD Economic Outlook, 1.234', 'de'), 'de');
    assert.equal(languageOfPart(english, 'vi'), 'vi');
  });

  it('is another one, where many of its words are of that', () => {
    assert.equal(languageOfPart(english, 'de'), 'en');
    assert.equal(languageOfPart(`${german} ${german}`, 'en'), 'de');
  });

  it('is that of its script', () => {
    assert.equal(languageOfPart('产量增长。', 'de'), 'zh');
    assert.equal(languageOfPart('Die Ausgabe stieg.', 'zh'), 'en');
  });

  it('is how a quote without a language is read', () => {
    const quote = 'The mine had an output of 1,234 tonnes in the year, and it was more than they had said.';
    const text = `---\nlanguage: de\nsources:\n  - id: 1\n    title: A\n    quote: ${quote}\n---\n\n- Die Mine förderte 1.234 Tonnen [1].\n`;
    assert.deepEqual(
      evidenceOf(parseBrief(text)).insights.flatMap(({ numbers }) => numbers.map(({ verdict }) => verdict)),
      ['found'],
    );
  });
});

describe('The language of a text', () => {
  for (const [language, what, text] of TEXTS)
    it(`is told of ${what}`, () => assert.equal(guessLanguage(text), language));

  it('is that of the front matter where that names one', () => {
    const [, , german = ''] = TEXTS.find(([language]) => language === 'de') ?? [];
    assert.equal(parseBrief(`---\nlanguage: nl\n---\n\n${german}\n`).language, 'nl');
    assert.equal(parseBrief(`${german}\n`).language, 'de');
  });

  it('is that of the blocks which start in its first 20,000 characters, after an edit too', () => {
    const [, , german = ''] = TEXTS.find(([language]) => language === 'de') ?? [];
    const inSample = `${'1'.repeat(19_990)}\n\n${german}\n`;
    const brief = parseBrief(inSample);
    assert.equal(brief.language, 'de');
    const past = parseChanged(brief, `${'1'.repeat(10)}${inSample}`);
    assert.equal(past.language, 'en');
    assert.equal(parseChanged(past, inSample).language, 'de');
  });

  it('is that of the first 20,000 characters of a block', () => {
    const [, , german = ''] = TEXTS.find(([language]) => language === 'de') ?? [];
    assert.equal(parseBrief(`${'1'.repeat(19_000)} ${german}\n`).language, 'de');
    assert.equal(parseBrief(`${'1'.repeat(20_000)} ${german}\n`).language, 'en');
  });

  it('is that of the heading over new sources, where the other headings tell nothing', () => {
    const text =
      '# Kraftwerk\n\nDas Werk wurde im Mai eröffnet und ist nicht teuer ([Bericht des Amts](https://amt.example/)).\n';
    assert.match(importText(text), /\n## Quellen\n/);
  });

  it('is not that of the text, where the headings are in English', () => {
    const text =
      '# The state of the grid\n\n电价下降，发电量上升，海岛的用电有所增加（[公告](https://amt.example/)）。\n\n## What is next for it\n\n没有变化。\n';
    assert.match(importText(text), /\n## Sources\n/);
  });
});

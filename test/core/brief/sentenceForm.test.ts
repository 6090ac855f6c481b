import assert from 'node:assert/strict';
import { type SentenceForm, sentenceForm } from '../../../src/core/brief/needs/sentenceForm';

const TEXTS: Readonly<Record<SentenceForm, readonly (readonly [language: string, text: string])[]>> = {
  sentence: [
    ['en', 'Prices rose.'],
    ['en', 'China mines 70% of the ore'],
    ['en', 'Congress passed the act'],
    ['en', 'Beijing tightens licensing of magnets.'],
    ['zh', '中国控制着大部分精炼产能'],
    ['zh-Hant', '中國是最大的生產國'],
    ['zh', '回收成本很高'],
    ['zh', '该矿于2002年关闭'],
    ['ja', '価格は上昇した'],
    ['de', 'China ist der größte Förderer'],
    ['fr', 'Les prix ont augmenté depuis avril'],
    ['es', 'Las tierras raras son escasas'],
    // The script speaks where it disagrees with the tag.
    ['en', '价格已经上涨'],
    ['zh', 'Prices rose sharply'],
  ],
  unsure: [
    ['en', 'Companies based in Australia'],
    ['en', '12 mines in Australia'],
    ['it', '12 miniere in Australia'],
    ['en', 'A new round of talks between Beijing and Washington on magnets'],
    ['zh', '稀土价格上涨的原因'],
    ['zh', '成立于2002年的公司'],
    ['it', 'Le catene di fornitura dipendono in larga parte dalla Cina'],
  ],
  phrase: [
    ['en', 'Rare earths and magnets'],
    ['en', 'Exports and imports of magnets'],
    ['en', 'Report of May 2024'],
    ['en', 'Step 3'],
    ['en', 'Phase 2 of the project'],
    ['en', 'Top 5 producers'],
    ['en', 'Magnets.'],
    ['zh', '出口管制与许可制度'],
    ['zh', '有色金属'],
    ['ja', 'レアアースと磁石'],
    ['de', 'Seltene Erden und Magnete'],
    ['fr', 'Aimants et terres rares'],
  ],
};

describe('The form of a text', () => {
  for (const [form, texts] of Object.entries(TEXTS)) {
    for (const [language, text] of texts) {
      it(`is ${form}: ${text}`, () => assert.equal(sentenceForm(text, language), form));
    }
  }
});

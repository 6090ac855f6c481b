import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Candidate,
  type IndexedPassages,
  type IndexedText,
  indexPassages,
  joinIndexes,
  type PassageRanker,
  rankerOver,
} from '../../../src/core/evidence/ranking';
import { runs } from '../../runs';

/** Passages, each of a source of its own: `1`, `2` and so on from `first`. */
function part(texts: readonly IndexedText[], first = 1): IndexedPassages {
  return { index: indexPassages(texts), sourceOf: (doc) => String(first + doc), passageOf: () => 0 };
}

function rankerOf(texts: readonly string[], language?: string): PassageRanker {
  return rankerOver([part(texts.map((text) => ({ text, ...(language !== undefined && { language }) })))]);
}

const sourcesOf = (candidates: readonly Candidate[]) => candidates.map(({ source }) => source);

/** The sources of the passages that a claim is like, best first. */
function ranked(claim: string, texts: readonly string[], language = 'en'): string[] {
  return sourcesOf(rankerOf(texts).rank(claim, language));
}

function reasons(claim: string, text: string, language = 'en'): string[] {
  const [best] = rankerOf([text]).rank(claim, language);
  return best?.why() ?? [];
}

describe('the passages that a claim may rest on', () => {
  it('are those that share its rare words first', () => {
    const texts = ['Prices of magnets fell.', 'Prices of oxides fell in Baotou.', 'Prices rose.'];
    assert.deepEqual(ranked('In Baotou, prices of oxides are low.', texts), ['2', '1', '3']);
  });

  it('share words in whatever form', () => {
    const texts = ['It refines.', 'A ban', 'Its ministry’s seat'];
    assert.deepEqual(ranked('Refining was banned by ministries.', texts).toSorted(), ['1', '2', '3']);
    assert.deepEqual(ranked('Curaçao', ['CURACAO']), ['1']);
  });

  it('share more than words of grammar', () => {
    assert.deepEqual(ranked('It was not the one that they have.', ['That is not what they have.']), []);
  });

  it('share pairs of Chinese characters', () => {
    assert.deepEqual(ranked('出口管制影响了价格。', ['美国的矿业', '商务部的出口管制公告', '价格'], 'zh'), ['2', '3']);
    assert.deepEqual(ranked('MP材料公司的产量', ['有关MP材料的报告'], 'zh'), ['1']);
  });

  it('share numbers by their value, in whatever language and form', () => {
    const texts = ['The loan was of $400 million.', 'The loan was of $500 million.', 'Five loans.'];
    assert.equal(ranked('贷款5亿美元。', texts, 'zh')[0], '2');
    assert.equal(ranked('It lent $500,000,000.', texts)[0], '2');
    assert.equal(ranked('It lent half a billion dollars.', texts)[0], '2');
    assert.equal(ranked('产量为48,200吨', ['About 50,000 tons', 'About 48,200 tons'], 'zh')[0], '2');
  });

  it('share either end of a range, also of a stretch of years', () => {
    const texts = ['Between 3 and 4 million tons', 'About 12 million tons', '12 mines', '1998', '2003'];
    assert.equal(ranked('产量为1000万至1200万吨', texts, 'zh')[0], '2');
    assert.deepEqual(ranked('from 2003 to 2009', texts), ['5']);
  });

  it('share numbers that say much before those that say little', () => {
    const texts = ['There are 3 of them in all these places.', 'There are 4,712 of them in all these places.'];
    assert.equal(ranked('Here, 3 and 4,712 are counted.', texts)[0], '2');
  });

  it('share names of countries, days and months with a claim in another language', () => {
    assert.deepEqual(ranked('Germany and Japan agreed.', ['美国与加拿大', '德国和日本达成协议'], 'en'), ['2']);
    assert.deepEqual(ranked('德国政府', ['French shops', 'German shops'], 'zh'), ['2']);
    assert.deepEqual(ranked('It closed on Friday.', ['周四', '星期五'], 'en'), ['2']);
    assert.deepEqual(ranked('In August it closed.', ['7月', '8月'], 'en'), ['2']);
    assert.deepEqual(ranked('La Chine et la Corée', ['China', 'Peru'], 'fr'), ['1']);
  });

  it('know a name from a word by its capital and its end', () => {
    assert.deepEqual(ranked('They went to Chinatown.', ['中国'], 'en'), []);
    assert.deepEqual(ranked('It may help us to march on.', ['五月', '美国', '三月'], 'en'), []);
  });

  it('share the sound of a foreign name with a claim in another language', () => {
    const texts = ['奥巴马和特朗普', '克林顿', '默克尔和马克龙'];
    assert.deepEqual(ranked('A word from Clinton', texts), ['2']);
    assert.deepEqual(ranked('The plan of Macron', texts), ['3']);
    assert.deepEqual(
      ranked('A word from Clinton', ['Glendon', '克林顿']),
      ['2'],
      'in its own language it is written alike',
    );
    assert.deepEqual(ranked('华盛顿的消息', ['News from Wellington', 'News from Washington'], 'zh'), ['2']);
  });

  it('share the words of trade and politics with a claim in another language', () => {
    assert.deepEqual(ranked('Prices of imports rose.', ['政府的税收', '进口价格上涨'], 'en'), ['2']);
  });

  it('are taken for what their script is, whatever their language is said to be', () => {
    assert.deepEqual(sourcesOf(rankerOf(['德国和日本', '美国'], 'en').rank('Japan', 'en')), ['1']);
  });

  it('keep their order where they are equal, and are as many as wanted', () => {
    const ranker = rankerOf(Array.from({ length: 30 }, () => 'Rare earths'));
    assert.deepEqual(sourcesOf(ranker.rank('Rare earths', 'en', { most: 3 })), ['1', '2', '3']);
    assert.equal(ranker.rank('Rare earths', 'en').length, 10);
  });

  it('are as many of one source as wanted, the best of it', () => {
    const index = indexPassages([
      { text: 'Oxides' },
      { text: 'Oxides of Baotou' },
      { text: 'Baotou' },
      { text: 'Ore' },
    ]);
    const ranker = rankerOver([
      { index, sourceOf: (doc) => (doc < 3 ? 'long' : 'short'), passageOf: (doc) => (doc < 3 ? doc : 0) },
    ]);
    const found = ranker.rank('Oxides and ore of Baotou', 'en', { mostOfSource: 1 });
    assert.deepEqual(
      found.map(({ source, passage }) => [source, passage]),
      [
        ['long', 1],
        ['short', 0],
      ],
    );
  });

  it('gives of all candidates the best, and of one source no more than is wanted', () => {
    const words = ['oxide', 'ore', 'Baotou', 'magnet', 'price'];
    const passage = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.array(fc.constantFrom(...words), { minLength: 1 }),
    );
    const limits = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }));
    const holds = fc.property(fc.array(fc.array(passage)), limits, (sets, [most, mostOfSource]) => {
      const ranker = rankerOver(
        sets.map((set) => ({
          index: indexPassages(set.map(([, text]) => ({ text: text.join(' ') }))),
          sourceOf: (doc) => set[doc]?.[0] ?? '',
          passageOf: (doc) => doc,
        })),
      );
      const claim = 'Ore and oxide of Baotou';
      const told = ({ source, passage: at, score }: Candidate) => [source, at, score];
      const counts = new Map<string, number>();
      const expected = ranker.rank(claim, 'en', { most: 1000 }).filter(({ source }) => {
        counts.set(source, (counts.get(source) ?? 0) + 1);
        return (counts.get(source) ?? 0) <= mostOfSource;
      });
      const found = ranker.rank(claim, 'en', { most, mostOfSource });
      assert.deepEqual(found.map(told), expected.slice(0, most).map(told));
    });
    fc.assert(holds, { numRuns: runs(300) });
  });

  it('come from several indexes as they would from one', () => {
    const all = ['Prices fell in Baotou.', 'Oxides', 'Prices of oxides', '德国', 'The price of 5,000 tons'].map(
      (text) => ({ text }),
    );
    const parts = rankerOver([part(all.slice(0, 2)), part([], 3), part(all.slice(2), 3)]);
    const whole = rankerOver([part(all)]);
    const index = joinIndexes([part(all.slice(0, 2)), part([]), part(all.slice(2))].map((one) => one.index));
    const joined = rankerOver([{ ...part(all), index }]);
    for (const claim of ['Oxides are low in price.', 'German prices of 5,000 tons', 'Baotou']) {
      const plain = (ranker: PassageRanker) =>
        ranker.rank(claim, 'en').map(({ source, score }) => [source, score.toFixed(9)]);
      assert.deepEqual(plain(parts), plain(whole));
      assert.deepEqual(plain(joined), plain(whole));
    }
  });

  it('are none where there are none', () => {
    assert.deepEqual(ranked('Rare earths', []), []);
    assert.deepEqual(ranked('', ['Rare earths']), []);
    assert.deepEqual(ranked('…', ['…']), []);
  });
});

describe('the reasons for a passage', () => {
  it('are what it shares, weightiest first, neighbours as one', () => {
    assert.deepEqual(
      reasons('About 90% of it comes from Mountain Pass, a mine.', 'At Mountain Pass, the mine had 90% of all ore.'),
      ['term Mountain Pass', 'number 90%', 'term mine'],
    );
    assert.deepEqual(reasons('商务部的出口管制公告', '出口管制公告', 'zh'), ['term 出口管制公告']);
  });

  it('name a bridge between languages by the words of the claim', () => {
    assert.deepEqual(reasons('Exports to Germany', '对德国的出口'), ['term Germany', 'term Exports']);
  });
});

describe('ranking', () => {
  it('never fails, and gives scores in order', () => {
    const text = fc.string({
      unit: fc.constantFrom(..."Ab z1,.％５亿稀土德국가é'\n😀İ", 'Macron', '马克龙', 'in '),
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 5 }),
        fc.constantFrom('en', 'zh', 'x-y', ''),
        (claim, texts, tag) => {
          const candidates = rankerOf(texts, tag).rank(claim, tag);
          const scores = candidates.map(({ score }) => score);
          assert.deepEqual(
            scores,
            scores.toSorted((a, b) => b - a),
          );
          for (const { score, why } of candidates) {
            assert.ok(score > 0 && Number.isFinite(score));
            assert.ok(why().length > 0);
          }
        },
      ),
    );
  });
});

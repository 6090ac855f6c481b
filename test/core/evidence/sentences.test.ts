import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitSentences } from '../../../src/core/document/claims/sentences';
import { runs } from '../../runs';

/** Each `|` is where a sentence ends and the next begins. */
function splitsAs(marked: string, language = 'en'): void {
  const sentences = marked.split('|').map((part) => part.trim());
  const text = marked.replaceAll('|', '');
  const found = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found, sentences);
}

describe('Sentences in English', () => {
  const rows: readonly (readonly [what: string, marked: string])[] = [
    ['a full stop', 'Output rose.| Prices fell.'],
    ['abbreviations and an acronym', 'U.S. exports rose 4 %.| Prof. Li et al. disagree [3].'],
    ['decimals', 'Output fell 3.5 percent.| It was 2.1 million t in 2023.'],
    ['initials', 'J. R. R. Okafor wrote it.| Mary W. Bush read it.'],
    ['the number of a bold name', '**2\\. Roe** sold it.| **3. Lund** did not.'],
    ['the number of a text', '12\\. Output rose.| Prices fell.'],
    ['a number in bold at the end', 'Output was **12.**| Prices fell.'],
    ['numbers of things', 'Plant No. 5 opened in May.| No. 6 follows (see Fig. 2, pp. 4-5).'],
    ['Latin', 'Some metals, e.g. Neodymium, are scarce.| Others, i.e. Iron, are not.'],
    ['an approximate number', 'The mine is approx. 5 km from the port.| It is old.'],
    [
      'a company in the middle and at the end',
      'Basalt Inc. Chief Ada Roe sold it to Onyx Corp. for $5 bn.| It paid Onyx Corp.| The deal closed.',
    ],
    ['an acronym before a name and at the end', 'The U.S. Geological Survey left the U.S.| The price rose.'],
    ['a quotation that closes after the full stop', 'She wrote: “Prices will rise.”| The market agreed.'],
    ['a quotation that the sentence goes on after', '"Will it rise?" he asked.| "No!" she said.'],
    ['the marks of missing sources', 'Output rose. [source needed]| Prices fell. [要出典]| The mine closed.'],
    ['brackets', '(Prices rose in 2023.)| They fell later (see Table 2).| Then they rose.'],
    ['an ellipsis inside, and at the end', 'Well ... prices rose.| And then…| They fell.'],
    ['several marks', 'Really?!| Yes.| No!!'],
    ['a number first', 'Output rose 4 %.| 12 mines closed.'],
    ['a small letter first', 'Sales of phones fell.| iPhone sales rose.'],
    ['a list of months and titles', 'It ended in Jan. 2023.| Gen. Roe met Col. Diaz.'],
    ['an address', 'See https://example.com/a.b?c=d.| It says so.'],
    ['a link', 'See [the U.S. report. Part 2](https://example.org/a.b).| It is good.'],
    ['code', 'The field `a. B` is empty.| It ends.'],
    ['emphasis that closes after the full stop', 'Prices rose **sharply.**| They fell *later.*| End.'],
    ['a line break inside', 'Prices rose\nby 4 percent.| They fell\r\nin May.'],
    ['a line break of Windows, which is no empty line', 'Prices rose\r\n\u20284 percent'],
    ['an empty line', 'Prices rose\n\n|They fell'],
  ];
  for (const [what, marked] of rows) it(`are cut with ${what}`, () => splitsAs(marked));
});

describe('Sentences with citations', () => {
  it('keep a citation that follows the full stop', () => {
    splitsAs('Prices rose. [3]| Next year they fall. [1][2]| Then they rise.');
    splitsAs('Prices rose.[3]| They fall.¹| They rise.<sup>2</sup>| End.');
    splitsAs('Prices rose. [@usgs-2024, p. 3; @doe]| They fell [@li].');
    splitsAs('Prices rose. [cf. @usgs-2024]| They fell. [see also @li, p. 3; @doe]| End.');
    splitsAs('Prices rose. [1], [2]| They fell. [1]–[3]| They stay.');
  });
  it('keep a source line, a note of ours and a mark of the author’s', () => {
    splitsAs('Prices rose. (Source: Harbour Daily)| They fell. [own]| They stay. <!-- brief: computed -->| End. [?]');
  });
  it('start with a citation that the sentence is about', () => splitsAs('It fell.| [3] reports a rise.'));
  it('start with a link', () => splitsAs('It rose [1].| [USGS](https://example.org) says so.'));
});

describe('Sentences in other languages', () => {
  it('are cut in Chinese, with citations and quotations', () => {
    splitsAs('中国占全球产量的70%[1]。|美国仅占12%！|欧洲呢？|没有数据……', 'zh');
    splitsAs('中国占70%。[1][3]|美国占12%。[2]', 'zh-Hans');
    splitsAs('他说：“价格会上涨。”|市场不同意。|“不会。”|出口下降了4.5%。', 'zh');
    splitsAs('价格上涨。（来源：港口日报）|需求下降。', 'zh');
    splitsAs('（价格上涨。）|“需求会增加吗？”他问。|没有答案。', 'zh');
    splitsAs('产量为24.0万吨。[1]|其中U.S.占12%！', 'zh');
  });
  it('are cut in Japanese, where a quotation goes on', () =>
    splitsAs('中国は7割を占める。|「価格は上がる。」と彼は言った。|そうですか？', 'ja'));
  it('are cut in German, with ordinals', () => {
    splitsAs('Metalle, z. B. Neodym, sind knapp.| Am 3. Mai stieg der Preis.', 'de');
    splitsAs('Das war am 3. 5. 2023.| Es kostet 5 Mio. Euro.', 'de-AT');
    splitsAs('Es waren 12.| Die Preise stiegen.', 'de');
  });
  it('are cut in French', () =>
    splitsAs('M. Roche a dit « non. »| Mme Petit est d’accord.| Le prix est de 5 € env. par kg.', 'fr'));
  it('are cut in Hindi and Arabic', () => {
    splitsAs('यह बढ़ा।| वह गिरा।', 'hi');
    splitsAs('ارتفعت الأسعار.| هل تنخفض؟| نعم.', 'ar');
  });
  it('are cut as in English where the tag is no language', () => splitsAs('It rose.| It fell.', '_nonsense tag!'));
});

describe('Any text', () => {
  it('is covered by its sentences, in order, trimmed', () => {
    const piece = fc.constantFrom(
      '. ',
      '。',
      '[1]',
      '\n',
      '\n\n',
      '"',
      '“',
      '」',
      'A',
      'b',
      ' ',
      '**',
      '…',
      'U.S.',
      '(',
      ')',
      '\r',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          const spans = splitSentences(text, 'en');
          let at = 0;
          for (const { start, end } of spans) {
            assert.equal(text.slice(at, start).trim(), '');
            assert.equal(text.slice(start, end), text.slice(start, end).trim());
            assert.ok(start < end);
            at = end;
          }
          assert.equal(text.slice(at).trim(), '');
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('is split to its end, long sentences and long lists of short ones alike', () => {
    for (const part of ['Prices rose. ', '价格。', 'word ', '. ', '.[1]', '。「', `.${' '.repeat(999)}`, '!']) {
      const text = part.repeat(200_000 / part.length);
      assert.equal(splitSentences(text, 'en').at(-1)?.end, text.trimEnd().length, part);
    }
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/base/text';
import {
  correctQuotation,
  findQuotations,
  matchQuotation,
  preparePassage,
} from '../../../src/core/evidence/quotations';

function quoted(text: string): string[] {
  return findQuotations(text).map((quotation) => {
    assert.equal(text.slice(quotation.span.start, quotation.span.end), quotation.text);
    return quotation.text;
  });
}

describe('the quotations of a text', () => {
  it('stand in quotation marks of any kind', () => {
    assert.deepEqual(quoted('He said "the mine will close soon" and left.'), ['the mine will close soon']);
    assert.deepEqual(quoted('He said “the mine will close soon” and left.'), ['the mine will close soon']);
    assert.deepEqual(quoted('Il dit « la mine va fermer bientôt ».'), ['la mine va fermer bientôt']);
    assert.deepEqual(quoted('Er sagte: „Die Mine schließt bald“, und ging.'), ['Die Mine schließt bald']);
    assert.deepEqual(quoted('Er sagte: »Die Mine schließt bald«, und ging.'), ['Die Mine schließt bald']);
    assert.deepEqual(quoted('社长表示「矿山即将关闭」，'), ['矿山即将关闭']);
    assert.deepEqual(quoted('社長は『鉱山は閉鎖する』と述べた'), ['鉱山は閉鎖する']);
    assert.deepEqual(quoted('公告称“矿山即将关闭”。'), ['矿山即将关闭']);
    assert.deepEqual(quoted('公告称"矿山即将关闭"。'), ['矿山即将关闭']);
  });

  it('are no shorter than 12 characters, of which one of CJK counts as two', () => {
    assert.deepEqual(quoted('A "short term" and a "shorter term".'), ['shorter term']);
    assert.deepEqual(quoted('所谓“五个汉字啊”和“这是六个汉字”'), ['这是六个汉字']);
  });

  it('go over a line break, but not over an empty line', () => {
    assert.deepEqual(quoted('"the mine will\nclose soon"'), ['the mine will\nclose soon']);
    assert.deepEqual(quoted('"the mine will\r\nclose soon"'), ['the mine will\r\nclose soon']);
    assert.deepEqual(quoted('"the mine will\r\n\r\nclose soon"'), []);
    assert.deepEqual(quoted('"the mine will\n\nclose soon"'), []);
    assert.deepEqual(quoted('"the mine will\n\n"another mine will open"'), ['another mine will open']);
  });

  it('are the outer ones where one holds another', () => {
    assert.deepEqual(quoted('“they call it “the only mine” over there”'), ['they call it “the only mine” over there']);
    assert.deepEqual(quoted('“they call it ‘the only mine’ over there”'), ['they call it ‘the only mine’ over there']);
    assert.deepEqual(quoted('「他们称之为『唯一的矿山』而已」'), ['他们称之为『唯一的矿山』而已']);
  });

  it('are not made of apostrophes, inches and seconds', () => {
    assert.deepEqual(quoted("It's the workers' rights that don't count, and the miners' too."), []);
    assert.deepEqual(quoted('It’s the workers’ rights that don’t count, and the miners’ too.'), []);
    assert.deepEqual(quoted('A 12" pipe is wider than any of the 10" pipes.'), []);
    assert.deepEqual(quoted('‘The workers’ rights don’t count,’ he said.'), ['The workers’ rights don’t count,']);
  });

  it('are not titles of works', () => {
    assert.deepEqual(quoted('见《中国的稀土状况与政策》白皮书，“《中国的稀土状况》”。'), []);
    assert.deepEqual(quoted('See "Mineral Commodity Summaries 2025" and "The Future of Rare Earths".'), []);
  });

  it('are not in code, tags and links', () => {
    assert.deepEqual(quoted('`x = "some words of code"` <a title="some words in a tag">'), []);
    assert.deepEqual(quoted('[a link](https://example.org "some words of a title")'), []);
  });

  it('are found however many marks are left open', () => {
    assert.deepEqual(quoted(`${'“'.repeat(20_000)} “the mine will close soon”`), ['the mine will close soon']);
    assert.deepEqual(quoted(`${'"a '.repeat(20_000)}`), []);
  });
});

const PASSAGE =
  'The United States produced about 45,000 tons of rare-earth oxides in 2024 — all of it at Mountain Pass, “the only mine” in the\ncountry. Manu-\nfacturing of magnets is long-term work.';

function matched(quotation: string, passage = PASSAGE) {
  const match = matchQuotation(quotation, passage);
  if (!match) return null;
  const words = passage.slice(match.start, match.end);
  return match.kind === 'found' ? { words } : { words, differences: match.differences };
}

describe('a quotation', () => {
  it('is found whatever its white space, dashes, quotation marks and case', () => {
    const words = 'all of it at Mountain Pass, “the only mine” in the\ncountry';
    assert.deepEqual(matched(words), { words });
    assert.deepEqual(matched('All of it at  Mountain Pass, "the only mine" in the country.'), { words });
    assert.deepEqual(matched('rare earth oxides in 2024 - all of it'), {
      words: 'rare-earth oxides in 2024 — all of it',
    });
    assert.deepEqual(matched('ｏｘｉｄｅｓ in ２０２４'), { words: 'oxides in 2024' });
  });

  it('is found where a line ends within a word', () => {
    assert.deepEqual(matched('manufacturing of magnets'), { words: 'Manu-\nfacturing of magnets' });
    assert.deepEqual(matched('long-term partners', 'They are long-\nterm partners.'), {
      words: 'long-\nterm partners',
    });
  });

  it('is found across what its author left out, in the order of the passage', () => {
    const words =
      'The United States produced about 45,000 tons of rare-earth oxides in 2024 — all of it at Mountain Pass';
    for (const gap of ['…', '...', '. . .', '[...]', '[…]', '……', '[1]', '[as we know]']) {
      assert.deepEqual(matched(`The United States produced ${gap} at Mountain Pass`), { words }, gap);
    }
    assert.equal(matched('all of it at Mountain Pass ... The United States produced'), null);
  });

  it('is found where a letter is put in brackets for its case', () => {
    assert.deepEqual(matched('[A]ll of it at Mountain Pass'), { words: 'all of it at Mountain Pass' });
  });

  it('is found in whole words and numbers only', () => {
    assert.equal(matchQuotation('5 percent of all magnets', '15 percent of all magnets')?.kind, 'altered');
    assert.equal(matchQuotation('art of the whole deal', 'the start of the whole deal')?.kind, 'altered');
    assert.equal(matchQuotation('a rise of 1.5 in one year', 'a rise of 15 in one year')?.kind, 'altered');
    assert.equal(matchQuotation('a rise of 5% in one year', 'a rise of 5 in one year')?.kind, 'altered');
    assert.equal(matchQuotation('a change of -5% in one year', 'a change of 5% in one year')?.kind, 'altered');
  });

  it('is altered where a few words differ, which are shown', () => {
    assert.deepEqual(matched('produced about 54,000 tons of rare earth oxides'), {
      words: 'produced about 45,000 tons of rare-earth oxides',
      differences: [{ quoted: '54,000', source: '45,000' }],
    });
    assert.deepEqual(matched('produced 45,000 tons of rare-earth oxides in the year 2024'), {
      words: 'produced about 45,000 tons of rare-earth oxides in 2024',
      differences: [
        { quoted: '', source: 'about' },
        { quoted: 'the year', source: '' },
      ],
    });
    assert.deepEqual(matched('对中重稀土相关物项实施进口管制', '公告：对中重稀土相关物项，实施出口管制。'), {
      words: '对中重稀土相关物项，实施出口管制',
      differences: [{ quoted: '进', source: '出' }],
    });
  });

  it('is altered at its end by the words that come next in the source, within the sentence', () => {
    const differences = (quotation: string, passage: string) => {
      const match = matchQuotation(quotation, passage);
      return match?.kind === 'altered' ? match.differences : match;
    };
    assert.deepEqual(
      differences('it cut the costs by one-half', 'We saw that it cut the costs by one-third. The rest'),
      [{ quoted: 'half', source: 'third' }],
    );
    assert.deepEqual(
      differences('it cut the costs of the mine quickly', 'So it cut the costs of the mine. The rest is'),
      [{ quoted: 'quickly', source: '' }],
    );
    assert.deepEqual(differences('创新是走出困境的唯一路径', '我们相信，创新是走出困境的唯一出路。今年'), [
      { quoted: '路径', source: '出路' },
    ]);
  });

  it('is altered where one of its parts is', () => {
    const match = matched('The United States exported about 45,000 tons … all of it at Mountain Pass');
    assert.deepEqual(match?.differences, [{ quoted: 'exported', source: 'produced' }]);
  });

  it('is nowhere if more words differ', () => {
    assert.equal(matched('The European Union mined nearly 45,000 tons of lithium'), null);
    assert.equal(matched('in some'), null);
    assert.equal(matched('…'), null);
    assert.equal(matched('words of it', ''), null);
  });

  it('is found nowhere else in a long repetitive passage than where it is altered', () => {
    for (const text of ['a '.repeat(50_000), 'the of '.repeat(50_000), '稀土'.repeat(50_000)]) {
      for (const part of [text.slice(0, 100), text.slice(0, 1500)]) {
        const match = matchQuotation(`${part} changed words`, text);
        assert.ok(match === null || (match.kind === 'altered' && match.end <= text.length));
      }
    }
  });
});

/** A quotation with the words of the passage. */
function corrected(quotation: string, passage = PASSAGE): string | null {
  const edits = correctQuotation(quotation, preparePassage(passage));
  return edits && applyEdits(quotation, edits);
}

describe('a quotation that was altered', () => {
  it('is corrected where its words differ, and left alone elsewhere', () => {
    assert.equal(
      corrected('Produced about 54,000 tons of "rare earth" oxides'),
      'Produced about 45,000 tons of "rare earth" oxides',
    );
    assert.equal(corrected('it exported about 45,000 tons, and more'), null);
  });

  it('gets the words that were left out, with what parts them from their neighbours', () => {
    assert.equal(corrected('United States produced 45,000 tons of'), 'United States produced about 45,000 tons of');
    assert.equal(corrected('一二三五六七', '一二三、四五六七'), '一二三、四五六七');
    assert.equal(corrected('a rise of 5 in one year', 'a rise of 5% in one year'), 'a rise of 5% in one year');
  });

  it('loses the words that were put in', () => {
    assert.equal(corrected('rare-earth oxides in the year 2024 — all of it'), 'rare-earth oxides in 2024 — all of it');
    assert.equal(corrected('对中重的稀土相关物项实施', '对中重稀土相关物项，实施'), '对中重稀土相关物项实施');
  });

  it('keeps its ellipses, letters in brackets and links', () => {
    assert.equal(
      corrected('[T]he [United](https://a.org) States exported about … all of it near Mountain Pass'),
      '[T]he [United](https://a.org) States produced about … all of it at Mountain Pass',
    );
  });
});

// ── Properties ──────────────────────────────────────────────────────────────────────────────────────────────

const latin = fc.stringMatching(/^[a-z]{3,8}$/);
const number = fc.integer({ min: 100, max: 99_999 }).map(String);
const words = fc.uniqueArray(fc.oneof({ weight: 5, arbitrary: latin }, { weight: 1, arbitrary: number }), {
  minLength: 12,
  maxLength: 60,
});
const between = fc.constantFrom(' ', ' ', ' ', '\n', '  ', ' — ', ' – ', ', ', '; ', ' “', '” ', ' «', '\u00A0');
/** Words, how they are joined in the passage and in the quotation, and which of them are quoted. */
const cutting = words.chain((list) =>
  fc.record({
    list: fc.constant(list),
    passage: fc.array(between, { minLength: list.length, maxLength: list.length }),
    quotation: fc.array(between, { minLength: list.length, maxLength: list.length }),
    from: fc.nat(list.length - 8),
    size: fc.integer({ min: 6, max: 8 }),
    upper: fc.boolean(),
  }),
);

function joined(list: readonly string[], gaps: readonly string[]): string {
  return list.map((word, i) => (i === 0 ? word : `${gaps[i]}${word}`)).join('');
}

describe('any stretch of a passage', () => {
  it('is found at its place, whatever its dashes, quotation marks, white space and case', () => {
    fc.assert(
      fc.property(cutting, ({ list, passage, quotation, from, size, upper }) => {
        const text = joined(list, passage);
        const own = list.slice(from, from + size);
        const cut = joined(own, quotation);
        const start = from === 0 ? 0 : joined(list.slice(0, from + 1), passage).length - (own[0] ?? '').length;
        const end = joined(list.slice(0, from + size), passage).length;
        assert.deepEqual(matchQuotation(upper ? cut.toUpperCase() : cut, text), { kind: 'found', start, end });
      }),
    );
  });

  it('is altered, never found, once a word is another', () => {
    fc.assert(
      fc.property(cutting, fc.nat(7), ({ list, passage, quotation, from, size }, at) => {
        const own = list.slice(from, from + size);
        const other = own.map((word, i) => (i === at % size ? 'ÿÿÿ' : word));
        const match = matchQuotation(joined(other, quotation), joined(list, passage));
        assert.equal(match?.kind, 'altered');
        assert.deepEqual(match?.kind === 'altered' && match.differences.map(({ quoted }) => quoted), ['ÿÿÿ']);
      }),
    );
  });

  it('is itself again once corrected', () => {
    fc.assert(
      fc.property(
        cutting,
        fc.nat(7),
        fc.constantFrom('ÿÿÿ', ''),
        ({ list, passage, quotation, from, size }, at, other) => {
          const own = list.slice(from, from + size).map((word, i) => (i === at % size ? other : word));
          const text = joined(list, passage);
          const mended = corrected(joined(own, quotation), text);
          assert.equal(mended && matchQuotation(mended, text)?.kind, 'found');
        },
      ),
    );
  });

  it('has its place within the passage, whatever the texts', () => {
    const text = fc.string({ unit: fc.constantFrom(..."a b1 …[].'稀-\n“%é😀"), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (quotation, passage) => {
        const match = matchQuotation(quotation, passage);
        assert.ok(match === null || (0 <= match.start && match.start < match.end && match.end <= passage.length));
        for (const { span } of findQuotations(passage)) assert.ok(span.start < span.end && span.end <= passage.length);
      }),
    );
  });
});

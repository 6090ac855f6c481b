import assert from 'node:assert/strict';
import { matchNumber, readPassageNumbers } from '../../../../src/core/evidence/matching';
import { findNumbers } from '../../../../src/core/evidence/numbers';

type Row = readonly [claim: string, passage: string, languages?: string, context?: string];

/** What of the claim's quantities the passage holds, and what it lacks: `>` stands between the two languages. */
function compare([claim, passage, languages = 'en>en', context]: Row): { held: string[]; lacking: string[] } {
  const [from = 'en', to = 'en'] = languages.split('>');
  const numbers = readPassageNumbers(passage, to, context);
  const held: string[] = [];
  const lacking: string[] = [];
  for (const quantity of findNumbers(claim, from)) {
    (matchNumber(quantity, numbers) ? held : lacking).push(quantity.surface);
  }
  return { held, lacking };
}

function holds(rows: readonly Row[]): void {
  for (const row of rows) {
    it(`“${row[1]}” holds “${row[0]}”`, () => {
      const { held, lacking } = compare(row);
      assert.deepEqual(lacking, []);
      assert.notDeepEqual(held, []);
    });
  }
}

function lacks(rows: readonly Row[]): void {
  for (const row of rows) {
    it(`“${row[1]}” lacks “${row[0]}”`, () => {
      const { held, lacking } = compare(row);
      assert.deepEqual(held, []);
      assert.notDeepEqual(lacking, []);
    });
  }
}

describe('Matching a number', () => {
  describe('of the same value', () => {
    holds([
      ['5.3 million', '5,300,000 visitors'],
      ['530万人', '5.3 million people', 'zh>en'],
      ['138亿元', 'RMB 13.8 billion', 'zh>en'],
      ['2.5 lakh', '250,000 rupees'],
      ['$1.2k', 'It costs $1,200.'],
      ['九成', '90 per cent', 'zh>en'],
      ['half of them', '50% of them'],
      ['two-thirds', '三分之二', 'en>zh'],
      ['75 percent', 'three-quarters of them'],
      ['one in five', '20 %'],
      ['3 of the 5 members', '3 out of 5 members'],
      ['Losses of 40', 'a change of -40'],
      ['the 12th', '第12届', 'en>zh'],
      ['93%', 'Yield | 93', 'en>en', 'Step | 2024, in percent'],
    ]);
    lacks([
      ['1,243', '1,234'],
      ['3 out of 5', '3 of them'],
      ['$5.3 million', '$5.3 billion'],
      ['5.3%', '53%'],
      ['93%', 'It is made in plant 93.'],
      ['3.1 million', '31 million'],
      ['1.2 billion', '1.2亿', 'en>zh'],
    ]);
  });

  describe('that the claim rounds', () => {
    holds([
      ['$63M', 'a bill of $62.8 million'],
      ['5.3 million', '5,312,450 people'],
      ['12%', '12.4 percent'],
      ['half a million', '487,000'],
      // Sums of yen are cut off as a rule.
      ['2,028億円', '202,873百万円', 'ja>ja'],
      ['4562億円', '営業利益　456,263', 'ja>ja', '単位：百万円'],
    ]);
    lacks([
      ['$63M', 'a bill of $62.3 million'],
      ['$63 million', 'a bill of $63.7 million'],
      ['5.3 million', '5,362,450 people'],
      ['5.31 million', '5.3 million'],
      ['$2.99', '$3'],
    ]);
  });

  describe('with a hedge', () => {
    holds([
      ['about 500', '523 people'],
      ['more than 500', '523 people'],
      ['more than 500', 'more than 500 people'],
      ['more than a million', '1.3 million people'],
      ['nearly 90%', '89.2%'],
      ['近九成', '89.2 %', 'zh>en'],
      ['500余人', '523 people', 'zh>en'],
      ['under 10%', '9.2 %'],
      ['about a third', '32 %'],
      ['nearly two-thirds', '64 %'],
      ['more than half', '54 %'],
      ['20 people', 'more than 20 people'],
    ]);
    lacks([
      ['about 500', '5,000 people'],
      ['more than 500', '5,000 people'],
      ['more than 500', '480 people'],
      ['more than a million', '1.8 million people'],
      ['more than 500', 'fewer than 500 people'],
      ['nearly 90%', '91 %'],
      ['about a third', '38 %'],
      ['more than half', '48 %'],
      ['two-thirds', '65 %'],
      ['at least 10 people', '12 miles'],
      ['up to 130 homes', 'up to 120 homes'],
    ]);
  });

  describe('in a range', () => {
    holds([
      ['2 to 6 inches', 'between 2 and 6 inches'],
      ['12 to 14 million', '1200万至1400万', 'en>zh'],
      ['5–7 %', 'It rose from 5% to 7%.'],
      ['4 inches', '1 to 4 inches'],
    ]);
    lacks([
      ['2 to 6 inches', '1 to 4 inches here and 2 to 3 inches there'],
      ['2 to 6 inches', '2 to 5 inches'],
      ['5–7 %', `It was 5%. ${'Much more was said. '.repeat(10)}It was 7%.`],
    ]);
  });

  describe('with a unit', () => {
    holds([
      ['17 points', '17 more'],
      ['3,000 kt', '3 Mt of ore'],
      ['1,500 MW', '150万千瓦', 'en>zh'],
      ['24 months', 'two years'],
      ['ten years', 'over the past decade'],
      ['ten years', 'Population 2013 | Population 2023'],
      ['十年间', 'from 2013 to 2023', 'zh>en'],
      ['31 years old', 'Born on 3 May 1911, she led the mill in 1942, 1950 and 1957.'],
      ['45 years', 'It opened in 1860, 1871 and 1879. It stood there from 1904 to 1949.'],
      ['four days', 'from May 3 to May 6, 1998'],
      ['1870s', '4 June 1811 – 9 March 1874'],
      ['1848', 'begun on 7 May 1848'],
      ['17th century', 'Born: 1633 Visby tower'],
      ['2019年8月', '2019年出货创新高，8月17日首次突破50万台', 'zh>zh'],
      ['2023', 'In 2024 the mill wove 5 kt, 7% more year-on-year'],
      ['six months', 'in the second half'],
      ['half-year', '上半年', 'en>zh'],
      ['three months', 'in the third quarter'],
      ['twelve months', '同比增长6.3%', 'en>zh'],
      ['六个月', 'half a year', 'zh>en'],
      ['$5', 'C$5'],
      ['5 cents', '$0.05'],
      ['50 bps', '0.5 percentage points'],
      ['30 degrees Celsius', '30度', 'en>zh'],
      ['¥500', '500円', 'en>ja'],
    ]);
    lacks([
      ['five years', 'in 2010, 2013, 2015 and 2018'],
      ['six months', 'half of them'],
      ['three months', 'a quarter of them'],
      ['17 km', '17 miles'],
      ['3 percentage points', 'up 3%'],
      ['€5', '$5'],
      ['US$5', 'C$5'],
      ['500 yuan', '500円', 'en>ja'],
      ['55 mph', '72 km/h'],
      ['5 times as many', '4.9 mmHg'],
    ]);
  });

  describe('in other languages', () => {
    holds([
      ['110 billion cubic metres', '110 000 millones de metros cúbicos', 'en>es'],
      ['$1.1 trillion', '1,1 Billionen Dollar', 'en>de'],
      ['12.5%', '12,5 pour cent', 'en>fr'],
      ['3.5 billion euros', '3,5 mil milhões de euros', 'en>pt'],
      ['$375,000', '37万5,000ドル', 'en>ja'],
      ['$375,000', '37만 5,000달러', 'en>ko'],
      ['a third of them', 'un terzo di loro', 'en>it'],
    ]);
    lacks([['$1.1 billion', '1,1 Billionen Dollar', 'en>de']]);
  });
});

describe('Matching a date', () => {
  holds([
    ['in August 2023', 'on 15 August 2023'],
    ['in 2023', 'It was 41% in 2018; five years later it was 16%.'],
    ['in 2015', 'It rose in 2018, and had fallen three years earlier.'],
    ['in 2022', '2023年为72万人，比上年少4万人', 'en>zh'],
    ['in 2024', 'It opened in 2023 and closed the following year.'],
    ['in 2023', 'on 15 August 2023'],
    ['on 15 August', 'on August 15th, 2023'],
    ['on 15 August 2023', 'It began in 2023. It ended on August 15.'],
    ['on 15 August 2023', '2023年8月15日', 'en>zh'],
    ['in the 1980s', '上世纪80年代', 'en>zh'],
    ['in the 1980s', 'in 1984'],
    ['in Q3 2023', '2023年第三季度', 'en>zh'],
    ['in fiscal 2023', 'the year ended June 30, 2023'],
    ['from 2014 to 2018', '2014–18'],
    ['from 2014 to 2018', 'It began in 2014 and ended in 2018.'],
    ['in 2018', '2014–2018'],
    ['on 3 May 2019', '3 May 2018; that was before 2019. On May 3 it began.'],
    ['on the 15th', '15日', 'en>ja'],
    ['2500 years', '2500年', 'en>zh'],
  ]);
  lacks([
    ['in 2019', 'in 2018'],
    ['in 2019', 'about 2,019 years'],
    ['in 2023', 'It was 41% in 2018. It takes five years.'],
    ['in 2023', 'Five years later it was 16%, and 41% in 2018.'],
    ['in 2019', '2,019 people'],
    ['2,019 people', 'in 2019'],
    ['on 16 August 2023', 'on 15 August 2023'],
    ['on 15 August 2023', 'on 15 August'],
    ['in the 1990s', 'in the 1980s'],
    ['in 1984', 'in the 1980s'],
    ['in 2016', 'from 2014 to 2018'],
    ['from 2014 to 2018', 'from 2014 to 2019'],
    ['in FY2023', 'in fiscal 2022'],
  ]);
});

describe('Matching a cell of a table', () => {
  holds([
    ['$51.9 million', 'Receivables | $51,932 | $60,290', 'en>en', '(in thousands) | 2019 | 2018'],
    ['$16.4 million', 'Allowance | (16,377) | (16,086)', 'en>en', "$'000 | $'000"],
    ['51,932', 'Receivables | $51,932', 'en>en', '(in thousands)'],
    ['138亿元', '收入 | 13,802', 'zh>zh', '（人民币百万元）'],
    ['£9 million', '| £m |\n| 9.0 |'],
    ['9.6 GW', 'Total | 131 | 9,647.60', 'en>en', 'Technology | Projects | Capacity (MW)'],
    ['9.6 kt', 'Total | 9,600', 'en>en', 'Ore (t)'],
    ['12.4 GW', '光伏 | 1,240', 'zh>zh', '单位：万千瓦'],
  ]);
  lacks([
    ['51,932 million', 'Receivables | $51,932', 'en>en', '(in thousands)'],
    ['£9 billion', '| £m |\n| 9.0 |'],
    ['9.5 GW', 'Total | 131 | 9,647.60', 'en>en', 'Technology | Projects | Capacity (MW)'],
    ['12.4 GW', '光伏 | 124', 'zh>zh', '单位：万千瓦'],
    ['2.018 million', 'In 2018 | 7', 'en>en', '(in thousands)'],
  ]);
});

describe('The place of a match', () => {
  const place = (claim: string, passage: string, language = 'en') => {
    const [claimed] = findNumbers(claim, 'en');
    const found = claimed && matchNumber(claimed, readPassageNumbers(passage, language));
    return found ? [passage.slice(found.start, found.end), found.start, found.exact] : null;
  };

  it('is the same value before a rounded one', () => {
    assert.deepEqual(place('5%', '4.9% in May, 5% in June'), ['5%', 13, true]);
    assert.deepEqual(place('5%', '4.9% in May'), ['4.9%', 0, false]);
  });

  it('is the same unit before a bare number', () => {
    assert.deepEqual(place('5%', '5 towns, 5% of all'), ['5%', 9, true]);
  });

  it('is the first of equals', () => {
    assert.deepEqual(place('5%', '5% here, 5% there'), ['5%', 0, true]);
  });

  it('spans both ends of a range', () => {
    assert.deepEqual(place('5–7%', 'from 5% to 7% or so'), ['5% to 7%', 5, true]);
  });

  it('is found among many numbers of one value without comparing them all', () => {
    const passage = readPassageNumbers('5% of 2019. '.repeat(10_000), 'en');
    const claims = findNumbers('5%, 6%, 5–7%, 2019', 'en');
    for (let i = 0; i < 100; i++) {
      const starts = claims.map((claim) => matchNumber(claim, passage)?.start);
      assert.deepEqual(starts, [0, undefined, undefined, 6]);
    }
  });
});

describe('Any passage', () => {
  it('holds the quantities that it is made of, at places within it', () => {
    const text =
      'On 3 May 2021 about 2.5 million people, or 12–14% of 20万, paid $5.30 each; half of the 17th group left in the 1990s at -5 °C, up to 3 km away.';
    const passage = readPassageNumbers(text, 'en');
    for (const quantity of passage.quantities) {
      const found = matchNumber(quantity, passage);
      assert.ok(found, quantity.surface);
      assert.ok(found.start >= 0 && found.start < found.end && found.end <= text.length);
    }
  });

  it('is read without an error, whatever it says', () => {
    for (const odd of [
      '',
      '(',
      '| | |',
      '单位：',
      '(in',
      '0',
      '0%',
      '1e308',
      '-',
      '\u0000 5',
      '（百万',
      '9'.repeat(400),
      '0/0',
    ]) {
      const passage = readPassageNumbers(odd, 'en', odd);
      for (const quantity of findNumbers(`${odd} 0, 5, 0%, from 0 to 5, 2019`, 'en')) matchNumber(quantity, passage);
    }
  });
});

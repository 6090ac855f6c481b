import assert from 'node:assert/strict';
import { findNumbers, type Quantity } from '../../../../src/core/evidence/numbers';

/** A quantity in short: `5.3 million t = 5300000 t (moreThan) ~`. */
function brief({ surface, value, unit, approximate, bound }: Quantity): string {
  return `${surface} = ${value}${unit ? ` ${unit}` : ''}${bound ? ` (${bound})` : ''}${approximate ? ' ~' : ''}`;
}

function finds(rows: readonly (readonly [text: string, ...found: string[]])[], language: string): void {
  for (const [text, ...expected] of rows) {
    it(`${text} — ${expected.join('; ') || 'nothing'}`, () => {
      assert.deepEqual(findNumbers(text, language).map(brief), expected);
    });
  }
}

describe('Numbers in English', () => {
  describe('what counts nothing', () => {
    finds(
      [
        ['Sales fell again.4,5 They rose later.6'],
        ['It was shown earlier (Moreau et al., 2012; Lindt et al. 2015).'],
        ['1,4-dioxane and 1,3,5-trioxane'],
        ['She died in her late 70s.'],
        ['It was a quarter earlier than planned.'],
        ['The protein Oct4 and its partner'],
        ['It was shown in cells [11,.'],
        ['It was shown by a regulator (PGC)–20).'],
      ],
      'en',
    );
  });

  describe('a decimal point in the middle of the line', () => {
    finds(
      [
        ['It fell by 12·6%, to 0·35.', '12·6% = 12.6 %', '0·35 = 0.35'],
        ['2 · 3 sheep', '2 = 2', '3 = 3'],
      ],
      'en',
    );
  });

  describe('rates and ranges', () => {
    finds(
      [
        ['It pays $4bn a quarter.', '$4bn = 4000000000 USD'],
        ['It pays a quarter of that.', 'a quarter = 0.25'],
        ['Between 704 and 700 came.', '704 and 700 = 700/704'],
        ['Some 6000-plus people', '6000 = 6000 (atLeast) ~'],
        ['It rose by £15 m.', '£15 m = 15000000 GBP'],
      ],
      'en',
    );
  });

  describe('parts of centuries, and years before Christ', () => {
    finds(
      [
        ['the second decade of the 20th century', 'second decade of the 20th century = 191X'],
        ['the last decade of the 19th century', 'last decade of the 19th century = 189X'],
        ['It was founded in 508 b.c.', '508 b.c. = -0507'],
        ['(2 March 184117 May 1902)', '2 March 1841 = 1841-03-02', '17 May 1902 = 1902-05-17'],
        ['It closed before 9/11, in season 8.'],
      ],
      'en',
    );
  });

  describe('years in short', () => {
    finds(
      [
        ['It closed in the 1990s, not in the 80s or the mid-70s.', '1990s = 199X', '80s = 198X', '70s = 197X'],
        ["It began in 90's.", "90's = 199X"],
        ["Fair '98 and the fire of '83", "'98 = 1998", "'83 = 1983"],
        ['the season 2011 - 12, and 2011 - 15', '2011 - 12 = 2011/2012', '2011 = 2011', '15 = 15'],
        ['It opened on May 14,2009.', 'May 14,2009 = 2009-05-14'],
        ['It stopped for 30s.', '30s = 30 s'],
      ],
      'en',
    );
  });

  describe('shares with what they are of', () => {
    finds(
      [
        ['One barn in four burned.', 'One barn in four = 0.25'],
        ['Seven out of ten litres were sold.', 'Seven out of ten litres = 0.7'],
        ['Two barns in four villages burned.', 'Two = 2', 'four = 4'],
      ],
      'en',
    );
  });

  describe('scales', () => {
    finds(
      [
        ['Output was 5.3 million.', '5.3 million = 5300000'],
        ['A loss of 40k on 2.7bn', '40k = 40000', '2.7bn = 2700000000'],
        ['It needs 12 lakh or three crore.', '12 lakh = 1200000', 'three crore = 30000000'],
        [
          '2,5 Millionen Dollar, 2.500 millones de euros and 1,2 milliards',
          '2,5 Millionen Dollar = 2500000 USD',
          '2.500 millones de euros = 2500000000 EUR',
          '1,2 milliards = 1200000000',
        ],
        ['3 Bio eggs, 4 mil, 1,500 میلیون', '3 = 3', '4 = 4', '1,500 = 1500'],
        ['A 5-million-strong union', '5-million = 5000000'],
        ['It holds 1.6e-19 and 4.2 × 10^7.', '1.6e-19 = 1.6e-19', '4.2 × 10^7 = 42000000'],
        ['Some 10^6 cells, 2^10 bytes, 5^-1', '10^6 = 1000000 ~', '2^10 bytes = 1024 byte', '5^-1 = 0.2'],
        [
          'A quarter of a million homes, ¾ of a billion',
          'A quarter of a million = 250000',
          '¾ of a billion = 750000000',
        ],
        ['Some 3m people on 3 m of beach', '3m = 3000000 ~', '3 m = 3 m'],
        ['It has 675m monthly active users.', '675m = 675000000'],
        ['10²⁵ operations, not 10², or 10⁻⁵ of it', '10²⁵ = 1e+25', '10 = 10', '10⁻⁵ = 0.00001'],
      ],
      'en',
    );
  });

  describe('spaces that do not break', () => {
    finds(
      [
        ['since May\u00a02020', 'May\u00a02020 = 2020-05'],
        ['about\u00a0500 of\u00a012\u00a0000', '500 = 500 ~', '12\u00a0000 = 12000'],
        ['between\u00a05 and\u00a07\u202f%', '5 and\u00a07\u202f% = 5/7 %'],
        ['from\u00a02019 to\u00a02021, at 8\u00a0a.m.', '2019 to\u00a02021 = 2019/2021'],
      ],
      'en',
    );
  });

  describe('words', () => {
    finds(
      [
        ['two hundred and five of them', 'two hundred and five = 205'],
        ['Twenty-one boats, a dozen crews', 'Twenty-one = 21', 'a dozen = 12'],
        ['half a million; two and a half million', 'half a million = 500000', 'two and a half million = 2500000'],
        ['Three-quarters agreed, a fifth of them late.', 'Three-quarters = 0.75', 'a fifth = 0.2'],
        ['7 thousand 2 hundred and 19', '7 thousand 2 hundred and 19 = 7219'],
        ['seven twenty-fifths of it, two hundred fifths', 'seven twenty-fifths = 0.28', 'two hundred fifths = 40'],
        ['her two hundredth win, his one hundred and fifth', 'two hundredth = 200', 'one hundred and fifth = 105'],
        ['seven in ten, and 1 out of 8', 'seven in ten = 0.7', '1 out of 8 = 0.125'],
        ['It fell by minus four point two five.', 'minus four point two five = -4.25'],
        ['1 in 100,000, 5ft 10in, 10 in all', '1 in 100,000 = 0.00001', '5ft 10in = 5.833333333333333 ft', '10 = 10'],
        ['half an hour, half a mile, half of it', 'half an hour = 0.5 h', 'half a mile = 0.5 mi', 'half = 0.5'],
        ['4½ and 10 1/4 and 2/3', '4½ = 4.5', '10 1/4 = 10.25', '2/3 = 0.6666666666666666'],
        ['Millions of people and dozens of boats'],
        ['It was 1.3 million five years ago.', '1.3 million = 1300000', 'five years = 5 year'],
        ['4 million and 20 percent', '4 million = 4000000', '20 percent = 20 %'],
      ],
      'en',
    );
  });

  describe('percent, money and units', () => {
    finds(
      [
        [
          'up 4.5%, 3 per cent, 2 percentage points, 50 bps',
          '4.5% = 4.5 %',
          '3 per cent = 3 %',
          '2 percentage points = 2 pp',
          '50 bps = 0.5 pp',
        ],
        [
          'revenue of 1.2b, $2mm and 10 bln, 3 tln; 75 USD million',
          '1.2b = 1200000000',
          '$2mm = 2000000 USD',
          '10 bln = 10000000000',
          '3 tln = 3000000000000',
          '75 USD million = 75000000 USD',
        ],
        [
          'US$3.1bn, €20m, 7 pence, Rs 90 crore',
          'US$3.1bn = 3100000000 USD',
          '€20m = 20000000 EUR',
          '7 pence = 7 penny',
          'Rs 90 crore = 900000000 INR',
        ],
        ['GBP 15, 80 CHF, 120 Swedish kronor', 'GBP 15 = 15 GBP', '80 CHF = 80 CHF', '120 Swedish kronor = 120 SEK'],
        ['a $3 fee, A$4', '$3 = 3 USD', 'A$4 = 4 AUD'],
        ['It costs 6 dollars 40 cents.', '6 dollars 40 cents = 6.4 USD'],
        [
          '8 tonnes, 9 kt, 31 km², 700 MW, 16 GWh',
          '8 tonnes = 8 t',
          '9 kt = 9 kt',
          '31 km² = 31 km2',
          '700 MW = 700 MW',
          '16 GWh = 16 GWh',
        ],
        ['at -3.5 °C (25.7°F)', '-3.5 °C = -3.5 °C', '25.7°F = 25.7 °F'],
        [
          '4 million barrels; a 64-bit bus; a 9-year-old',
          '4 million barrels = 4000000 bbl',
          '64-bit = 64 bit',
          '9-year-old = 9 year',
        ],
        ['6 feet 3 inches', '6 feet 3 inches = 6.25 ft'],
      ],
      'en',
    );
  });

  describe('hedges', () => {
    finds(
      [
        ['about 70, nearly 80, 90 or so', '70 = 70 ~', '80 = 80 (lessThan) ~', '90 = 90 ~'],
        [
          'more than 11; at least 12; up to 13; under 14',
          '11 = 11 (moreThan)',
          '12 = 12 (atLeast)',
          '13 = 13 (atMost)',
          '14 = 14 (lessThan)',
        ],
        [
          'It does not exceed 5%, never exceeded 6%, and is not over 7%.',
          '5% = 5 % (atMost)',
          '6% = 6 % (atMost)',
          '7% = 7 % (atMost)',
        ],
        ['at least about 600; 45 or more; 300+', '600 = 600 (atLeast) ~', '45 = 45 (atLeast)', '300 = 300 (atLeast)'],
      ],
      'en',
    );
    finds([['un coût d’environ 35 euros', '35 euros = 35 EUR ~']], 'fr');
    finds([['约有50家，约占8%', '50 = 50 ~', '8% = 8 % ~']], 'zh');
  });

  describe('ranges', () => {
    finds(
      [
        ['12 to 14 million tonnes', '12 to 14 million tonnes = 12000000/14000000 t'],
        ['6–8% a year', '6–8% = 6/8 %'],
        ['between 30 and 35 percent', '30 and 35 percent = 30/35 %'],
        [
          'One in ten, fewer than one in four, one in the north',
          'One in ten = 0.1',
          'one in four = 0.25 (lessThan)',
          'one = 1',
        ],
        ['$3-4 billion, €5m to €6m', '$3-4 billion = 3000000000/4000000000 USD', '€5m to €6m = 5000000/6000000 EUR'],
        ['It rose from $5 to $7 and from 3% to 4%.', '$5 = 5 USD', '$7 = 7 USD', '3% = 3 %', '4% = 4 %'],
        ['It ranges from $5 to $7.', '$5 to $7 = 5/7 USD'],
        ['The fee fell by €7 to €5, or by $2 to $9.', '€7 = 7 EUR', '€5 = 5 EUR', '$2 = 2 USD', '$9 = 9 USD'],
        ['It cut its staff by 700 to 12,400.', '700 = 700', '12,400 = 12400'],
        ['Costs rise by 10% to 20%, delays by 5 to 7 days.', '10% to 20% = 10/20 %', '5 to 7 days = 5/7 day'],
      ],
      'en',
    );
  });

  describe('separators, by their form', () => {
    finds(
      [
        ['1,234,567.8', '1,234,567.8 = 1234567.8'],
        ['1.234.567,8', '1.234.567,8 = 1234567.8'],
        ['12 345 and 12\u202f345', '12 345 = 12345', '12\u202f345 = 12345'],
        ["7'500'000", "7'500'000 = 7500000"],
        ['45,67,890', '45,67,890 = 4567890'],
        ['1.234 but 1,234', '1.234 = 1.234', '1,234 = 1234'],
        ['１２．５％', '１２．５％ = 12.5 %'],
      ],
      'en',
    );
  });

  describe('dates', () => {
    finds(
      [
        [
          'on 3 May 2021, May 4th, 2021 and 2021-05-06',
          '3 May 2021 = 2021-05-03',
          'May 4th, 2021 = 2021-05-04',
          '2021-05-06 = 2021-05-06',
        ],
        [
          'q1-2019, H2-2020, in 2015-3; the 2015-6 season',
          'q1-2019 = 2019-Q1',
          'H2-2020 = 2020-H2',
          '2015-3 = 2015-03',
          '2015 = 2015',
          '6 = 6',
        ],
        ['in July, in August 2019', 'July = XXXX-07', 'August 2019 = 2019-08'],
        ['in 2017, since 1888; in 2021 alone', '2017 = 2017', '1888 = 1888', '2021 = 2021'],
        [
          'Q2 2022, the third quarter of 2016, H1 2020',
          'Q2 2022 = 2022-Q2',
          'third quarter of 2016 = 2016-Q3',
          'H1 2020 = 2020-H1',
        ],
        ['the 1970s, the late 18th century', '1970s = 197X', '18th century = 17XX'],
        ['fiscal year 2024, FY23', 'fiscal year 2024 = FY2024', 'FY23 = FY2023'],
        [
          '2014–2018, between 1990 and 1995, Jan-Feb 2017',
          '2014–2018 = 2014/2018',
          '1990 and 1995 = 1990/1995',
          'Jan-Feb 2017 = 2017-01/2017-02',
        ],
        ['5-7 June 2020', '5-7 June 2020 = 2020-06-05/2020-06-07'],
        ['44 BC', '44 BC = -0043'],
        ['You may march on.'],
        ['1900 employees, over 2000 cars', '1900 = 1900', '2000 = 2000 (moreThan)'],
      ],
      'en',
    );

    it('know the days that they span', () => {
      const [month, quarter, decade] = findNumbers('February 2024, Q4 2023, the 1980s', 'en');
      assert.deepEqual(
        [month, quarter, decade].map((date) => date?.kind === 'date' && [date.first, date.last]),
        [
          ['2024-02-01', '2024-02-29'],
          ['2023-10-01', '2023-12-31'],
          ['1980-01-01', '1989-12-31'],
        ],
      );
    });
  });

  describe('what states no quantity', () => {
    finds(
      [
        ['COVID-19, the F-16, U2, H1N1, GPT-4 and A320'],
        ['ISO 9001, ISO/IEC 27001:2022, IEC 62933, UL 9540A and DIN 4102-1'],
        ['5G, 3D and 4K; part 24703L202'],
        ['At 9:45, at 6pm, at 11 a.m.'],
        ['Call +44 20 7946 0018 or (212) 555-0199.'],
        ['See [4], [5, 6], [7-9] and [^2] @smith2019.'],
        ['https://example.org/2020/11?x=3 and bob42@example.org'],
        ['version 2.4.1, v3.0, 10.0.0.1, Python 3.11'],
        ['Section 3.2(a), Article 12, pp. 14-19, Figure 2, No. 7'],
        ['1. Apples\n2) Pears'],
        ['No one knows; this one is better.'],
        ['open 24/7; the S&P 500'],
      ],
      'en',
    );
  });
});

describe('Numbers in Chinese', () => {
  finds(
    [
      ['产量达4.78万亿吨', '4.78万亿吨 = 4780000000000 t'],
      ['三百五十万亿、二百五、九万四', '三百五十万亿 = 350000000000000', '二百五 = 250', '九万四 = 94000'],
      ['7亿3万2千8百', '7亿3万2千8百 = 700032800'],
      ['壹万贰仟叁佰', '壹万贰仟叁佰 = 12300'],
      ['一万六七千人', '一万六七千 = 16000/17000 ~'],
      [
        '十几万人，800余家，三十多个',
        '十几万 = 100000 (moreThan) ~',
        '800 = 800 (moreThan) ~',
        '三十多 = 30 (moreThan) ~',
      ],
      ['数百万人，几十家'],
      ['不得高于20%，不得少于30天', '20% = 20 % (atMost)', '30天 = 30 day (atLeast)'],
      ['没有超过800亿元，未低于30天', '800亿元 = 80000000000 CNY (atMost)', '30天 = 30 day (atLeast)'],
      ['5万元以上20万元以下罚款', '5万元 = 50000 CNY (atLeast)', '20万元 = 200000 CNY (atMost)'],
      ['三成半，打对折，对折的纸', '三成半 = 35 %', '对折 = 50 %'],
      ['数据显示,2024年增长5%,2023年为3%', '2024年 = 2024', '5% = 5 %', '2023年 = 2023', '3% = 3 %'],
      ['近八成，打三折，七成五', '八成 = 80 % (lessThan) ~', '三折 = 30 %', '七成五 = 75 %'],
      ['四分之三，百分之十二点五，千分之六', '四分之三 = 0.75', '百分之十二点五 = 12.5 %', '千分之六 = 0.6 %'],
      ['上升2.5个百分点，降息25个基点', '2.5个百分点 = 2.5 pp', '25个基点 = 0.25 pp'],
      ['翻了一番，增长3倍，一半以上', '翻了一番 = 2', '3倍 = 3 times', '一半 = 0.5 (atLeast)'],
      [
        '5亿美元，３００元，两块五，六元二角',
        '5亿美元 = 500000000 USD',
        '３００元 = 300 CNY',
        '两块五 = 2.5 CNY',
        '六元二角 = 6.2 CNY',
      ],
      [
        '5千克，三千米，240亿千瓦时，零下8度',
        '5千克 = 5 kg',
        '三千米 = 3 km',
        '240亿千瓦时 = 24000000000 kWh',
        '零下8度 = -8 °C',
      ],
      [
        '约20万吨，超过9000人，不足一半，15人以上',
        '20万吨 = 200000 t ~',
        '9000 = 9000 (moreThan)',
        '一半 = 0.5 (lessThan)',
        '15 = 15 (atLeast)',
      ],
      ['3万至5万，3至5万，6%-8%', '3万至5万 = 30000/50000', '3至5万 = 30000/50000', '6%-8% = 6/8 %'],
      [
        '2023年8月15日，二〇一九年，3月5日至8日',
        '2023年8月15日 = 2023-08-15',
        '二〇一九年 = 2019',
        '3月5日至8日 = XXXX-03-05/XXXX-03-08',
      ],
      [
        '上世纪80年代，20世纪九十年代，2022年上半年，第三季度',
        '上世纪80年代 = 198X',
        '20世纪九十年代 = 199X',
        '2022年上半年 = 2022-H1',
        '第三季度 = XXXX-Q3',
      ],
      ['四川一看，一些三星手机统一了，万一十分好'],
      ['上午10点30分，下午三点半，第二十条，图3'],
      ['GB/T 36276—2018标准，股票代码：300999，600111.SH，“十四五”期间'],
      ['排名第7，第二名', '第7 = 7', '第二 = 2'],
      ['百分之三十至四十的參加者，叁张票', '百分之三十至四十 = 30/40 %', '叁 = 3'],
      ['十人中有九人，时速约60公里，以80公里的时速', '十人中有九 = 0.9', '60公里 = 60 km/h ~', '80公里 = 80 km/h'],
    ],
    'zh-CN',
  );
});

describe('Numbers in other languages', () => {
  finds(
    [
      [
        'rund 3,4 Mio. Euro, 12,5 Prozent, zweihundertfünf, 1.234',
        '3,4 Mio. Euro = 3400000 EUR ~',
        '12,5 Prozent = 12.5 %',
        'zweihundertfünf = 205',
        '1.234 = 1234',
      ],
      ['nicht mehr als 5 Prozent', '5 Prozent = 5 % (atMost)'],
      ['Er stieg 2024 um 4,2 Prozent.', '2024 = 2024', '4,2 Prozent = 4.2 %'],
      [
        'zwei Drittel, ein Viertel der Stimmen, die Hälfte',
        'zwei Drittel = 0.6666666666666666',
        'ein Viertel = 0.25',
        'Hälfte = 0.5',
      ],
    ],
    'de',
  );
  finds(
    [
      [
        "plus de 3 milliards d'euros, 4,5 %, quatre-vingt-dix, soixante et onze",
        "3 milliards d'euros = 3000000000 EUR (moreThan)",
        '4,5 % = 4.5 %',
        'quatre-vingt-dix = 90',
        'soixante et onze = 71',
      ],
      [
        'un tiers des voix, trois quarts, la moitié de 8 mètres cubes',
        'un tiers = 0.3333333333333333',
        'trois quarts = 0.75',
        'moitié = 0.5',
        '8 mètres cubes = 8 m3',
      ],
    ],
    'fr',
  );
  finds(
    [
      [
        '2.500 millones de euros, 6 por ciento, 3 millones y medio',
        '2.500 millones de euros = 2500000000 EUR',
        '6 por ciento = 6 %',
        '3 millones y medio = 3500000',
      ],
      ['dos tercios; una quinta parte; un cuarto oscuro', 'dos tercios = 0.6666666666666666', 'una quinta = 0.2'],
      ['el gasto medio, la media europea y el medio ambiente; medio millón', 'medio millón = 500000'],
    ],
    'es',
  );
  finds([['R$ 1,5 bilhão e 30 por cento', 'R$ 1,5 bilhão = 1500000000 BRL', '30 por cento = 30 %']], 'pt');
  finds(
    [
      [
        'due miliardi, 7,5 milioni di euro, 8 per cento',
        'due miliardi = 2000000000',
        '7,5 milioni di euro = 7500000 EUR',
        '8 per cento = 8 %',
      ],
    ],
    'it',
  );
  finds(
    [
      [
        '３兆円、22億5000万人、2割、４分の１',
        '３兆円 = 3000000000000 JPY',
        '22億5000万 = 2250000000',
        '2割 = 20 %',
        '４分の１ = 0.25',
      ],
      ['10人中9人、3人に1人', '10人中9 = 0.9', '3人に1 = 0.3333333333333333'],
      ['2万3,400円、半分、5万 2019年', '2万3,400円 = 23400 JPY', '半分 = 0.5', '5万 = 50000', '2019年 = 2019'],
    ],
    'ja',
  );
  finds(
    [
      [
        '5억 3천만 달러, 45퍼센트, 2018년 10월',
        '5억 3천만 달러 = 530000000 USD',
        '45퍼센트 = 45 %',
        '2018년 10월 = 2018-10',
      ],
      [
        '37만 5,000달러, 3분의 2, 절반, 열두 명, 세계',
        '37만 5,000달러 = 375000 USD',
        '3분의 2 = 0.6666666666666666',
        '절반 = 0.5',
        '열두 = 12',
      ],
    ],
    'ko',
  );
});

describe('What is worth looking up', () => {
  const checked = (text: string, language = 'en') =>
    findNumbers(text, language)
      .filter(({ checkable }) => checkable)
      .map(({ surface }) => surface);

  it('is a share, a sum, a measure, a large number and a date', () => {
    assert.deepEqual(checked('90%, $5, 6 km, 1,200 people, two-thirds, 4 May 2020'), [
      '90%',
      '$5',
      '6 km',
      '1,200',
      'two-thirds',
      '4 May 2020',
    ]);
  });

  it('is not how many things there are of those that are named', () => {
    assert.deepEqual(checked('the four regions, all seven, these five; four plants, the 14 mines'), ['four', '14']);
    assert.deepEqual(checked('这四家，其余五家；四家', 'zh'), ['四']);
  });

  it('is not one, a first, two in words, or a month alone', () => {
    assert.deepEqual(checked('One plant, the first of two, opened in July.'), []);
    assert.deepEqual(checked('第一，两家，8月', 'zh'), []);
  });
});

describe('The precision that a number is given with', () => {
  const steps = (text: string, language = 'en') =>
    findNumbers(text, language).map((found) => (found.kind === 'date' ? null : found.step));

  it('is one unit in the last digit shown', () => {
    assert.deepEqual(steps('5.3 million; $40bn; 12%; 0.25; 1,200'), [1e5, 1e9, 1, 0.01, 1]);
    assert.deepEqual(steps('5.30亿，三百万', 'zh'), [1e6, 1e6]);
    assert.deepEqual(steps('half a million; two and a half billion; three million'), [1e5, 1e8, 1e6]);
  });

  it('is exact for a fraction in words', () => {
    assert.deepEqual(steps('two-thirds, half'), [0, 0]);
  });
});

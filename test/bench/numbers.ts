/**
 * How many sentences a second `findNumbers` reads, beside `@microsoft/recognizers-text-suite`.
 *
 * Its number model alone is the closest to us in speed, and finds plain numbers only. All six models together find what
 * `findNumbers` does.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findNumbers } from '../../src/core/evidence/numbers';
import { timesOf } from './measure';
import { toolsFolder, versionOf } from './tools';

const LIBRARY = '@microsoft/recognizers-text-suite';

const SENTENCES = {
  en: [
    'The mine at Kiruna produced 27 million tonnes of ore in 2022, a tenth less than the year before.',
    'Nine in ten magnets are sintered in a single country, according to a survey of 140 plants.',
    'The city council voted on Tuesday to close two of its five swimming pools.',
    'Revenue rose by 12.4% to $3.1bn, while costs stayed between 1.8 and 2 billion dollars.',
    'She argued that no one had asked the people who live along the river.',
    'About two-thirds of households had a lead pipe in March 2019; by 2023 it was under 8 percent.',
    'The bridge is 1,280 metres long and was opened on 5 June 1998.',
    'Ships wait three to five days at the southern entrance of the canal.',
  ],
  zh: [
    '该矿2022年产铁矿石2700万吨，比上一年减少一成。',
    '根据对140家工厂的调查，九成的磁体在同一个国家烧结。',
    '市议会周二投票决定关闭五个游泳池中的两个。',
    '营业收入增长12.4%，达到31亿美元，成本在18亿至20亿美元之间。',
    '她认为没有人问过住在河边的居民。',
    '2019年3月约有三分之二的家庭使用铅管，到2023年不足百分之八。',
    '这座桥长1280米，于1998年6月5日通车。',
    '船只在运河南口要等三到五天。',
  ],
} as const;

/** What is called of the library. */
interface Recognizers {
  readonly Culture: { readonly English: string; readonly Chinese: string };
  recognizeNumber(text: string, culture: string): unknown;
  recognizeOrdinal(text: string, culture: string): unknown;
  recognizePercentage(text: string, culture: string): unknown;
  recognizeCurrency(text: string, culture: string): unknown;
  recognizeDimension(text: string, culture: string): unknown;
  recognizeDateTime(text: string, culture: string): unknown;
}

/**
 * @param print takes the lines of the report
 * @param quick the library is left out
 */
export function benchNumbers(print: (line: string) => void, quick: boolean): void {
  const library = quick ? null : loadRecognizers();
  print('Numbers in sentences');
  for (const language of ['en', 'zh'] as const) {
    const sentences = SENTENCES[language];
    const each = (read: (text: string) => unknown) => () => {
      for (const sentence of sentences) read(sentence);
    };
    const ways = [each((text) => findNumbers(text, language))];
    if (library) {
      const culture = language === 'en' ? library.Culture.English : library.Culture.Chinese;
      ways.push(each((text) => library.recognizeNumber(text, culture)));
      ways.push(each((text) => recognizeAll(library, text, culture)));
    }
    const [ours = 0, number, all] = timesOf(ways);
    const perSecond = (time: number) => `${Math.round((1000 / time) * sentences.length)} sentences/s`;
    print(`  ${language}: ${perSecond(ours)}`);
    if (number !== undefined && all !== undefined) {
      print(
        `  ${language}, beside the number model of ${versionOf(LIBRARY)}: ${(number / ours).toFixed(1)} times as fast, ${perSecond(number)}`,
      );
      print(`  ${language}, beside its six models: ${(all / ours).toFixed(0)} times as fast, ${perSecond(all)}`);
    }
  }
  if (!library && !quick) print(`  ${LIBRARY}: it could not be installed`);
}

function recognizeAll(library: Recognizers, text: string, culture: string): void {
  library.recognizeNumber(text, culture);
  library.recognizeOrdinal(text, culture);
  library.recognizePercentage(text, culture);
  library.recognizeCurrency(text, culture);
  library.recognizeDimension(text, culture);
  library.recognizeDateTime(text, culture);
}

function loadRecognizers(): Recognizers | null {
  const folder = toolsFolder();
  return folder && createRequire(join(folder, 'package.json'))(LIBRARY);
}

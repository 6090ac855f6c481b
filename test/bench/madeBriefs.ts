/** Briefs of any size, made up from a seed: the same on every run, and different from each other. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drawing } from '../drawing';

/** Characters of text for each source that is declared. */
const PER_SOURCE = 1000;
/** Front matter is read up to 1 MB. */
const MOST_SOURCES = 1500;
const PER_SECTION = 12;

const THINGS = ['ore', 'magnets', 'oxides', 'copper', 'steel', 'timber', 'grain', 'cotton', 'glass', 'cement'];
const PLACES = ['Kiruna', 'Baotou', 'Perth', 'Katowice', 'Lima', 'Oslo', 'Dakar', 'Osaka', 'Quito', 'Turin'];
const DEEDS = ['produced', 'refined', 'exported', 'stored', 'bought', 'recycled', 'shipped', 'lost'];
const CHINESE_THINGS = ['稀土', '磁铁', '铜', '钢', '木材', '粮食', '棉花', '玻璃'];
const CHINESE_PLACES = ['包头', '赣州', '上海', '大阪', '奥斯陆', '利马'];

const NO_FAULT = -1;

/**
 * A brief with sources that have passages, sections, lists, paragraphs, tables and key numbers, in English with some
 * Chinese. Of its claims, one in twenty has no source, and one in twenty a number that its source does not have.
 *
 * @param least how long it is, in characters
 * @param faultless no claim is without a source, or has a number that its source does not have
 */
export function madeBrief(seed: number, least: number, faultless = false): string {
  const draw = drawing(seed);
  const pick = (words: readonly string[]) => words[draw(words.length)] ?? '';
  const sentence = (chinese: boolean) => {
    const year = 1990 + draw(34);
    const [place, deed, thing] = chinese
      ? [pick(CHINESE_PLACES), '', pick(CHINESE_THINGS)]
      : [pick(PLACES), pick(DEEDS), pick(THINGS)];
    // What is said in the same words has the same numbers.
    const numbers = drawing(seedOf(`${year}${place}${deed}${thing}`));
    const [amount, share] = [(100 + numbers(9000)) / 10, 1 + numbers(97)];
    return chinese
      ? `${year}年${place}的${thing}产量为${amount}万吨，占总量的${share}%。`
      : `In ${year} the plant at ${place} ${deed} ${amount} million tonnes of ${thing}, ${share}% of the total.`;
  };

  const sources = Array.from(
    { length: Math.min(MOST_SOURCES, Math.max(3, Math.round(least / PER_SOURCE))) },
    (_, i) => {
      const chinese = i % 5 === 4;
      return { id: i + 1, claims: [0, 1, 2, 3].map(() => sentence(chinese)) };
    },
  );
  const entries = sources.flatMap(({ id, claims }) => [
    `  - id: ${id}`,
    `    title: Report ${id} on ${pick(THINGS)}`,
    `    publisher: ${pick(PLACES)} Institute`,
    `    published: 20${10 + draw(15)}-0${1 + draw(9)}-1${draw(10)}`,
    `    url: https://example.org/${seed}/${id}`,
    `    quote: "${claims.join(' ')}"`,
  ]);
  const lines = ['---', `title: Materials ${seed}`, 'published: 2025-08-06', 'language: en', 'sources:', ...entries];
  const [share = ''] = /\d+%/.exec(sources[0]?.claims[0] ?? '') ?? [];
  lines.push('figures:', `  - { id: share, value: ${share}, title: of the total, cites: [1] }`, '---', '');

  let size = lines.join('\n').length;
  const add = (line: string) => {
    lines.push(line);
    size += line.length + 1;
  };
  const claim = () => {
    const source = sources[draw(sources.length)] ?? { id: 1, claims: [''] };
    const chance = faultless ? NO_FAULT : draw(20);
    const words = chance === 0 ? sentence(false) : (source.claims[draw(4)] ?? '');
    return chance === 1 ? words : `${words} [${source.id}]`;
  };
  for (let section = 1; size < least; section++) {
    add(`## Part ${section}: ${pick(THINGS)} and ${pick(THINGS)}`);
    add('');
    for (let i = 0; i < PER_SECTION && size < least; i++) {
      const kind = draw(12);
      if (kind === 0) {
        add(
          `A share of {{share}} is **more** than it was, as \`code\` and [a page](https://example.org/${section}) say.`,
        );
        add('');
      } else if (kind < 3) {
        add(`${claim()} ${claim()}`);
        add('');
      } else if (kind === 3) {
        add('| Place | Output |');
        add('| ----- | ------ |');
        for (let row = 0; row < 3; row++) add(rowOf(sources[draw(sources.length)]));
        add('');
      } else {
        for (let item = 0; item <= draw(3); item++) add(`- ${claim()}`);
        add('');
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

function seedOf(words: string): number {
  return [...words].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7);
}

/** A row of a table, of what a source says. */
function rowOf(source: { readonly id: number; readonly claims: readonly string[] } | undefined): string {
  const [, place = '', output = ''] = SAYS_OUTPUT.exec(source?.claims[0] ?? '') ?? [];
  return `| ${place} | ${output} [${source?.id}] |`;
}

const SAYS_OUTPUT = /(?:plant at |年)(.+?)(?: \w+ |的.*?)([\d.]+(?: million tonnes|万吨))/;

/**
 * Writes a folder of briefs, 100 to a subfolder.
 *
 * @param least how long each of them is, in characters
 * @param extension with its dot
 * @returns the paths of the files
 */
export function writeBriefs(folder: string, count: number, least: number, extension = '.brief'): string[] {
  return Array.from({ length: count }, (_, i) => {
    const path = join(
      folder,
      String(Math.floor(i / 100)).padStart(3, '0'),
      `${String(i).padStart(5, '0')}${extension}`,
    );
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, madeBrief(i + 1, least));
    return path;
  });
}

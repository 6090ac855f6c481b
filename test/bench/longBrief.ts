/** Made-up text to measure on, the same on every run. */

export const SOURCES = 50;
export const COPY_SIZE = 20 * 1024;
const BRIEF_SIZE = 40 * 1024;

const THINGS = 'ore|magnets|oxides|copper|steel|timber|grain|cotton|glass|paper|cement|salt'.split('|');
const PLACES = 'Kiruna|Baotou|Perth|Katowice|Lima|Oslo|Dakar|Osaka|Quito|Turin|Adana|Cork'.split('|');
const DEEDS = 'produced|refined|exported|stored|bought|recycled|shipped|lost'.split('|');

/** After so many sentences the years, places, deeds and things come again. */
const WORDINGS = 408;

const pick = (words: readonly string[], n: number) => words[n % words.length] ?? '';

/** The `n`th of many sentences, of which some share their place, thing, share or year. Those of the same words have the same numbers. */
function sentence(n: number): string {
  const alike = n % WORDINGS;
  const amount = (100 + ((alike * 7919) % 9000)) / 10;
  const share = 1 + ((alike * 31) % 97);
  const year = 1990 + ((n * 13) % 34);
  return `In ${year} the plant at ${pick(PLACES, n * 5)} ${pick(DEEDS, n * 3)} ${amount} million tonnes of ${pick(THINGS, n * 7)}, ${share} % of the total.`;
}

/** The number of the `n`th sentence of the local copy of a source. */
const inCopy = (source: number, n: number) => source * 1009 + n;

/** The local copy of source number `source`, which the brief names `NUMBER.txt`. */
export function copyText(source: number): string {
  const paragraphs: string[] = [];
  for (let n = 0, size = 0; size < COPY_SIZE; n++) {
    const paragraph = [0, 1, 2].map((k) => sentence(inCopy(source, n * 3 + k))).join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

/**
 * A brief of many short claims that all cite a source with a local copy, which holds nine in ten of them, up to 500 KB.
 *
 * @param least how long it is, in characters
 */
export function longBrief(least = BRIEF_SIZE): string {
  const entries = Array.from(
    { length: SOURCES },
    (_, i) => `  - { id: s${i}, title: Report ${i}, url: "https://example.org/${i}", text: ${i}.txt }`,
  );
  const lines = ['---', 'title: Materials', 'sources:', ...entries, '---', '', 'Overview', ''];
  for (let n = 0, size = lines.join('\n').length; size < least; n++) {
    if (n % 20 === 0) lines.push('', `## Part ${n / 20 + 1}`, '');
    const source = n % SOURCES;
    const line = `- ${sentence(n % 10 === 9 ? n * 17 : inCopy(source, Math.floor(n / SOURCES)))} [@s${source}]`;
    lines.push(line);
    size += line.length + 1;
  }
  return `${lines.join('\n')}\n`;
}

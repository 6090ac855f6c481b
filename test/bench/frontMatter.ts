/** What an edit in the front matter of a brief with many sources costs, beside reading the brief anew. */
import { checkBrief, parseBrief, parseChanged } from '../../src/core';
import { timesOf } from './measure';

const SOURCES = 1000;
const SECTION = 20;

/** @param print takes the lines of the report */
export function benchFrontMatter(print: (line: string) => void): void {
  const text = briefOfSources();
  print(`an edit in the front matter of ${Math.round(text.length / 1024)} KB with ${SOURCES} sources`);
  for (const [what, place] of [
    ['of the first source', 'Report 0'],
    ['of one in the middle', `Report ${SOURCES / 2}`],
    ['of the last source', `Report ${SOURCES - 1}`],
  ] as const) {
    const at = text.indexOf(place) + place.length;
    const versions = [text, `${text.slice(0, at)}x${text.slice(at)}`];
    const [parse = 0, all = 0, anew = 0] = timesOf([
      typing(versions, false),
      typing(versions, true),
      () => parseBrief(text),
    ]);
    const ratio = (anew / parse).toFixed(1);
    print(
      `  the title ${what}: ${parse.toFixed(1)} ms to read it, ${ratio} times as fast as anew; ${all.toFixed(1)} ms with its problems`,
    );
  }
}

/** One call types a character or takes it away again. */
function typing(versions: readonly string[], checks: boolean): () => void {
  let brief = parseBrief(versions[0] ?? '');
  let calls = 0;
  if (checks) checkBrief(brief);
  return () => {
    brief = parseChanged(brief, versions[++calls % versions.length] ?? '');
    if (checks) checkBrief(brief);
  };
}

/** A brief in which each of many sources is cited once. */
function briefOfSources(): string {
  const claim = (n: number) => `In 2010 the plant at Kiruna produced ${n} million tonnes of ore`;
  const numbers = Array.from({ length: SOURCES }, (_, n) => n);
  const entries = numbers.flatMap((n) => [
    `  - id: s${n}`,
    `    title: Report ${n} on ore`,
    '    publisher: Kiruna Institute',
    '    published: 2015-03-11',
    `    url: https://example.org/${n}`,
    `    quote: "${claim(n)}."`,
  ]);
  const body = numbers.flatMap((n) => [
    ...(n % SECTION === 0 ? ['', `## Part ${n / SECTION + 1}`, ''] : []),
    `- ${claim(n)} [@s${n}].`,
  ]);
  return ['---', 'title: Materials', 'language: en', 'sources:', ...entries, '---', ...body, ''].join('\n');
}

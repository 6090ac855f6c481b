/**
 * What a keystroke costs in a long brief: from the changed text to its problems, with and without the local copies of
 * its sources. Those must not make it cost more than twice as much.
 */
import { type Brief, checkBrief, parseBrief, type SourceText } from '../../src/core';
import { readDocument } from '../../src/formats';
import { timesOf } from './measure';

const SOURCES = 50;
const BRIEF_SIZE = 40 * 1024;
const COPY_SIZE = 20 * 1024;

/** @param print takes the lines of the report */
export function benchKeystroke(print: (line: string) => void): void {
  const copies = Array.from({ length: SOURCES }, (_, i) => localCopy(i));
  const text = longBrief();
  print(`a keystroke in ${Math.round(text.length / 1024)} KB with ${SOURCES} sources of ${COPY_SIZE / 1024} KB each`);
  for (const [what, edit] of EDITS) {
    const [bare = 0, full = 0] = timesOf([typing(text, [], edit), typing(text, copies, edit)]);
    print(
      `  ${what}: ${bare.toFixed(2)} ms without local copies, ${full.toFixed(2)} ms with, ${(full / bare).toFixed(2)} times`,
    );
  }
  const first = (texts: readonly SourceText[]) => () => checkBrief(parseBrief(text, { texts }));
  const [bare = 0, full = 0] = timesOf([first([]), first(copies)]);
  print(`  the first check: ${bare.toFixed(0)} ms without local copies, ${full.toFixed(0)} ms with`);
}

/** What is typed at a place of the text, again and again. */
type Edit = (text: string) => { readonly at: number; readonly typed: string };

const EDITS: readonly (readonly [what: string, edit: Edit])[] = [
  ['a letter', (text) => ({ at: text.indexOf('plant', text.length / 2) + 5, typed: 's' })],
  ['a digit', (text) => ({ at: text.indexOf(' %', text.length / 2), typed: '7' })],
  ['a letter before the first section', (text) => ({ at: text.indexOf('Overview'), typed: 's' })],
];

/** One call types a character or takes it away again; each version is parsed upon the one before. */
function typing(text: string, texts: readonly SourceText[], edit: Edit): () => void {
  const { at, typed } = edit(text);
  let brief: Brief = parseBrief(text, { texts });
  checkBrief(brief);
  return () => {
    const next = brief.text === text ? text.slice(0, at) + typed + text.slice(at) : text;
    brief = parseBrief(next, { texts, previous: brief });
    checkBrief(brief);
  };
}

// ── Made-up text: the same on every run ─────────────────────────────────────────────────────────────────────

const THINGS = 'ore|magnets|oxides|copper|steel|timber|grain|cotton|glass|paper|cement|salt'.split('|');
const PLACES = 'Kiruna|Baotou|Perth|Katowice|Lima|Oslo|Dakar|Osaka|Quito|Turin|Adana|Cork'.split('|');
const DEEDS = 'produced|refined|exported|stored|bought|recycled|shipped|lost'.split('|');

const pick = (words: readonly string[], n: number) => words[n % words.length] ?? '';

/** The `n`th of many sentences, of which some share their place, thing, share or year. */
function sentence(n: number): string {
  const amount = (100 + ((n * 7919) % 9000)) / 10;
  const share = 1 + ((n * 31) % 97);
  const year = 1990 + ((n * 13) % 34);
  return `In ${year} the plant at ${pick(PLACES, n * 5)} ${pick(DEEDS, n * 3)} ${amount} million tonnes of ${pick(THINGS, n * 7)}, ${share} % of the total.`;
}

function localCopy(source: number): SourceText {
  const path = `${source}.txt`;
  const paragraphs: string[] = [];
  for (let n = 0, size = 0; size < COPY_SIZE; n++) {
    const paragraph = [0, 1, 2].map((k) => sentence(source * 1009 + n * 3 + k)).join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  const read = readDocument(paragraphs.join('\n\n'), { path, uri: `file:///${path}` });
  return { path, passages: 'passages' in read ? read.passages : [] };
}

function longBrief(): string {
  const entries = Array.from(
    { length: SOURCES },
    (_, i) => `  - { id: s${i}, title: Report ${i}, url: "https://example.org/${i}", text: ${i}.txt }`,
  );
  const lines = ['---', 'title: Materials', 'sources:', ...entries, '---', '', 'Overview', ''];
  for (let n = 0, size = lines.join('\n').length; size < BRIEF_SIZE; n++) {
    if (n % 20 === 0) lines.push('', `## Part ${n / 20 + 1}`, '');
    const line = `- ${sentence(n * 17)} [@s${n % SOURCES}]`;
    lines.push(line);
    size += line.length + 1;
  }
  return `${lines.join('\n')}\n`;
}

/**
 * What a keystroke costs in a long brief: from the changed text to its problems, with and without the local copies of
 * its sources. Those must not make it cost more than twice as much.
 */
import { type Brief, checkBrief, parseBrief, parseChanged, type SourceText } from '../../src/core';
import { readDocument } from '../../src/formats';
import { COPY_SIZE, copyText, longBrief, SOURCES } from './longBrief';
import { timesOf } from './measure';

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
    brief = parseChanged(brief, next, { texts });
    checkBrief(brief);
  };
}

function localCopy(source: number): SourceText {
  const path = `${source}.txt`;
  const read = readDocument(copyText(source), { path, uri: `file:///${path}` });
  return { path, passages: 'passages' in read ? read.passages : [] };
}

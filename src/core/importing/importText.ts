import type { Brief } from '../brief';
import { parseBrief } from '../model/parseBrief';
import type { Piece } from './draft';
import { readHeader } from './header';
import { htmlToMarkdown } from './html';
import { readPieces } from './lines';
import { isBrief } from './recognise';
import { readSections } from './sections';
import { addStubs } from './stubs';
import { writeBrief } from './write';

const MAX_ROUNDS = 5;

/**
 * Turns a pasted text into a brief: its title, publisher, date and category go to the front matter, headings and
 * bullets that run on in one paragraph become sections and lists, and each cited source that nothing declares gets a
 * stub. A text that is a brief already (with front matter, or with Markdown headings) gets the stubs only.
 *
 * Nothing is dropped. Of a text that is not a brief yet, every character is in the result, and those of the body in
 * their order, apart from white space, list markers, the dashes between run-on bullets, the bold marks and the colon
 * of a heading, HTML tags, and in the lines above the body the labels, separators and the wording of dates.
 * Importing a result again changes nothing.
 */
export function importText(text: string): string {
  if (text.trim() === '') return '';
  let before = text;
  let brief: Brief | null = null;
  // A stub may be what makes a citation of something else, or a list of what stands below it.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    brief = importOnce(before, brief);
    if (brief.text === before) break;
    before = brief.text;
  }
  return before;
}

/** @param previous what came of the round before, of which most is known */
function importOnce(text: string, previous: Brief | null): Brief {
  const read = (brief: string) => addStubs(parseBrief(brief, previous ? { previous } : {}));
  if (isBrief(text)) return read(text);
  const markdown = htmlToMarkdown(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  return read(isBrief(markdown) ? markdown : settle(markdown));
}

/**
 * Once its blocks are parted, a text can show a title or a heading that it hid before. It is read again until it is a
 * brief or stays as it is; that takes two rounds, and a few more only for texts that are made to.
 */
function settle(text: string): string {
  let before = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const after = structure(before);
    if (after === before || isBrief(after)) return after;
    before = after;
  }
  return before;
}

function structure(text: string): string {
  const lines = text.split('\n');
  const { header, left, next } = readHeader(lines);
  const above = left.map((line): Piece => ({ kind: 'paragraph', text: line }));
  return writeBrief(header, [...above, ...readSections(readPieces(lines.slice(next)))]);
}

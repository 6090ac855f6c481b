/**
 * The citation grammar: one pure function that the parser of the model and the renderer both call, so that what is
 * checked and what is shown can not differ. It reads what stands at one place of inline text; whether an id is
 * declared is decided afterwards, in `brief/blocks/resolve.ts`.
 */
import { readArtifact } from './artifacts';
import { readAuthorYear } from './authorYear';
import { readBracket } from './brackets';
import { readFigureValue } from './figures';
import { readFullWidth } from './fullWidth';
import { canStartGlued, readGlued } from './glued';
import { readMention } from './mentions';
import { readRaisedMath, readSuperscript } from './superscripts';
import { isNoName, readTextual } from './textual';
import type { CitationSyntax } from './types';

/** The characters at which a citation, or what looks like one, can start. */
const STARTS = new Set('[@{<(（【［:c\uE200¹²³⁰⁴⁵⁶⁷⁸⁹^$'.split('').map((c) => c.charCodeAt(0)));

/** Whether anything of ours can start at a place; all other places need no look. */
export function canStartCitation(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) ? canStartGlued(text, at) : STARTS.has(code);
}

/**
 * Reads the citation, figure reference or marker that starts at `at`.
 *
 * @param text inline text of one block (a paragraph, a heading's text, a table cell), without code and math
 * @param at where to look, a UTF-16 offset in `text`
 * @returns what stands there with spans in `text`, or null: it is ordinary text.
 */
export function readCitation(text: string, at: number): CitationSyntax | null {
  switch (text[at]) {
    case '[':
      return readArtifact(text, at) ?? readFigureValue(text, at) ?? readBracket(text, at);
    case '@':
      return readMention(text, at);
    case '$':
      return readRaisedMath(text, at);
    case '{':
      return readFigureValue(text, at);
    case '(':
    case '（':
      return readInWords(text, at);
    case '【':
    case '［':
      return readArtifact(text, at) ?? readFullWidth(text, at);
    case ':':
    case 'c':
    case '\uE200':
      return readArtifact(text, at);
    case undefined:
      return null;
    default:
      return isDigit(text.charCodeAt(at)) ? readGlued(text, at) : readSuperscript(text, at);
  }
}

/** Names of authors with a year cite a work that the brief lists; where it lists none, the source is named in words only. */
function readInWords(text: string, at: number): CitationSyntax | null {
  const otherwise = readTextual(text, at);
  const found = isNoName(text.slice(at, at + 40)) ? null : readAuthorYear(text, at);
  return found && otherwise ? { ...found, otherwise } : (found ?? otherwise);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

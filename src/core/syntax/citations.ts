/**
 * The citation grammar: one pure function that the parser of the model and the renderer both call, so that what is
 * checked and what is shown can not differ. It reads what stands at one place of inline text; whether an id is
 * declared is decided afterwards, in `model/resolve.ts`.
 */
import type { CitationForm } from '../brief';
import type { Span } from '../text';
import { readArtifact } from './citations/artifacts';
import { readAuthorYear } from './citations/authorYear';
import { readBracket } from './citations/brackets';
import { readFigureValue } from './citations/figures';
import { readFullWidth } from './citations/fullWidth';
import { canStartGlued, readGlued } from './citations/glued';
import { readMention } from './citations/mentions';
import { readRaisedMath, readSuperscript } from './citations/superscripts';
import { isNoName, readTextual } from './citations/textual';

/** One source that a citation names, as written. */
export interface ItemSyntax {
  readonly id: string;
  readonly span: Span;
  readonly prefix?: string;
  readonly locator?: string;
}

/** What the grammar finds. All spans are offsets in the text that was handed in. */
export type CitationSyntax =
  | {
      readonly kind: 'citation';
      readonly form: Exclude<CitationForm, 'key-number' | 'reference-link'>;
      readonly span: Span;
      readonly items: readonly ItemSyntax[];
      /** The target of `[1](https://…)`. */
      readonly url?: { readonly value: string; readonly span: Span };
      /** The text in parentheses or brackets is a range, such as `[5-7]`, which must not be too wide. */
      readonly range?: boolean;
      /** It may as well be something else: a citation only if all its ids are declared. */
      readonly ifDeclared?: true;
      /** The same, and only where the text cites nothing in brackets: an author who does has another reason to write it. */
      readonly ifNoBrackets?: true;
      /** What it is where it is no citation, other than text. */
      readonly otherwise?: Extract<CitationSyntax, { kind: 'artifact' | 'textual' }>;
      /** The form is understood, and a plainer one exists. */
      readonly plain?: string;
    }
  | {
      readonly kind: 'figure-value';
      readonly span: Span;
      readonly id: string;
      readonly idSpan: Span;
      readonly shown?: Span;
    }
  | { readonly kind: 'figure-mention'; readonly span: Span; readonly id: string; readonly idSpan: Span }
  | { readonly kind: 'own'; readonly span: Span }
  | {
      readonly kind: 'gap' | 'malformed';
      readonly span: Span;
      readonly reason: string;
      readonly replacement?: string;
    }
  | {
      readonly kind: 'artifact' | 'textual';
      readonly span: Span;
      readonly reason: string;
      readonly replacement?: undefined;
    };

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

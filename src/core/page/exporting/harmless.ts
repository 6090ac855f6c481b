/** The gate of exported Markdown: nothing does in another viewer what the page wouldn't let it do. */
import { firstWhere } from '../../base/ordered';
import { applyEdits, insert, isEscaped, type Span, type TextEdit } from '../../base/text';
import { readTag } from '../../document/inline/htmlTags';
import { mathEnd } from '../../document/mathMarks';
import { harmlessTag } from '../safe/authorTags';
import type { Dialect } from './dialects';
import { type Reading, readMarkdown } from './readings';
import { type Suspect, suspectsIn } from './suspects';

/** Most rounds of edits. An edit may reveal something hidden: taking out a comment joins the text around it. */
const MOST_ROUNDS = 5;

/**
 * Takes from a Markdown text, as the page does, all that could do something in a viewer that lets HTML and all addresses
 * through. The page's HTML tags stay, with the attributes that the page shows: in a line if they stand in pairs, in a block of
 * HTML wherever they stand. All else becomes text, and so do links and images whose address is refused. Comments go. Code stays
 * as it is if all viewers take it for code.
 *
 * Text that can do nothing comes out as it was.
 *
 * @param text with `\n` for its line breaks
 */
export function harmless(text: string): string {
  let result = text.replaceAll('\0', '\ufffd');
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const suspects = suspectsIn(result);
    if (suspects.length === 0) return result;
    const edits = editsOf(result, suspects);
    if (edits.length === 0) return result;
    result = applyEdits(result, edits);
  }
  // A text that needs more rounds was made to get through, so not even its code is kept.
  return result.replace(/<(?=[A-Za-z/!?])/g, '&lt;').replace(/\](?=[(:])/g, '&#93;');
}

function editsOf(text: string, suspects: readonly Suspect[]): TextEdit[] {
  const places = suspects.map(({ at }) => at);
  const read = dialectsOf(text).map((dialect) => readMarkdown(text, places, dialect));
  const readings = read.map(finderOf);
  const every =
    (...kinds: readonly Kind[]) =>
    (at: number) =>
      readings.every(({ find }) => kinds.some((kind) => find(kind, at) !== null));
  const isCode = every('verbatim');
  const isKeptTag = every('verbatim', 'tag');
  const edits: TextEdit[] = [];
  for (const suspect of suspects) {
    const { kind, at } = suspect;
    if (isCode(at)) continue;
    const formula = readings.map(({ find }) => find('formula', at)).find((span) => span !== null);
    if (kind === 'link') edits.push(insert(at, '\\'));
    // Words after the address of a definition make it a text, and a space at the end of a line isn't seen.
    else if (kind === 'footnote') edits.push(insert(suspect.end, ' &#32;'));
    else if (kind === 'command') edits.push(...(formula ? plainSigns(text, formula) : []));
    else if (!isKeptTag(at)) edits.push(commentAt(readings, text, at) ?? plainTag(at, formula !== undefined));
    else
      edits.push(...rewritten(readings.map(({ find }) => find('tag', at)).find((span) => span !== null) ?? null, text));
  }
  for (const span of read.flatMap(({ htmlTags }) => htmlTags)) edits.push(...rewritten(span, text));
  for (const at of read.flatMap(({ strays }) => strays)) if (!isCode(at)) edits.push(plainTag(at, false));
  return inOrder([...edits, ...read.flatMap(({ gaps }) => gaps)]);
}

type Kind = 'verbatim' | 'tag' | 'comment' | 'formula';

interface Finder {
  /** Returns the stretch of a kind that holds a place; null if there is none. */
  readonly find: (kind: Kind, at: number) => Span | null;
}

function finderOf(reading: Reading): Finder {
  const sorted = (kind: Kind) => reading[kind].toSorted((a, b) => a.start - b.start);
  const spans = {
    verbatim: sorted('verbatim'),
    tag: sorted('tag'),
    comment: sorted('comment'),
    formula: sorted('formula'),
  };
  return {
    find: (kind, at) => {
      const list = spans[kind];
      const found = list[firstWhere(list.length, (i) => (list[i]?.end ?? Infinity) > at)];
      return found && found.start <= at ? found : null;
    },
  };
}

/** Dialects of viewers: CommonMark alone, most viewers, VS Code, GitHub. */
const DIALECTS: readonly Dialect[] = [
  { tables: false, footnotes: false, formulas: false },
  { tables: true, footnotes: false, formulas: false },
  { tables: true, footnotes: false, formulas: true },
  { tables: true, footnotes: true, formulas: true },
];

/**
 * Returns the dialects that can differ for a text. If it has nothing of a kind, it doesn't matter whether a viewer knows that.
 */
function dialectsOf(text: string): Dialect[] {
  const has = { tables: text.includes('|'), footnotes: FOOTNOTE.test(text), formulas: hasFormulas(text) };
  const told = DIALECTS.map(({ tables, footnotes, formulas }) => ({
    tables: tables && has.tables,
    footnotes: footnotes && has.footnotes,
    formulas: formulas && has.formulas,
  }));
  return [...new Map(told.map((dialect) => [JSON.stringify(dialect), dialect])).values()];
}

/** A footnote that may hold something else than the words of a paragraph: by its start, a bar, or an indented line after it. */
const FOOTNOTE =
  /\[\^[^\s[\]^]{1,200}\]:[ \t]*(?:[#>`~$<]|[-+*][ \t\n]|\d|\n|[^\n]*(?:\||\n(?:[ \t>]*\n)*[ >]*(?: {4}|\t)))/;

function hasFormulas(text: string): boolean {
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1))
    if (text[at + 1] === '$' || mathEnd(text, at) >= 0) return true;
  return false;
}

/** Takes a comment out that all viewers take for one, with the blanks before it at the end of a line. */
function commentAt(readings: readonly Finder[], text: string, at: number): TextEdit | null {
  const [first, ...others] = readings.map(({ find }) => find('comment', at));
  if (!first || others.some((span) => span?.start !== first.start || span.end !== first.end)) return null;
  let { start } = first;
  if (/^[ \t]*(?:\n|$)/.test(text.slice(first.end, first.end + 100)))
    while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return { span: { start, end: first.end }, newText: '' };
}

/** Rewrites a tag without the parts that the page doesn't show. */
function rewritten(span: Span | null, text: string): TextEdit[] {
  const written = span ? text.slice(span.start, span.end) : '';
  const tag = readTag(written);
  const newText = tag && harmlessTag(tag);
  return !span || newText === null || newText === written ? [] : [{ span, newText }];
}

/** Makes a tag into text by an entity. In a formula, an entity means something else, but a space means nothing. */
function plainTag(at: number, isFormula: boolean): TextEdit {
  if (isFormula) return insert(at + 1, ' ');
  return { span: { start: at, end: at + 1 }, newText: '&lt;' };
}

/** Makes a formula into text, by escaping its dollar signs. */
function plainSigns(text: string, { start, end }: Span): TextEdit[] {
  const signs = text.slice(start, end).matchAll(/\$/g);
  return [...signs].flatMap(({ index }) => (isEscaped(text, start + index) ? [] : [insert(start + index, '\\')]));
}

/** Sorts edits, each once. An edit that would change what another one does is left for the next round. */
function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = kept.at(-1)?.span;
    if (!last || (edit.span.start > last.start && edit.span.start >= last.end)) kept.push(edit);
  }
  return kept;
}

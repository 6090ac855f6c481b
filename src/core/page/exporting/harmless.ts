/** The gate of exported Markdown: what the page would not let do anything, does nothing in another viewer. */
import { firstWhere } from '../../base/ordered';
import { applyEdits, type Span, type TextEdit } from '../../base/text';
import { readTag } from '../../document/inline/htmlTags';
import { mathEnd } from '../../document/mathMarks';
import { harmlessTag } from '../safe/authorTags';
import type { Dialect } from './dialects';
import { type Reading, readMarkdown } from './readings';
import { isEscaped, type Suspect, suspectsIn } from './suspects';

/** An edit may let something show up that was hidden: a comment that is taken out joins what stood around it. */
const MOST_ROUNDS = 5;

/**
 * Takes from a Markdown text what could do something in a viewer that lets HTML and all addresses through, as the page
 * does: of HTML the page's tags stay, with what the page shows of their attributes: in a line where they stand in pairs, in a block
 * of HTML wherever they stand. All else becomes text; so do
 * links and images whose address is refused. Comments go. Code stays as it is wherever all viewers take it for code.
 *
 * What can do nothing comes out as it was.
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
  // A text that was made to get by: of that, no code is kept either.
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
    // What follows an address in a definition makes it a text, and a space at the end of a line is not seen.
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
  /** The stretch of a kind that holds a place. */
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

/** What viewers know: nothing but CommonMark, what most do, what that of VS Code does, and GitHub's. */
const DIALECTS: readonly Dialect[] = [
  { tables: false, footnotes: false, formulas: false },
  { tables: true, footnotes: false, formulas: false },
  { tables: true, footnotes: false, formulas: true },
  { tables: true, footnotes: true, formulas: true },
];

/** Where a text has nothing of a kind, it does not matter whether a viewer knows that. */
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

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
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

/** A tag without what the page does not show of it. */
function rewritten(span: Span | null, text: string): TextEdit[] {
  const written = span ? text.slice(span.start, span.end) : '';
  const tag = readTag(written);
  const newText = tag && harmlessTag(tag);
  return !span || newText === null || newText === written ? [] : [{ span, newText }];
}

/** In a formula, a space means nothing, and an entity something else. */
function plainTag(at: number, isFormula: boolean): TextEdit {
  if (isFormula) return insert(at + 1, ' ');
  return { span: { start: at, end: at + 1 }, newText: '&lt;' };
}

/** A formula as the text that it is written as. */
function plainSigns(text: string, { start, end }: Span): TextEdit[] {
  const signs = text.slice(start, end).matchAll(/\$/g);
  return [...signs].flatMap(({ index }) => (isEscaped(text, start + index) ? [] : [insert(start + index, '\\')]));
}

/** In order, each once. One that would change what another does is left for the next round. */
function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = kept.at(-1)?.span;
    if (!last || (edit.span.start > last.start && edit.span.start >= last.end)) kept.push(edit);
  }
  return kept;
}

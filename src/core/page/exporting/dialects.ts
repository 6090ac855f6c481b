/** Parsers of Markdown as viewers have them. They read only the page's HTML tags, and follow no refused address. */
import createMarkdownIt, { type Env, type MarkdownIt, type StateBlock, type StateInline } from 'markdown-it';
import { readTag } from '../../document/inline/htmlTags';
import { tagAt } from '../../document/inline/tags';
import { mathEnd } from '../../document/mathMarks';
import { authorElement, harmlessTag } from '../safe/authorTags';
import { MAX_NESTING, ownRule, parseLinkLabel } from './rules';
import { isRefused } from './suspects';

/** Extensions of CommonMark that a viewer knows. */
export interface Dialect {
  /** True for tables and strikethrough, as GitHub has them. */
  readonly tables: boolean;
  /** True if the definition of a footnote holds the indented lines after it. */
  readonly footnotes: boolean;
  /** True if nothing is read between dollar signs. */
  readonly formulas: boolean;
}

export type Kind = 'verbatim' | 'comment' | 'formula';
/** Kind of a block. A block of HTML isn't Markdown. */
export type BlockKind = Kind | 'html';

/** Environment of the parser. Its rules report here what they find in the text. */
export interface ReadEnv extends Env {
  /** Reports a stretch of the run that is being read. */
  inRun(kind: Kind, start: number, end: number): void;
  /** Reports whole lines, without line `to`. */
  inLines(kind: BlockKind, from: number, to: number): void;
  /** Reports a definition that has to become text. The lines after it must not become part of that text. */
  refusedDefinition(state: StateBlock, from: number, to: number): void;
}

/** Type of the tokens for the page's tags. Their content is the tag, and `start` in their `meta` is its offset in its run. */
export const TAG = 'brief_tag';

const parsers = new Map<string, MarkdownIt>();

/** Returns the parser of a dialect. It puts what it finds out into a {@link ReadEnv}. */
export function parserOf(dialect: Dialect): MarkdownIt {
  const key = JSON.stringify([dialect.tables, dialect.footnotes, dialect.formulas]);
  const md = parsers.get(key) ?? create(dialect);
  parsers.set(key, md);
  return md;
}

function create({ tables, footnotes, formulas }: Dialect): MarkdownIt {
  const md = createMarkdownIt({ html: true, maxNesting: MAX_NESTING });
  md.disable('html_inline');
  const original = createMarkdownIt();
  if (!tables) md.disable(['table', 'strikethrough']);
  let address = '';
  md.normalizeLink = (written) => written;
  md.validateLink = (written) => {
    address = written;
    return true;
  };
  md.helpers = { ...md.helpers, parseLinkLabel };

  readHtml(md);
  const definition = ownRule(original.block.ruler, 'reference');
  md.block.ruler.at('reference', (state, start, end, silent) => {
    if (!definition(state, start, end, silent)) return false;
    if (silent) return true;
    if (isRefused(address)) envOf(state).refusedDefinition(state, start, state.line);
    else envOf(state).inLines('verbatim', start, state.line);
    return true;
  });
  md.block.ruler.before('heading', 'brief_separator', separator, { alt: ['paragraph', 'reference', 'blockquote'] });
  if (footnotes) md.block.ruler.before('reference', 'brief_footnote', footnote, { alt: ['paragraph', 'reference'] });
  if (formulas) {
    md.block.ruler.before('fence', 'brief_formula', formulaBlock, {
      alt: ['paragraph', 'reference', 'blockquote', 'list'],
    });
    md.inline.ruler.before('escape', 'brief_formula', formula);
  }

  for (const name of ['link', 'image']) {
    const rule = ownRule(createMarkdownIt().inline.ruler, name);
    md.inline.ruler.at(name, (state, silent) => {
      const start = state.pos;
      const isLink = rule(state, true);
      const end = state.pos;
      state.pos = start;
      if (!isLink || (state.src[end - 1] === ')' && isRefused(address))) return false;
      if (silent) {
        state.pos = end;
        return true;
      }
      const open = name === 'link' ? start : start + 1;
      envOf(state).inRun('verbatim', parseLinkLabel(state, open, name === 'link') + 1, end);
      return name === 'link' ? rule(state, false) : ownRun(state, () => rule(state, false));
    });
  }
  const autolink = ownRule(createMarkdownIt().inline.ruler, 'autolink');
  md.inline.ruler.at('autolink', (state, silent) => {
    const start = state.pos;
    // Some of what CommonMark takes for a mailbox starts HTML at the start of a line.
    if (/[!?/]/.test(state.src[start + 1] ?? '') || !autolink(state, true) || isRefused(address)) {
      state.pos = start;
      return false;
    }
    if (!silent) envOf(state).inRun('verbatim', start, state.pos);
    return true;
  });
  const backticks = ownRule(createMarkdownIt().inline.ruler, 'backticks');
  md.inline.ruler.at('backticks', (state, silent) => {
    const { pos: start, tokens } = state;
    const before = tokens.length;
    if (!backticks(state, silent)) return false;
    // Backticks that nothing closes are text, and no token.
    if (tokens.length > before) envOf(state).inRun('verbatim', start, state.pos);
    return true;
  });
  md.inline.ruler.before('autolink', 'brief_comment', comment);
  md.inline.ruler.before('autolink', 'brief_tag', tag);
  return md;
}

/** Reads blocks of HTML that start with a tag which stays. */
function readHtml(md: MarkdownIt): void {
  const html = ownRule(createMarkdownIt().block.ruler, 'html_block');
  md.block.ruler.at(
    'html_block',
    (state, start, end, silent) => {
      if (!startsHtml(state, start) || !html(state, start, end, silent)) return false;
      if (!silent) envOf(state).inLines('html', start, state.line);
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

const envOf = (state: { readonly env: Env }): ReadEnv => state.env as ReadEnv;

/**
 * Reads the words of an image as a run of their own. Nothing in it is reported, because its offsets aren't offsets of the run
 * around it.
 */
function ownRun(state: StateInline, read: () => boolean): boolean {
  const { env } = state;
  state.env = { ...env, inRun: () => {} };
  const found = read();
  state.env = env;
  return found;
}

function comment(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (!src.startsWith('<!--', pos) || src.lastIndexOf('-->', posMax - 3) < pos + 2) return false;
  const end = src.indexOf('-->', pos + 2) + 3;
  if (!silent) envOf(state).inRun('comment', pos, end);
  state.pos = end;
  return true;
}

/** True if a line starts HTML that goes on to a blank line, with a tag that stays. */
function startsHtml({ src, bMarks, tShift }: StateBlock, line: number): boolean {
  const at = (bMarks[line] ?? 0) + (tShift[line] ?? 0);
  const written = src[at] === '<' ? tagAt(src, at) : null;
  const tag = written === null ? null : readTag(written);
  return tag !== null && (tag.name === 'hr' || authorElement(tag.name)?.isBlock === true) && harmlessTag(tag) !== null;
}

function tag(state: StateInline, silent: boolean): boolean {
  const { src, pos: start, posMax } = state;
  const written = src[start] === '<' ? tagAt(src, start) : null;
  if (written === null || start + written.length > posMax) return false;
  const read = readTag(written);
  if (!read || harmlessTag(read) === null) return false;
  if (!silent) {
    const token = state.push(TAG, '', 0);
    token.content = written;
    token.meta = { start };
  }
  state.pos = start + written.length;
  return true;
}

function formula(state: StateInline, silent: boolean): boolean {
  const end = mathEnd(state.src, state.pos);
  if (end < 0 || end > state.posMax) return false;
  if (!silent) envOf(state).inRun('formula', state.pos, end);
  state.pos = end;
  return true;
}

/** Reads an empty comment on a line of its own, where other viewers begin and end HTML. */
function separator(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (state.src.slice(start, state.eMarks[startLine]).trim() !== '<!-- -->') return false;
  if (!silent) state.line = startLine + 1;
  return true;
}

/** Reads a formula: from a line that starts with two dollar signs to one that ends with two, whatever stands between. */
function formulaBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const textOf = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
  const first = textOf(startLine);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !first.startsWith('$$')) return false;
  if (silent) return true;
  let line = startLine;
  if (first.length < 4 || !first.endsWith('$$'))
    do line++;
    while (
      line < endLine &&
      !textOf(line).endsWith('$$') &&
      (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent)
    );
  state.line = Math.min(line + 1, endLine);
  envOf(state).inLines('formula', startLine, state.line);
  return true;
}

/** The columns by which the lines after the first of a footnote are indented. */
const INDENT = 4;

function footnote(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const label = /^\[\^[^\s[\]^]{1,200}\]:[ \t]*/.exec(
    state.src.slice(start, Math.min(start + 300, state.eMarks[startLine] ?? 0)),
  );
  if (!label) return false;
  if (silent) return true;
  const { blkIndent, parentType } = state;
  const before = [state.bMarks[startLine] ?? 0, state.tShift[startLine] ?? 0, state.sCount[startLine] ?? 0] as const;
  state.blkIndent += INDENT;
  state.parentType = 'blockquote';
  state.bMarks[startLine] = start + label[0].length;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = state.blkIndent;
  state.level++;
  state.md.block.tokenize(state, startLine, endLine);
  state.level--;
  [state.bMarks[startLine], state.tShift[startLine], state.sCount[startLine]] = before;
  state.blkIndent = blkIndent;
  state.parentType = parentType;
  return true;
}

/** Writes Markdown block by block. Calls may come in any order: pages close their elements as they like. */
import { createCellSpreader } from '../cellSpans';
import { OpenTable } from './tables';

interface Mark {
  readonly kind: string;
  /** Text within the mark so far. */
  text: string;
}

/** Deeper than this, pages are made by machines. */
const DEEPEST = 30;

/** A list that is open, with the quotations that it stands in. */
interface List {
  /** The number of its next item; null for bullets. */
  next: number | null;
  indent: number;
  readonly quotes: number;
}

/** Takes calls in any order. */
export class MarkdownWriter {
  /** True if no text is a citation: text that looks like one is escaped. */
  private readonly literal: boolean;
  private readonly blocks: { readonly text: string; readonly tight: boolean }[] = [];
  /** Text of the open block, without the text in open marks. */
  private words = '';
  /** The last character of the open block; a space where it has none. */
  private lastCharacter = ' ';
  /** Start of the next block: the marks of a heading or an item. */
  private prefix = '';
  private isItem = false;
  private readonly marks: Mark[] = [];
  private readonly lists: List[] = [];
  private quotes = 0;
  private inCode = false;
  private codeLanguage = '';
  private table: OpenTable | null = null;
  private readonly spreader = createCellSpreader('', ({ length }: string) => length);
  private isRich = false;

  constructor(literal = false) {
    this.literal = literal;
  }

  /** The character before what is written next; a space at the start of a block. */
  get last(): string {
    return this.lastCharacter;
  }

  text(text: string): void {
    if (this.inCode) {
      this.words += text;
      return;
    }
    const inMark = this.marks.some(({ kind }) => kind === '`');
    const words = escaped(text.replace(/[\s\u00a0]+/g, ' '), inMark);
    const meant = this.literal && !inMark ? words.replace(CITATION, literalBracket) : words;
    this.put(/\s/.test(this.lastCharacter) ? meant.trimStart() : meant);
  }

  /** Writes text that is already Markdown. */
  raw(markdown: string): void {
    this.isRich = true;
    this.put(markdown);
  }

  /** Writes comments of people. In a cell, all bars are escaped once it ends. */
  comments(markdown: string): void {
    this.raw(this.table ? markdown.replace(/\\\|/g, '|') : markdown);
  }

  /**
   * Begins marked text: `**`, `*`, `~~`, a backtick, or `[` with the target of a link.
   *
   * @returns false where there is nothing to end
   */
  mark(kind: string): boolean {
    const isOpen = this.marks.some((mark) => (kind.startsWith('[') ? mark.kind.startsWith('[') : mark.kind === kind));
    if (kind === '' || this.inCode || isOpen || this.marks.length >= DEEPEST) return false;
    this.marks.push({ kind, text: '' });
    return true;
  }

  /** Ends the innermost mark. */
  endMark(): void {
    const mark = this.marks.pop();
    if (!mark) return;
    const words = mark.text.trim();
    const at = mark.text.indexOf(words);
    if (words !== '') this.isRich = true;
    this.put(
      words === ''
        ? mark.text
        : mark.text.slice(0, at) + wrapped(mark.kind, words) + mark.text.slice(at + words.length),
    );
  }

  lineBreak(): void {
    this.put('\n');
  }

  /** Ends the block. */
  block(): void {
    if (!this.inCode) this.flush();
  }

  heading(level: number): void {
    this.flush();
    if (this.table) return;
    this.prefix = `${'#'.repeat(level)} `;
    this.isRich = true;
  }

  /** @param start the first number; null for bullets */
  openList(start: number | null): void {
    this.flush();
    if (this.lists.length >= DEEPEST) return;
    this.lists.push({ next: start, indent: this.lists.at(-1)?.indent ?? 0, quotes: this.quotes });
    this.isRich = true;
  }

  closeList(): void {
    this.flush();
    this.lists.pop();
    this.prefix = '';
  }

  item(): void {
    this.flush();
    const list = this.lists.at(-1);
    if (!list || this.table) return;
    this.prefix = list.next === null ? '- ' : `${list.next}. `;
    if (list.next !== null) list.next++;
    list.indent = (this.lists.at(-2)?.indent ?? 0) + this.prefix.length;
    this.isItem = true;
  }

  openQuote(): void {
    this.flush();
    if (this.quotes < DEEPEST) this.quotes++;
    this.isRich = true;
  }

  closeQuote(): void {
    this.flush();
    this.quotes = Math.max(0, this.quotes - 1);
  }

  openCode(): void {
    this.flush();
    this.inCode = true;
    this.codeLanguage = '';
  }

  /** Names the language of the code that is open. */
  language(name: string): void {
    this.codeLanguage = name;
  }

  closeCode(): void {
    const lines = this.words.trimEnd().replace(/^\n/, '');
    this.words = '';
    this.inCode = false;
    if (lines === '') return;
    let longest = 2;
    for (const [run] of lines.matchAll(/`+/g)) longest = Math.max(longest, run.length);
    const fence = '`'.repeat(longest + 1);
    const lead = this.margin();
    const text = `${fence}${this.codeLanguage}\n${lines}\n${fence}`.replace(/^/gm, lead);
    this.blocks.push({ text, tight: false });
    this.isRich = true;
  }

  /** Begins a footnote; to be called at an item of a list. */
  definition(label: string): void {
    this.flush();
    const list = this.lists.at(-1);
    if (list) list.indent = 4;
    this.isItem = false;
    this.prefix = `[^${label}]: `;
  }

  openTable(): void {
    // A table in a cell shows that the outer one is there for its layout.
    this.closeTable();
    this.table = new OpenTable();
  }

  /** Begins a caption of the table that is open: a paragraph before it. */
  caption(): void {
    this.row();
  }

  /** Begins a `thead`, `tbody` or `tfoot`. */
  rowGroup(): void {
    this.flush();
    this.table?.beginGroup();
  }

  row(): void {
    this.flush();
    this.table?.row();
  }

  /** Begins a cell, with the values of its attributes. */
  cell(colspan?: string, rowspan?: string): void {
    this.flush();
    this.table?.cell(colspan, rowspan);
  }

  closeTable(): void {
    this.flush();
    const { table } = this;
    this.table = null;
    if (!table) return;
    const markdown = table.markdown(this.margin(), this.spreader);
    if (markdown !== null) this.isRich = true;
    const blocks = markdown === null ? table.paragraphs().map((text) => this.margin() + text) : [markdown];
    for (const text of blocks) this.blocks.push({ text, tight: false });
  }

  /** @returns null where nothing but plain text was written */
  take(): string | null {
    const written = this.whole();
    return this.isRich ? written : null;
  }

  /** All that was written, plain text too. */
  whole(): string {
    this.flush();
    let all = '';
    for (const [i, block] of this.blocks.entries()) {
      const isTight = i > 0 && block.tight && this.blocks[i - 1]?.tight === true;
      all += (i === 0 ? '' : isTight ? '\n' : '\n\n') + block.text;
    }
    return all;
  }

  /** Writes into the innermost mark. No string is searched while it grows: that would copy it each time. */
  private put(added: string): void {
    if (added === '') return;
    const mark = this.marks.at(-1);
    if (mark) mark.text += added;
    else this.words += added;
    this.lastCharacter = added.charAt(added.length - 1);
  }

  /** Ends the open block; marks that are open go on in the next one. */
  private flush(): void {
    const reopened = this.marks.map(({ kind }) => ({ kind, text: '' }));
    while (this.marks.length > 0) this.endMark();
    this.marks.push(...reopened);
    const content = this.words.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
    this.words = '';
    this.lastCharacter = ' ';
    if (content === '') return;
    if (this.table?.add(content)) return;
    const { prefix, isItem } = this;
    const lead = this.margin();
    const first = isItem || prefix.startsWith('[^') ? this.margin(prefix) : lead + prefix;
    const written = first + (prefix === '' ? escapeStart(content) : content).replace(/\n/g, `\n${lead}`);
    this.blocks.push({ text: written, tight: isItem });
    this.prefix = '';
    this.isItem = false;
  }

  /**
   * Returns the start of each line of a block, or of its first line if `first` is given: a quotation may stand in an item, or
   * an item in it.
   */
  private margin(first = ''): string {
    const { lists, quotes } = this;
    const outer = lists[0]?.quotes ?? quotes;
    const isWithin = quotes > outer && lists.every((list) => list.quotes === outer);
    const before = '> '.repeat(isWithin ? outer : quotes);
    const indent = ' '.repeat(Math.max(0, (lists.at(-1)?.indent ?? 0) - first.length));
    return `${before}${indent}${first}${isWithin ? '> '.repeat(quotes - outer) : ''}`;
  }
}

function wrapped(kind: string, words: string): string {
  if (kind.startsWith('[')) return linked(words, kind.slice(1));
  if (kind === '`') return words.includes('`') ? `\`\` ${words} \`\`` : `\`${words}\``;
  // Emphasis ends with its line.
  return words.replace(/[^\n]+/g, (line) => `${kind}${line.trim()}${kind}`);
}

function linked(words: string, url: string): string {
  const target = /[()]/.test(url) ? `<${url}>` : url;
  if (words === url || words.replace(/\\/g, '') === url) return url;
  return `[${words.replace(/\n/g, ' ').replace(/(?<!\\)[[\]]/g, '\\$&')}](${target})`;
}

/** Escapes plain text, so that it means itself in Markdown. Brackets stay: text that looks like a citation is one. */
function escaped(text: string, inCode: boolean): string {
  return inCode ? text : text.replace(/[\\`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])/giu, '\\$&');
}

/** A bracket that starts a citation, or a mark of ours. */
const CITATION = /\[(?=(?:\d{1,9}(?: ?[,、–-] ?\d{1,9}){0,99}|[@^][^\]\s]{1,200}|own|\?)\])/gi;

/**
 * Escapes a bracket. Before numbers it becomes a character reference: in a text without other citations, an escaped bracket
 * would be read as one.
 */
function literalBracket(_: string, at: number, text: string): string {
  return /\d/.test(text.charAt(at + 1)) ? '&#91;' : '\\[';
}

/** Escapes the start of a paragraph if it would be the marker of another block. */
function escapeStart(text: string): string {
  return text.replace(/^(?:[#>+-](?=\s|$)|(?:#{2,6})(?=\s))/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2');
}

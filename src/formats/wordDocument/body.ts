/** Writes the text of a Word document, or its notes, as Markdown. Reads WordprocessingML (ISO/IEC 29500-1). */
import type { MarkdownWriter } from '../pastedHtml/markdownWriter';
import { createLists, type Lists } from './lists';
import type { ListLevel, ParagraphStyle } from './parts';
import { type RunContext, Runs } from './runs';
import { readXml } from './xml';

export interface Context extends RunContext {
  readonly numbering: ReadonlyMap<string, ListLevel>;
  /** Levels that headings are deeper than in Word: 1 below a title, else 0. */
  readonly below: number;
  /** The label of a note as the text refers to it: its number in the order of the text. */
  labelOf(kind: 'footnote' | 'endnote', id: string): string;
  /** The threads of comments by the ids of their first comments, as Markdown. */
  readonly threads: ReadonlyMap<string, string>;
}

/** Elements that are not text: deleted and moved text, and older forms beside a newer one. */
export const SKIPPED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:object', 'm:oMathPara']);

/** The boxes of tasks in a document of ours, where Word has no list of them. */
const BOXES: ReadonlyMap<string, string> = new Map([
  ['☐', '[ ] '],
  ['☒', '[x] '],
]);

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const WORD = /^[\p{L}\p{N}\p{P}%$€£°]*/u;
const MARKS = /^[\p{P}%]*/u;

/** Elements that say what a paragraph is. */
const OF_PARAGRAPH: ReadonlySet<string> = new Set(['w:pStyle', 'w:outlineLvl', 'w:numId', 'w:ilvl', 'w:framePr']);

interface OpenParagraph {
  style: ParagraphStyle;
  list: { readonly id: string; readonly depth: number } | null;
  level: number | null;
  /** Kind of a block that a document of ours shows by its style. */
  kind: 'Code' | 'Quote' | null;
  /** True for the large first letter of the next paragraph. */
  isDropCap: boolean;
}

/** @returns false if it is nested too deep, so that not all was read */
export function writeBody(xml: string, writer: MarkdownWriter, context: Context): boolean {
  const body = new Body(writer, context);
  let skipped = 0;
  const isWhole = readXml(xml, {
    open: (name, attributes) => {
      if (SKIPPED.has(name)) skipped++;
      if (skipped === 0) body.open(name, attributes);
    },
    close: (name) => {
      if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
      if (skipped === 0) body.close(name);
    },
    text: (text) => {
      if (skipped === 0) body.text(text);
    },
  });
  body.finish();
  return isWhole;
}

/** Takes the elements of a text as they come. */
class Body {
  private readonly writer: MarkdownWriter;
  private readonly context: Context;
  private readonly lists: Lists;
  private readonly runs: Runs;
  /** Number of open tables. */
  private tables = 0;
  private paragraph: OpenParagraph | null = null;
  /** True once the open paragraph has text: only then is it known to be a heading or an item. */
  private begun = false;
  private inText = false;
  /** Threads whose range has ended, within a word perhaps. */
  private ended: string[] = [];
  /** Ids of the threads that are written or waiting in `ended`. */
  private readonly told = new Set<string>();
  /** Last character that was written. */
  private last = '';
  /** Large first letter that waits for its paragraph. */
  private dropCap = '';
  /** Kind of the block that was opened for the paragraph. */
  private opened: OpenParagraph['kind'] = null;

  constructor(writer: MarkdownWriter, context: Context) {
    this.writer = writer;
    this.context = context;
    this.lists = createLists(writer, context.numbering);
    this.runs = new Runs(writer, context);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'w:p') this.beginParagraph();
    else if (this.paragraph && OF_PARAGRAPH.has(name)) this.describe(this.paragraph, name, attributes);
    else if (name === 'w:tbl' && ++this.tables === 1) {
      this.lists.close();
      this.writer.openTable();
    } else if (name === 'w:tr' && this.tables === 1) this.writer.row();
    else if (name === 'w:tc' && this.tables === 1) this.writer.cell();
    else if (name === 'w:t') this.inText = true;
    else if (name === 'w:tab') this.put(' ');
    else if (name === 'w:br' || name === 'w:cr') {
      if (attributes['w:type'] === undefined) this.put('\n');
    } else if (name === 'w:noBreakHyphen') this.put('-');
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      const label = this.context.labelOf(kind, attributes['w:id'] ?? '');
      this.begin();
      this.runs.note(label);
    } else if (name === 'w:commentRangeEnd' || name === 'w:commentReference') this.endStretch(attributes['w:id'] ?? '');
    else this.runs.open(name, attributes);
  }

  close(name: string): void {
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:p') {
      this.writeThreads();
      this.runs.end();
      this.end();
      this.paragraph = null;
    } else if (name === 'w:tbl' && --this.tables === 0) this.writer.closeTable();
    else this.runs.close(name);
  }

  text(text: string): void {
    if (this.inText) this.put(text);
    else this.runs.instruction(text);
  }

  /** Writes a large first letter that no paragraph follows. */
  finish(): void {
    if (this.dropCap === '') return;
    this.beginParagraph();
    this.put('');
    this.close('w:p');
  }

  private beginParagraph(): void {
    // A text box stands within a paragraph.
    if (this.paragraph) this.runs.end();
    this.end();
    this.last = '';
    this.paragraph = { style: {}, list: null, level: null, kind: null, isDropCap: false };
    this.begun = false;
  }

  private describe(paragraph: OpenParagraph, name: string, attributes: Readonly<Record<string, string>>): void {
    const { styles, isOwn } = this.context;
    const { list } = paragraph;
    const value = attributes['w:val'] ?? '';
    if (name === 'w:framePr') paragraph.isDropCap = /^(?:drop|margin)$/.test(attributes['w:dropCap'] ?? '');
    else if (name === 'w:pStyle') {
      paragraph.style = styles.get(value) ?? {};
      if (isOwn && (value === 'Code' || value === 'Quote')) paragraph.kind = value;
    } else if (name === 'w:outlineLvl') paragraph.level = Number(value) < 9 ? Number(value) + 1 : null;
    else if (name === 'w:numId') paragraph.list = { id: value, depth: list?.depth ?? 0 };
    else paragraph.list = { id: list?.id ?? '0', depth: Number(value) || 0 };
  }

  /** Begins the paragraph's block before its first text. */
  private begin(): void {
    const { paragraph, context, lists, writer } = this;
    if (!paragraph || this.begun) return;
    this.begun = true;
    const heading = paragraph.level ?? paragraph.style.level;
    const list = paragraph.list ?? paragraph.style.list;
    this.runs.setPlain(heading !== undefined);
    if (this.tables > 0) return;
    if (paragraph.kind !== null) {
      lists.close();
      this.opened = paragraph.kind;
      if (paragraph.kind === 'Code') writer.openCode();
      else writer.openQuote();
    } else if (heading !== undefined) {
      lists.close();
      writer.heading(Math.min(heading === 0 ? 1 : heading + context.below, 6));
    } else if (list && list.id !== '0') lists.item(list.id, list.depth);
    else lists.close();
  }

  private end(): void {
    if (this.opened === 'Code') this.writer.closeCode();
    else if (this.opened === 'Quote') this.writer.closeQuote();
    else this.writer.block();
    this.opened = null;
  }

  private put(text: string): void {
    const { paragraph, context } = this;
    if (paragraph?.style.isContents) return;
    if (paragraph?.isDropCap) {
      this.dropCap += text.trim();
      return;
    }
    if (this.dropCap !== '') {
      const whole = this.dropCap + text;
      this.dropCap = '';
      this.put(whole);
      return;
    }
    const box = context.isOwn && !this.begun && this.tables === 0 ? BOXES.get(text) : undefined;
    if (box !== undefined && paragraph) {
      paragraph.list = { id: 'tasks', depth: 0 };
      this.begin();
      this.writer.raw(box);
      return;
    }
    if (text !== '') this.begin();
    const rest = this.ended.length > 0 ? this.restOfWord(text) : '';
    if (rest !== '') this.runs.text(rest);
    if (rest.length < text.length) {
      this.writeThreads();
      this.runs.text(text.slice(rest.length));
    }
    this.last = text.slice(-1) || this.last;
  }

  /** Keeps the thread of a comment until its word ends. */
  private endStretch(id: string): void {
    const thread = this.context.threads.get(id);
    if (thread === undefined || this.told.has(id)) return;
    this.told.add(id);
    this.ended.push(thread);
  }

  /** Returns the start of a text that belongs to the word before it, with the punctuation after that. */
  private restOfWord(text: string): string {
    if (/\s/.test(this.last)) return '';
    return (/[\p{L}\p{N}]/u.test(this.last) && !CJK.test(this.last) ? WORD : MARKS).exec(text)?.[0] ?? '';
  }

  private writeThreads(): void {
    if (this.ended.length === 0 || this.opened === 'Code') return;
    this.begin();
    this.runs.comments(`${/\s|^$/.test(this.last) ? '' : ' '}${this.ended.join(' ')}`);
    this.ended = [];
  }
}

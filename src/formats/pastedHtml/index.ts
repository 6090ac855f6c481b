/** Rich text from the clipboard to Markdown: links, emphasis, headings, lists, quotations, code and tables. */
import { Parser } from 'htmlparser2';
import { isShownAgain, OpenFormula } from '../mathMl';
import { MarkdownWriter } from './markdownWriter';
import { markdownOfRaised, type Raised } from './raised';
import { isBold, isItalic, isPlain } from './styles';

/** Longer pages are not pasted as Markdown. */
const MOST_UNITS = 2 * 1024 * 1024;
/** Deepest nesting of a page that is pasted as Markdown: the parser looks through all open elements. */
const DEEPEST = 1000;

/** Elements that hold no text of the page. */
const UNREAD: ReadonlySet<string> = new Set(
  'head script style template noscript title svg object iframe select textarea button'.split(' '),
);
const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article main header footer aside nav address figure figcaption details summary dl dt dd hr center form fieldset'.split(
    ' ',
  ),
);

/** A number that a list of Markdown can start with (CommonMark 0.31.2, 5.2). */
const LIST_NUMBER = /^\s*(\d{1,9})(?!\d)/;

/** Elements that may stand within raised text. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi cite code em font i mark small span strong sub sup u'.split(' '),
);

/**
 * Turns HTML into the Markdown that means the same. Markup that Markdown lacks is left out, and its text stays; only links to
 * web pages stay links.
 *
 * @returns null where nothing in it is more than plain text, or it is too long or nested too deep
 */
export function markdownOfHtml(html: string): string | null {
  if (html.length > MOST_UNITS) return null;
  return writeHtml(fragmentOf(html))?.take() ?? null;
}

/** Options for reading whole pages. */
export interface HtmlOptions {
  /** Elements that are left out besides those that hold no text. */
  readonly without?: ReadonlySet<string>;
  /** Tells by its attributes whether an element is left out; may write a replacement. */
  readonly leavesOut?: (name: string, attributes: Readonly<Record<string, string>>, writer: MarkdownWriter) => boolean;
  /** Returns the id by which the brief cites a source that a page of ours names. */
  readonly nameOf?: (source: string) => string;
  /** Called before an item of a list, with its `id`. */
  readonly onItem?: (writer: MarkdownWriter, id: string) => void;
  /** Called for a link to a place of the page itself. */
  readonly onPlace?: (id: string) => void;
  /** Called for a link to a web page that is left out. */
  readonly onLeftOut?: (url: string) => void;
  readonly onHeading?: (words: string) => void;
  /** True if the page is one of ours: formulas say their TeX, and every citation is marked as one. */
  readonly isOwn?: boolean;
}

/** Writes HTML as Markdown; null where it is nested too deep. */
export function writeHtml(html: string, options: HtmlOptions = {}): MarkdownWriter | null {
  const page = new Page(options);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      page.open(name, attributes);
      if (page.depth > DEEPEST) parser.pause();
    },
    ontext: (part) => page.text(part),
    onclosetag: (name) => page.close(name),
  });
  parser.write(html);
  if (page.depth > DEEPEST) return null;
  parser.end();
  page.end();
  return page.writer;
}

/** Writes a page while it is read. */
class Page {
  readonly writer: MarkdownWriter;
  /** Number of open elements. */
  depth = 0;
  private readonly options: HtmlOptions;
  private raised: Raised | null = null;
  /** Number of open elements whose text isn't read. */
  private unread = 0;
  /** Depth of the open element that is left out by its attributes; null if there is none. */
  private leftOutAt: number | null = null;
  /** Open elements that mark their text, with the number of marks to end. */
  private readonly marked: { readonly name: string; readonly marks: number }[] = [];
  private formula: OpenFormula | null = null;
  /** True if a formula has just ended. */
  private isBehindFormula = false;
  /** The words of the heading that is open. */
  private heading: string | null = null;
  /** Text that is not written yet: the parser tells character references by themselves, and `<b>` as text is no tag. */
  private waiting = '';

  constructor(options: HtmlOptions) {
    this.options = options;
    this.writer = new MarkdownWriter(options.isOwn);
  }

  open(name: string, attributes: Attributes): void {
    const { options, writer } = this;
    this.endText();
    this.depth++;
    if (this.formula) {
      this.formula.begin(name, attributes);
      return;
    }
    const source = this.isRead() ? citedBy(name, attributes) : undefined;
    if (this.isUnread(name) && source === undefined) this.unread++;
    const isAgain = isShownAgain(attributes['class'] ?? '', this.isBehindFormula);
    if (this.leftOutAt === null && (isAgain || options.leavesOut?.(name, attributes, writer)))
      this.leftOutAt = this.depth;
    const { href = '' } = attributes;
    if (!this.isRead()) {
      if (name === 'a' && linkTo(href) !== '') options.onLeftOut?.(href.trim());
      return;
    }
    if (name === 'math') {
      this.formula = new OpenFormula(attributes);
      return;
    }
    if (this.isRaised(name, href, source)) return;
    this.openBlock(name, attributes);
    this.openMarks(name, attributes);
  }

  text(part: string): void {
    if (this.formula) this.formula.text(part);
    else if (this.isRead()) this.waiting += part;
  }

  close(name: string): void {
    this.endText();
    const isLeftOut = this.leftOutAt !== null;
    if (this.leftOutAt === this.depth) this.leftOutAt = null;
    this.depth--;
    if (this.formula) {
      if (!this.formula.end()) this.endFormula(this.formula);
      return;
    }
    if (this.isUnread(name)) this.unread = Math.max(0, this.unread - 1);
    if (isLeftOut) {
      if (BLOCKS.has(name)) this.writer.block();
      return;
    }
    if (this.unread > 0) return;
    if (this.raised && (this.raised.name === name || !INLINE.has(name))) {
      const isEnd = this.raised.name === name;
      this.endRaised();
      if (isEnd) return;
    }
    if (this.raised) return;
    this.closeMarks(name);
    this.closeBlock(name);
  }

  end(): void {
    this.endText();
    this.endRaised();
  }

  private isRead(): boolean {
    return this.unread === 0 && this.leftOutAt === null;
  }

  private isUnread(name: string): boolean {
    return UNREAD.has(name) || this.options.without?.has(name) === true;
  }

  /** Takes in an element that is raised, is a citation of ours, or stands within one. Tells whether it did. */
  private isRaised(name: string, href: string, source: string | undefined): boolean {
    const { raised, options } = this;
    if (raised) {
      if (name === 'a') raised.href ||= href.trim();
      if (INLINE.has(name)) return true;
      this.endRaised();
    }
    const isPlace = name === 'a' && href.startsWith('#');
    if (isPlace) options.onPlace?.(href.slice(1));
    if (source !== undefined && (name === 'a' || name === 'button')) {
      this.raised = { name, source: options.nameOf?.(source) ?? source, text: '', href: '' };
      return true;
    }
    if (name !== 'sup' && !isPlace) return false;
    this.raised = { name, text: '', href: href.trim() };
    return true;
  }

  private openBlock(name: string, attributes: Attributes): void {
    const { writer, options } = this;
    const { start = '1', id = '' } = attributes;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) this.heading = '';
    if (name === 'li') options.onItem?.(writer, id);
    if (level) writer.heading(Number(level));
    else if (BLOCKS.has(name)) writer.block();
    else if (name === 'ul' || name === 'ol')
      writer.openList(name === 'ol' ? Number(LIST_NUMBER.exec(start)?.[1]) || 1 : null);
    else if (name === 'li') writer.item();
    else if (name === 'blockquote') writer.openQuote();
    else if (name === 'pre') writer.openCode();
    else if (name === 'br') writer.lineBreak();
    else if (name === 'table') writer.openTable();
    else if (name === 'caption') writer.caption();
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') writer.rowGroup();
    else if (name === 'tr') writer.row();
    else if (name === 'td' || name === 'th') writer.cell(attributes['colspan'], attributes['rowspan']);
  }

  private closeBlock(name: string): void {
    const { writer, heading } = this;
    const isHeading = /^h[1-6]$/.test(name);
    if (name === 'ul' || name === 'ol') writer.closeList();
    else if (name === 'blockquote') writer.closeQuote();
    else if (name === 'pre') writer.closeCode();
    else if (name === 'table') writer.closeTable();
    else if (name === 'caption') writer.block();
    else if (BLOCKS.has(name) || isHeading) writer.block();
    if (heading === null || !isHeading) return;
    this.options.onHeading?.(heading.trim());
    this.heading = null;
  }

  private openMarks(name: string, attributes: Attributes): void {
    const marks = marksOf(name, attributes).filter((kind) => this.writer.mark(kind)).length;
    if (marks > 0) this.marked.push({ name, marks });
  }

  private closeMarks(name: string): void {
    const last = this.marked.at(-1);
    if (last?.name !== name) return;
    this.marked.pop();
    for (let i = 0; i < last.marks; i++) this.writer.endMark();
  }

  private endText(): void {
    const text = this.waiting;
    if (text === '') return;
    if (text.trim() !== '') this.isBehindFormula = false;
    if (this.heading !== null) this.heading += text;
    if (this.raised) this.raised.text += text;
    else this.writer.text(text);
    this.waiting = '';
  }

  /** Writes a formula as its TeX, or else as its words. */
  private endFormula(formula: OpenFormula): void {
    this.formula = null;
    const { writer, raised, options } = this;
    const tex = options.isOwn ? formula.own() : raised ? null : formula.tex(writer.last);
    if (tex !== null) writer.raw(tex);
    else {
      this.waiting += formula.plain();
      this.endText();
    }
    this.isBehindFormula = true;
  }

  private endRaised(): void {
    if (!this.raised) return;
    const markdown = markdownOfRaised(this.raised);
    const { text } = this.raised;
    this.raised = null;
    if (markdown === null) this.writer.text(text);
    else if (markdown !== '') this.writer.raw(markdown);
  }
}

/** The kinds of marks around the text of an element. */
function marksOf(name: string, { style = '', href = '' }: Attributes): readonly string[] {
  switch (name) {
    case 'a':
      return [linkTo(href)];
    case 'code':
    case 'kbd':
    case 'samp':
      return ['`'];
    // Some word processors wrap all of their text in one, which means nothing.
    case 'b':
    case 'strong':
      return isPlain(style) ? [] : ['**'];
    case 'i':
    case 'em':
      return /font-style:\s*normal/i.test(style) ? [] : ['*'];
    case 'span':
      return [...(isBold(style) ? ['**'] : []), ...(isItalic(style) ? ['*'] : [])];
    case 's':
    case 'del':
    case 'strike':
      return ['~~'];
    default:
      return [];
  }
}

type Attributes = Readonly<Record<string, string>>;

/** Returns the id of the cited source if an element is a citation on a page of ours (a button if it opens a card). */
function citedBy(name: string, { class: classes = '', 'data-source': source }: Attributes) {
  return (name === 'a' || name === 'button') && /(?:^|\s)chip(?:\s|$)/.test(classes) ? source : undefined;
}

/** Returns the selected part of the page that the clipboard holds. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return start >= 0 && end > start ? html.slice(start + '<!--StartFragment-->'.length, end) : html;
}

/** The kind of mark that a link is: its target, or nothing. */
function linkTo(href: string): string {
  const url = href.trim();
  return /^https?:\/\/[^\s<>"\\]+$/i.test(url) && url.length < 4000 ? `[${url}` : '';
}

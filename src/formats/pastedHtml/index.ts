/** Rich text from the clipboard to Markdown: links, emphasis, headings, lists, quotations, code and tables. */
import { Parser } from 'htmlparser2';
import { createMarkdownWriter, type MarkdownWriter } from './markdownWriter';
import { markdownOfRaised, type Raised } from './raised';
import { isBold, isItalic, isPlain } from './styles';

/** Longer pages are not pasted as Markdown. */
const MOST_UNITS = 2 * 1024 * 1024;
/** Nor are those whose elements are nested deeper: the parser looks through all that are open. */
const DEEPEST = 1000;

/** What holds no text of the page. */
const UNREAD: ReadonlySet<string> = new Set(
  'head script style template noscript title svg math object iframe select textarea button'.split(' '),
);
const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article main header footer aside nav address figure figcaption details summary dl dt dd hr center form fieldset'.split(
    ' ',
  ),
);

/** A number that a list of Markdown can start with (CommonMark 0.31.2, 5.2). */
const LIST_NUMBER = /^\s*(\d{1,9})(?!\d)/;

/** What may stand within raised text. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi cite code em font i mark small span strong sub sup u'.split(' '),
);

/**
 * Turns HTML into the Markdown that means the same. What has no Markdown is left out, its text stays; only links to web
 * pages stay links.
 *
 * @returns null where nothing in it is more than plain text, or it is too long or nested too deep
 */
export function markdownOfHtml(html: string): string | null {
  if (html.length > MOST_UNITS) return null;
  return writeHtml(fragmentOf(html))?.take() ?? null;
}

/** What a reader of whole pages wants to know besides. */
export interface HtmlOptions {
  /** Elements that are left out besides those that hold no text. */
  readonly without?: ReadonlySet<string>;
  /** Whether an element is left out, by its attributes; what stands in its place may be written. */
  readonly leavesOut?: (name: string, attributes: Readonly<Record<string, string>>, writer: MarkdownWriter) => boolean;
  /** The id by which a source is cited that a page of ours names. */
  readonly nameOf?: (source: string) => string;
  /** Before an item of a list: its `id`. */
  readonly onItem?: (writer: MarkdownWriter, id: string) => void;
  /** A link to a place of the page itself. */
  readonly onPlace?: (id: string) => void;
  /** A link to a web page that is left out. */
  readonly onLeftOut?: (url: string) => void;
  readonly onHeading?: (words: string) => void;
  /** The page is one of ours: formulas say their TeX, and all that is a citation is marked as one. */
  readonly isOwn?: boolean;
}

/** Writes HTML as Markdown; null where it is nested too deep. */
export function writeHtml(html: string, options: HtmlOptions = {}): MarkdownWriter | null {
  const writer = createMarkdownWriter(options.isOwn);
  const isUnread = (name: string) => UNREAD.has(name) || options.without?.has(name) === true;
  let raised: Raised | null = null;
  const endRaised = () => {
    if (!raised) return;
    const markdown = markdownOfRaised(raised);
    const { text } = raised;
    raised = null;
    if (markdown === null) writer.text(text);
    else if (markdown !== '') writer.raw(markdown);
  };
  /** How many open elements are not read. */
  let unread = 0;
  /** How deep the element is that is left out by its attributes. */
  let leftOutAt: number | null = null;
  /** What each open element that marks its text does when it ends. */
  const open: { readonly name: string; readonly marks: number }[] = [];
  let depth = 0;
  /** The TeX of the formula that is open, and its marks. */
  let tex: string | null = null;
  let dollars = '$';
  /** The words of the heading that is open. */
  let heading: string | null = null;
  /** Text that is not written yet: the parser tells character references by themselves, and `<b>` as text is no tag. */
  let text = '';
  const endText = () => {
    if (text === '') return;
    if (heading !== null) heading += text;
    if (raised) raised.text += text;
    else writer.text(text);
    text = '';
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      endText();
      if (++depth > DEEPEST) parser.pause();
      const source = unread === 0 && leftOutAt === null ? citedBy(name, attributes) : undefined;
      if (isUnread(name) && source === undefined) unread++;
      if (leftOutAt === null && options.leavesOut?.(name, attributes, writer)) leftOutAt = depth;
      if (name === 'math') dollars = attributes['display'] === 'block' ? '$$' : '$';
      if (name === 'annotation' && options.isOwn && unread === 1 && leftOutAt === null) tex = '';
      const { style = '', start = '1', href = '', id = '' } = attributes;
      if (unread > 0 || leftOutAt !== null) {
        if (name === 'a' && linkTo(href) !== '') options.onLeftOut?.(href.trim());
        return;
      }
      if (raised) {
        if (name === 'a') raised.href ||= href.trim();
        if (INLINE.has(name)) return;
        endRaised();
      }
      if (name === 'a' && href.startsWith('#')) options.onPlace?.(href.slice(1));
      if (source !== undefined && (name === 'a' || name === 'button')) {
        raised = { name, source: options.nameOf?.(source) ?? source, text: '', href: '' };
        return;
      }
      if (name === 'sup' || (name === 'a' && href.startsWith('#'))) {
        raised = { name, text: '', href: href.trim() };
        return;
      }
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (level) heading = '';
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
      else if (name === 'tr') writer.row();
      else if (name === 'td' || name === 'th') writer.cell();
      let marks = 0;
      const mark = (kind: string) => {
        if (writer.mark(kind)) marks++;
      };
      if (name === 'a') mark(linkTo(href));
      if (name === 'code' || name === 'kbd' || name === 'samp') mark('`');
      // A word processor that means nothing by it wraps all of its text in one.
      if ((name === 'b' || name === 'strong') && !isPlain(style)) mark('**');
      else if ((name === 'i' || name === 'em') && !/font-style:\s*normal/i.test(style)) mark('*');
      else if (name === 'span') {
        if (isBold(style)) mark('**');
        if (isItalic(style)) mark('*');
      } else if (name === 's' || name === 'del' || name === 'strike') mark('~~');
      if (marks > 0) open.push({ name, marks });
    },
    ontext: (part) => {
      if (tex !== null) tex += part;
      else if (unread === 0 && leftOutAt === null) text += part;
    },
    onclosetag: (name) => {
      endText();
      const isLeftOut = leftOutAt !== null;
      if (leftOutAt === depth) leftOutAt = null;
      depth--;
      if (isUnread(name)) unread = Math.max(0, unread - 1);
      if (isLeftOut) {
        if (BLOCKS.has(name)) writer.block();
        return;
      }
      if (name === 'annotation' && tex !== null) {
        writer.raw(dollars === '$' ? `$${tex}$` : `$$\n${tex}\n$$`);
        tex = null;
      }
      if (unread > 0) return;
      if (raised && (raised.name === name || !INLINE.has(name))) {
        const isEnd = raised.name === name;
        endRaised();
        if (isEnd) return;
      }
      if (raised) return;
      const last = open.at(-1);
      if (last?.name === name) {
        open.pop();
        for (let i = 0; i < last.marks; i++) writer.endMark();
      }
      if (name === 'ul' || name === 'ol') writer.closeList();
      else if (name === 'blockquote') writer.closeQuote();
      else if (name === 'pre') writer.closeCode();
      else if (name === 'table') writer.closeTable();
      else if (BLOCKS.has(name) || /^h[1-6]$/.test(name)) writer.block();
      if (heading !== null && /^h[1-6]$/.test(name)) {
        options.onHeading?.(heading.trim());
        heading = null;
      }
    },
  });
  parser.write(html);
  if (depth > DEEPEST) return null;
  parser.end();
  endText();
  endRaised();
  return writer;
}

/** The id of the source that is cited, where an element is a citation on a page of ours: a button where it opens a card. */
function citedBy(name: string, { class: classes = '', 'data-source': source }: Readonly<Record<string, string>>) {
  return (name === 'a' || name === 'button') && /(?:^|\s)chip(?:\s|$)/.test(classes) ? source : undefined;
}

/** What was selected, of the page that the clipboard holds around it. */
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

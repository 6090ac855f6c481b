/** Rich text from the clipboard to Markdown: links, emphasis, headings, lists, quotations, code and tables. */
import { Parser } from 'htmlparser2';
import { createMarkdownWriter } from './pastedHtml/markdownWriter';
import { isBold, isItalic, isPlain } from './pastedHtml/styles';

/** Longer pages are not pasted as Markdown. */
const MOST_UNITS = 2 * 1024 * 1024;
/** Nor are those whose elements are nested deeper: the parser looks through all that are open. */
const DEEPEST = 1000;

/** What holds no text of the page. */
const UNREAD: ReadonlySet<string> = new Set(
  'head script style template noscript title svg math object iframe select textarea button'.split(' '),
);
const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article main header footer aside nav address figure figcaption dl dt dd hr center form fieldset'.split(
    ' ',
  ),
);

/**
 * Turns HTML into the Markdown that means the same. What has no Markdown is left out, its text stays; only links to web
 * pages stay links.
 *
 * @returns null where nothing in it is more than plain text, or it is too long or nested too deep
 */
export function markdownOfHtml(html: string): string | null {
  if (html.length > MOST_UNITS) return null;
  const writer = createMarkdownWriter();
  /** How many open elements are not read. */
  let unread = 0;
  /** What each open element that marks its text does when it ends. */
  const open: { readonly name: string; readonly marks: number }[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (++depth > DEEPEST) parser.pause();
      if (UNREAD.has(name)) unread++;
      if (unread > 0) return;
      const { style = '', start = '1', href = '' } = attributes;
      const heading = /^h([1-6])$/.exec(name)?.[1];
      if (heading) writer.heading(Number(heading));
      else if (BLOCKS.has(name)) writer.block();
      else if (name === 'ul' || name === 'ol') writer.openList(name === 'ol' ? Number(start) || 1 : null);
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
    ontext: (text) => {
      if (unread === 0) writer.text(text);
    },
    onclosetag: (name) => {
      depth--;
      if (UNREAD.has(name)) unread = Math.max(0, unread - 1);
      if (unread > 0) return;
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
    },
  });
  parser.write(fragmentOf(html));
  if (depth > DEEPEST) return null;
  parser.end();
  return writer.take();
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

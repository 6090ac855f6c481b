/** The text that a web page is read for, as Markdown, without what stands around it on every page of its site. */
import { Parser } from 'htmlparser2';
import { isHiddenFormula } from '../mathMl';
import { writeHtml } from '../pastedHtml';

/** Elements that hold the text of a page. */
const CONTAINER = /^(?:article|main)$/;
const WITHOUT: ReadonlySet<string> = new Set(
  'nav aside footer form dialog menu noscript label input audio video canvas'.split(' '),
);
const ROLE = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|alertdialog|toolbar)$/i;
/** Names that sites give to parts outside their text, as whole words. */
const AROUND =
  /(?:^|[\s_-])(?:cookie|consent|gdpr|newsletter|subscribe|subscription|paywall|breadcrumbs?|share|sharing|social|related|recommended|advert|advertisement|ads|promo|sponsored|popup|modal|comments|pagination|skip-link|sr-only|visually-hidden|mw-editsection|navbox|noprint)(?:$|[\s_-])/i;
const HIDING = /(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/** Smallest share of the page's text that counts. A smaller part is a teaser, or an empty frame for a program. */
const LEAST_PART = 0.4;
const DEEPEST = 1000;

/**
 * Returns the smallest `article`, `main` or element with these roles that has more than `LEAST_PART` of the page's text, or
 * else the whole page. Navigation, forms, and parts whose names show that they surround the text are left out. In doubt, a part
 * stays: a missing part can't be found, while an extra part does little harm.
 *
 * @returns Markdown, or null if the page is nested too deep
 */
export function readArticle(html: string): string | null {
  const part = containerOf(html);
  const writer = writeHtml(html.slice(part.start, part.end), {
    without: WITHOUT,
    leavesOut: (name, attributes) => isAround(name, attributes),
  });
  return writer === null ? null : writer.whole().trim();
}

interface Part {
  readonly start: number;
  readonly end: number;
  /** Characters of text, without spaces. */
  readonly size: number;
}

function containerOf(html: string): Part {
  const found: Part[] = [];
  /** Open elements: the start of a container, and the size of the text before it; null for all others. */
  const open: ({ readonly start: number; readonly before: number } | null)[] = [];
  const unread: boolean[] = [];
  let hidden = 0;
  let size = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (open.length > DEEPEST) return parser.pause();
      const isContainer = CONTAINER.test(name) || /^(?:article|main)$/i.test(attributes['role'] ?? '');
      open.push(isContainer ? { start: parser.startIndex, before: size } : null);
      const isUnread = /^(?:script|style|template|noscript|head)$/.test(name) || WITHOUT.has(name);
      unread.push(isUnread);
      if (isUnread) hidden++;
    },
    ontext: (text) => {
      if (hidden === 0) size += text.replace(/\s+/g, '').length;
    },
    onclosetag: () => {
      const container = open.pop();
      if (unread.pop()) hidden--;
      if (container) found.push({ start: container.start, end: parser.endIndex + 1, size: size - container.before });
    },
  });
  parser.end(html);
  const large = found.filter((part) => part.size > LEAST_PART * size);
  const [smallest] = large.sort((a, b) => a.size - b.size);
  return smallest ?? { start: 0, end: html.length, size };
}

function isAround(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (/^(?:html|body|main|article|h[1-6])$/.test(name)) return false;
  const { role = '', id = '', style = '', class: classes = '' } = attributes;
  return (
    ROLE.test(role) ||
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    (HIDING.test(style) && !isHiddenFormula(classes)) ||
    AROUND.test(classes) ||
    AROUND.test(id)
  );
}

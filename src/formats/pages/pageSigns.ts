/** Finds what a web page shows and says about itself besides its text. */
import { Parser } from 'htmlparser2';

export interface PageSigns {
  readonly title: string;
  /** Headings in order, each on one line. */
  readonly headings: readonly string[];
  /** All text that the page shows. */
  readonly words: string;
  /** Text that the page shows where no programs run. */
  readonly noscript: string;
  /** Number of programs in the page. */
  readonly scripts: number;
  /** True if the page has an element that such programs fill. */
  readonly hasRoot: boolean;
  /** True if the page describes its work as publishers do for libraries. */
  readonly isScholarly: boolean;
  /** True if the page says that its text is not free to read. */
  readonly isNotFree: boolean;
}

const MOST_WORDS = 200_000;
const MOST_HEADINGS = 300;
const DEEPEST = 1000;
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head']);
const ROOT = /^(?:root|app|__next|__nuxt|___gatsby|react-root|app-root)$/;
const SCHOLARLY = /^(?:citation_(?:title|doi|journal_title|pdf_url|author)|dc\.identifier|prism\.\w+)$/i;
const NOT_FREE = /"isAccessibleForFree"\s*:\s*"?(?:https?:\/\/schema\.org\/)?false/i;
const TIER = /^(?:locked|metered|paid|premium)$/i;

/** Reads a page once. Nothing of it is run or loaded. */
export function signsOf(html: string): PageSigns {
  const headings: string[] = [];
  const open: string[] = [];
  let [title, words, noscript, heading, data] = ['', '', '', '', ''];
  let [scripts, unseen, withoutScripts] = [0, 0, 0];
  let [hasRoot, isScholarly, isNotFree, inData] = [false, false, false, false];
  const parser = new Parser({
    onopentag: (name, { id = '', name: key = '', property = '', content = '', type = '' }) => {
      if (open.length > DEEPEST) return parser.pause();
      open.push(name);
      if (UNSEEN.has(name)) unseen++;
      if (name === 'noscript') withoutScripts++;
      if (name === 'script') {
        inData = /\bjson\b/i.test(type);
        if (!inData) scripts++;
      } else if (name === 'meta') {
        isScholarly ||= SCHOLARLY.test(key);
        isNotFree ||= /content_tier$/i.test(property || key) && TIER.test(content);
      } else if (/^h[1-6]$/.test(name)) heading = '';
      hasRoot ||= ROOT.test(id);
    },
    ontext: (text) => {
      const name = open.at(-1) ?? '';
      if (inData) data += data.length < MOST_WORDS ? text : '';
      else if (name === 'title') title += title.length < 1000 ? text : '';
      else if (name !== 'script' && name !== 'style' && withoutScripts > 0)
        noscript += noscript.length < MOST_WORDS ? text : '';
      else if (unseen === 0 && words.length < MOST_WORDS) {
        words += text;
        if (heading.length < 500) heading += text;
      }
    },
    onclosetag: (name) => {
      open.pop();
      if (UNSEEN.has(name)) unseen--;
      if (name === 'noscript') withoutScripts--;
      if (name === 'script') inData = false;
      if (/^h[1-6]$/.test(name) && headings.length < MOST_HEADINGS) headings.push(heading.replace(/\s+/g, ' ').trim());
      // Words of two elements do not run into each other.
      if (unseen === 0) words += /^(?:a|abbr|b|em|i|mark|small|span|strong|sub|sup|u)$/.test(name) ? '' : '\n';
    },
  });
  parser.write(html);
  if (open.length <= DEEPEST) parser.end();
  return {
    title: title.replace(/\s+/g, ' ').trim(),
    headings,
    words: words.replace(/[^\S\n]+/g, ' '),
    noscript,
    scripts,
    hasRoot,
    isScholarly,
    isNotFree: isNotFree || NOT_FREE.test(data),
  };
}

/** A page that this program exported, as the brief that it shows. */

import { Parser } from 'htmlparser2';
import { Document, isPair, isScalar, visit } from 'yaml';
import { SOURCE_TEXTS } from '../../core/base/sourceFields';
import { writeThreadComment } from '../../core/brief/comments/words';
import { type HtmlOptions, writeHtml } from '../pastedHtml';
import type { MarkdownWriter } from '../pastedHtml/markdownWriter';
import { citationOf, keyOf } from '../pastedHtml/raised';

type Entry = Readonly<Record<string, unknown>>;

/** Fields that are taken from any page, even a stranger's: none that names a file of sources, or turns rules off. */
const HEAD = 'title subtitle publisher url summary authors tags published updated language style'.split(' ');
const FIRST = 'id title authors publisher published accessed type language url doi'.split(' ');
const SOURCE: readonly string[] = [...new Set([...FIRST, ...SOURCE_TEXTS, 'quote', 'cite', 'copy'])];
const FIGURE = 'id title caption alt value unit chart x y series data vega-lite image as-of cites own'.split(' ');

/** Deeper than any specification of a chart that people write. */
const DEEPEST = 20;
/** Deepest nesting of elements: a page with more isn't read at all. */
const MOST_NESTED = 1000;

/** Host that the page shows after a link whose words look like another site. */
const HOST = / \(<bdi class="link-host">[^<]*<\/bdi>\)/g;

/** Data in attributes of the page, read before its text. */
interface Said {
  readonly head: Entry;
  readonly sources: readonly Entry[];
  /** Figures by the ids of their elements. */
  readonly figures: ReadonlyMap<string, Entry>;
  /** Figures above the body. */
  readonly keyNumbers: readonly Entry[];
  /** The headings of lists of sources that nothing else follows. */
  readonly headings: ReadonlySet<string>;
  /** The addresses in the list of sources. */
  readonly links: ReadonlySet<string>;
}

/** @returns null if it is not such a page, or lacks the data of a source */
export function readOwnPage(html: string): { readonly markdown: string; readonly leftOut: readonly string[] } | null {
  if (!html.includes('<article class="brief"') || !html.includes(' data-entry=')) return null;
  const said = readSaid(html);
  if (said === null) return null;
  const leftOut = new Set<string>();
  const writer = writeHtml(html.replace(HOST, ''), optionsFor(said, leftOut));
  if (!writer) return null;
  const named = namesOf(said.sources);
  const front = {
    ...said.head,
    ...(said.sources.length > 0 && {
      // A title is what an author fills in.
      sources: said.sources.map(({ id, ...source }) => ({ id: numberOr(named(String(id))), title: null, ...source })),
    }),
    ...(said.keyNumbers.length > 0 && { figures: said.keyNumbers }),
  };
  const yaml =
    Object.keys(front).length === 0 ? '' : `---\n${yamlOf(front).replace(/^ {4}title: null$/gm, '    title:')}---\n\n`;
  return { markdown: `${yaml}${writer.whole()}\n`, leftOut: [...leftOut].filter((url) => !said.links.has(url)) };
}

/** Writes YAML as authors do: lists of words, and rows of data, on one line each; passages on lines of their own. */
function yamlOf(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Seq: (_, list, path) => {
      const pair = path.at(-1);
      const key = isPair(pair) && isScalar(pair.key) ? pair.key.value : '';
      if (key !== 'quote') list.flow = list.items.every(isScalar);
    },
    Map: (_, map, path) => {
      const pair = path.at(-2);
      map.flow = isPair(pair) && isScalar(pair.key) && pair.key.value === 'data';
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

// ── What the page says in attributes ────────────────────────────────────────────────────────────────────────

function readSaid(html: string): Said | null {
  let head: Entry | null = null;
  const sources: (Entry & { quote: Entry[] })[] = [];
  const figures = new Map<string, Entry>();
  const keyNumbers: Entry[] = [];
  const headings = new Set<string>();
  const links = new Set<string>();
  let isSound = true;
  let inHeader = false;
  let inSources = false;
  /** Heading that has just ended, and the heading of the list that has just ended. */
  let heading: string | null = null;
  let listed: string | null = null;
  /** The heading of the list that is open. */
  let headingOfList: string | null = null;
  let depth = 0;
  /** The text of the passage that is open. */
  let gathered: string | null = null;
  let passage: Entry | null = null;
  let isLocator = false;
  const parser = new Parser({
    onopentag: (name, { class: classes = '', id = '', href, popover, 'data-entry': written }) => {
      if (++depth > MOST_NESTED) parser.pause();
      if (listed !== null && !/^h[1-6]$/.test(name) && popover === undefined) headings.delete(listed);
      listed = null;
      if (name === 'header' && classes === 'head') {
        inHeader = true;
        head ??= readEntry(written, HEAD) ?? {};
      } else if (name === 'ol' && classes === 'sources') {
        inSources = true;
        headingOfList = heading;
        if (heading) headings.add(heading);
      } else if (name === 'li' && inSources) {
        const source = readEntry(written, SOURCE);
        if (source === null || !/^(?:string|number)$/.test(typeof source['id'])) isSound = false;
        else sources.push({ ...source, quote: [] });
      } else if (name === 'blockquote' && inSources) {
        passage = readEntry(written, ['page', 'url']) ?? {};
        gathered = '';
      } else if (written !== undefined && !inSources) {
        const figure = readEntry(written, FIGURE);
        if (figure && id !== '') figures.set(id, figure);
        if (figure && inHeader && classes === 'tile') keyNumbers.push(figure);
      }
      if (inSources && href !== undefined) links.add(href.trim());
      isLocator = passage !== null && classes === 'locator';
      if (classes !== 'unreadable') heading = /^h[1-6]$/.test(name) ? id : null;
    },
    ontext: (part) => {
      if (gathered !== null && !isLocator) gathered += part;
    },
    onclosetag: (name) => {
      depth--;
      isLocator = false;
      if (name === 'header') inHeader = false;
      else if (name === 'ol' && inSources) {
        inSources = false;
        listed = headingOfList;
      } else if (name === 'blockquote' && passage !== null) {
        sources.at(-1)?.quote.push({ text: gathered ?? '', ...passage });
        passage = null;
        gathered = null;
      } else if (name === 'div' || name === 'article') listed = null;
    },
  });
  parser.write(html);
  if (depth > MOST_NESTED) return null;
  parser.end();
  if (head === null || !isSound) return null;
  return { head, sources: sources.map(withQuotes), figures, keyNumbers, headings, links };
}

/** Passages that are words alone, as authors write them. */
function withQuotes({ quote, ...source }: Entry & { readonly quote: readonly Entry[] }): Entry {
  const quotes = quote.map((one) => (Object.keys(one).length === 1 ? one['text'] : one));
  return quotes.length === 0
    ? source
    : { ...source, quote: quotes.length === 1 && typeof quotes[0] === 'string' ? quotes[0] : quotes };
}

function readEntry(written: string | undefined, keys: readonly string[]): Entry | null {
  let value: unknown;
  try {
    value = JSON.parse(written ?? '');
  } catch {
    // The page was changed by hand.
    return null;
  }
  if (!isEntry(value)) return null;
  const entry: Entry = value;
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(entry, key)).map((key) => [key, tidy(entry[key], key)]));
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields whose numbers people write without quotation marks. */
const NUMBERED: ReadonlySet<string> = new Set(['id', 'cites', 'as-of', 'page', 'value']);

function tidy(value: unknown, key: string, depth = 0): unknown {
  if (typeof value === 'string') return NUMBERED.has(key) ? numberOr(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) return value.map((one: unknown) => tidy(one, key, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidy(one, '', depth + 1)]));
}

const numberOr = (text: string): string | number => (/^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text);

/** Returns a function from a source's id on the page to its id in the brief: front matter can't hold ids of footnotes. */
function namesOf(sources: readonly Entry[]): (id: string) => string {
  const ids = new Set(sources.map(({ id }) => String(id)));
  return (id) => {
    if (!id.startsWith('^')) return id;
    return ids.has(id.slice(1)) ? `note-${id.slice(1)}` : id.slice(1);
  };
}

// ── Its text ────────────────────────────────────────────────────────────────────────────────────────────────

function optionsFor({ sources, figures, headings }: Said, leftOut: Set<string>): HtmlOptions {
  const nameOf = namesOf(sources);
  /** The name of the footnote that is open. */
  let label = '';
  let alert = '';
  /** Number of the next citations that are left out, because a key number has already brought them along. */
  let brought = 0;
  const write = (into: MarkdownWriter, markdown: string): boolean => {
    into.raw(markdown);
    return true;
  };
  return {
    without: new Set(['nav']),
    isOwn: true,
    nameOf,
    onLeftOut: (url) => leftOut.add(url),
    leavesOut: (name, attributes, into) => {
      const { class: classes = '', id = '', href = '', popover, 'data-source': source } = attributes;
      const has = (one: string) => classes.split(' ').includes(one);
      if (popover !== undefined || name === 'header' || (name === 'ol' && has('sources')) || headings.has(id))
        return true;
      if (['back', 'hidden', 'verified', 'unreadable', 'notes-heading', 'undrawn-note'].some(has)) return true;
      if (source !== undefined && brought > 0) return brought-- > 0;
      const narrative = has('narrative') ? readEntry(attributes['data-entry'], ['id'])?.['id'] : undefined;
      if (narrative !== undefined) return write(into, `@${keyOf(nameOf(String(narrative)))}`);
      if (name === 'span' && has('chip') && source !== undefined) return write(into, citationOf(nameOf(source)));
      if (has('thread-mark')) return true;
      if (has('thread')) {
        into.comments(threadOf(attributes['data-entry']));
        return true;
      }
      if (has('tag-section')) return write(into, '<!-- brief: own -->');
      if (has('tag-own')) return write(into, has('tag-computed') ? '<!-- brief: computed -->' : '[own]');
      if (has('tag-missing')) return has('tag-gap') ? write(into, '[?]') : true;
      if (name === 'hr') {
        into.block();
        into.raw('---');
        into.block();
        return true;
      }
      if (name === 'input') return write(into, 'checked' in attributes ? '[x] ' : '[ ] ');
      if (has('note-link')) return write(into, `[^${nameIn(href, '#note-')}]`);
      const figure = figures.get(name === 'a' ? href.slice(1) : id);
      if (figure && has('value')) {
        brought = Array.isArray(figure['cites']) ? figure['cites'].length : 0;
        return write(into, `{{${String(figure['id'])}}}`);
      }
      if (figure && has('figure-link')) return write(into, `[@fig:${String(figure['id'])}]`);
      if (figure && (name === 'figure' || has('tile'))) {
        into.openCode();
        into.language('figure');
        into.text(yamlOf(figure));
        into.closeCode();
        return true;
      }
      if (name === 'li' && has('note')) label = nameIn(id, 'note-');
      if (has('note-number')) {
        into.definition(label);
        return true;
      }
      if (name === 'blockquote') alert = /\balert-([a-z]+)/.exec(classes)?.[1] ?? '';
      if (has('alert-title')) return write(into, `[!${alert.toUpperCase()}]\n`);
      if (name === 'code') into.language(/^language-(\S+)/.exec(classes)?.[1] ?? '');
      return false;
    },
  };
}

/** The comments of a thread as they stand in a brief; empty where the page does not say them. */
function threadOf(entry: string | undefined): string {
  const comments = readEntry(entry, ['comments'])?.['comments'];
  const said = (Array.isArray(comments) ? comments : []).filter(isEntry).flatMap((one: Entry) => {
    const { text, author, date, resolved } = one;
    if (typeof text !== 'string' || text.trim() === '') return [];
    const day = typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null;
    const words = { text, author: typeof author === 'string' ? author : null, date: day, resolved: resolved === true };
    return [writeThreadComment(words)];
  });
  return said.join(' ');
}

/**
 * Returns the name that an element's id was made of. The id holds the code of every character that isn't an ASCII letter or
 * digit.
 */
function nameIn(id: string, prefix: string): string {
  return id
    .slice(prefix.length)
    .replace(/_([0-9a-f]{1,6})_/g, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    );
}

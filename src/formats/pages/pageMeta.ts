import { Parser } from 'htmlparser2';

/** Claims of a web page about itself, before anybody decides which to believe. */
export interface PageMeta {
  /** The contents of `meta` elements, in order, by their `name`, `property` or `itemprop` in lower case. */
  valuesOf(...names: readonly string[]): readonly string[];
  /** The `title` element. */
  readonly title: string;
  /** Address that the page gives as its own. */
  readonly canonical: string;
  readonly language: string;
  /** Things of JSON-LD that stand at the top or in a graph. */
  readonly things: readonly Readonly<Record<string, unknown>>[];
}

const MOST_VALUES = 200;
const LONGEST_VALUE = 4000;
const LONGEST_JSON = 500_000;
const MOST_THINGS = 200;
/** Deepest nesting that is read: the parser looks through all open elements. The page is cut off at the first deeper one. */
const DEEPEST = 1000;

/** Reads what stands in `meta`, `title`, `link` and scripts of JSON-LD. Nothing of it is run or loaded. */
export function readPageMeta(html: string): PageMeta {
  const values = new Map<string, string[]>();
  const things: Readonly<Record<string, unknown>>[] = [];
  let title: string | null = null;
  let canonical = '';
  let language = '';
  /** Kind of the open element whose text is collected. */
  let reads: 'title' | 'json' | null = null;
  let isInSvg = 0;
  let depth = 0;
  let text = '';
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (++depth > DEEPEST) return parser.pause();
      const { content = '', rel = '', href = '', lang = '', type = '' } = attributes;
      if (name === 'svg') isInSvg++;
      if (name === 'html') language ||= lang.trim();
      if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(rel)) canonical ||= href.trim();
      if (name === 'meta' && content.trim() !== '')
        for (const key of new Set([attributes['name'], attributes['property'], attributes['itemprop']])) {
          const kept = key === undefined ? undefined : (values.get(key.toLowerCase()) ?? []);
          if (!key || !kept || kept.length >= MOST_VALUES) continue;
          kept.push(content.slice(0, LONGEST_VALUE).replace(/\s+/g, ' ').trim());
          values.set(key.toLowerCase(), kept);
        }
      if (name === 'title' && title === null && isInSvg === 0) reads = 'title';
      if (name === 'script' && /^application\/ld\+json\b/i.test(type.trim())) reads = 'json';
      if (reads) text = '';
    },
    ontext: (more) => {
      if (reads && text.length < LONGEST_JSON) text += more;
    },
    onclosetag: (name) => {
      depth--;
      if (name === 'svg') isInSvg--;
      if (reads === 'title' && name === 'title') title = text.slice(0, LONGEST_VALUE).replace(/\s+/g, ' ').trim();
      if (reads === 'json' && name === 'script') addThings(text, things);
      if (name === 'title' || name === 'script') reads = null;
    },
  });
  parser.end(html);
  return {
    valuesOf: (...names) => names.flatMap((name) => values.get(name) ?? []),
    title: title ?? '',
    canonical,
    language,
    things,
  };
}

function addThings(json: string, things: Readonly<Record<string, unknown>>[]): void {
  if (json.length >= LONGEST_JSON) return;
  let top: unknown;
  try {
    top = JSON.parse(json);
  } catch {
    return;
  }
  const list: readonly unknown[] = Array.isArray(top) ? top : [top];
  for (const thing of list) {
    if (!isThing(thing) || things.length >= MOST_THINGS) continue;
    things.push(thing);
    const graph = own(thing, '@graph');
    for (const inner of Array.isArray(graph) ? graph : [])
      if (isThing(inner) && things.length < MOST_THINGS) things.push(inner);
  }
}

export function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value of an object's own property, never an inherited one. */
export function own(thing: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(thing, key) ? thing[key] : undefined;
}

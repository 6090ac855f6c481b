/** Items to entries, by the processor of CSL. */

import { say } from '../core/base/say';
import type { StyledSources } from '../core/page/sections/entries';
import { localeOf } from './builtIn';
import type { CslItem } from './cslItem';
import type { CslValue } from './cslValues';
import { readEntry } from './readEntry';
import type { Style } from './readStyle';

/** No title or name has more characters; what is longer is cut, as the processor looks at each of them many times. */
export const LONGEST = 2000;
/** No style names more people. */
export const MOST_NAMES = 200;

/**
 * @param items each id once
 * @throws what the processor throws of a style that it cannot use
 */
export async function process(items: readonly CslItem[], style: Style, language: string): Promise<StyledSources> {
  const engine = await engineFor(style, localeFor(language));
  const made = engine.list(items);
  const listed = made.flatMap(([index, written]) => {
    const item = items[index];
    return item ? [[item.id, readEntry(written)] as const] : [];
  });
  return { order: listed.map(([id]) => id), isNumeric: style.isNumeric, entries: new Map(listed) };
}

/** A style that was made ready. */
interface Engine {
  readonly style: Style;
  readonly language: string;
  /** The entries of some items in HTML, each with its index among them. */
  list(items: readonly CslItem[]): (readonly [index: number, html: string])[];
}

/** To make a large style ready takes longer than to list what most briefs cite. */
let last: Engine | null = null;

async function engineFor(style: Style, language: string): Promise<Engine> {
  if (last?.style === style && last.language === language) return last;
  const { default: CSL } = await import('citeproc');
  // It would write to the output of the program.
  CSL.debug = () => undefined;
  CSL.error = () => undefined;
  let byName = new Map<string, CslItem>();
  const system = { retrieveLocale: localeOf, retrieveItem: (name: string) => byName.get(name) };
  const engine = new CSL.Engine(system, style.root, language);
  // It keeps there what it has cited under the very words, and those may be "constructor".
  Object.setPrototypeOf(engine.registry.ambigcites, null);
  engine.opt.development_extensions.wrap_url_and_doi = true;
  let runs = 0;
  last = {
    style,
    language,
    list: (items) => {
      // An author may call a source `__proto__`, and the processor keeps what it knows: it gets names of ours, each once.
      const before = `${++runs}-`;
      byName = new Map(items.map((item, index) => [before + index, { ...limited(item), id: before + index }]));
      try {
        engine.updateItems([...byName.keys()]);
        const made = engine.makeBibliography();
        if (!made) throw new Error(say('it has no bibliography.'));
        const [{ entry_ids: names }, written] = made;
        return names.map(([name = ''], index) => [Number(name.slice(before.length)), written[index] ?? ''] as const);
      } catch (error) {
        // What it knows after a failure is not known.
        last = null;
        throw error;
      }
    },
  };
  return last;
}

/** A language as the processor looks for it: with a region, where the locales that come along have one. */
function localeFor(language: string): string {
  try {
    const { language: base, region } = new Intl.Locale(language).maximize();
    const likely = `${base}-${region}`;
    if (localeOf(likely)) return likely;
    return new Intl.Locale(base).maximize().region ? `${base}-${new Intl.Locale(base).maximize().region}` : 'en-US';
  } catch {
    return 'en-US';
  }
}

/** The item within limits. A language that is not a tag, such as `constructor`, is one that the processor fails at. */
function limited({ language, ...item }: CslItem): CslItem {
  const tag = typeof language === 'string' && TAG.test(language) ? { language } : {};
  return Object.fromEntries(Object.entries({ ...item, ...tag }).map(([key, value]) => [key, cut(value)])) as CslItem;
}

/** Begins as a tag of BCP 47 does. */
const TAG = /^[a-z]{2,3}(?![a-z])/i;

function cut(value: CslValue | undefined): CslValue | undefined {
  if (typeof value === 'string') return value.slice(0, LONGEST);
  return Array.isArray(value)
    ? value
        .slice(0, MOST_NAMES)
        .map((name) =>
          Object.fromEntries(Object.entries(name).map(([part, words]) => [part, String(words).slice(0, LONGEST)])),
        )
    : value;
}

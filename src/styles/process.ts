/** Items to entries, by the processor of CSL. */
import type { StyledSources } from '../core/render/entries';
import { localeOf } from './builtIn';
import type { CslItem, CslValue } from './cslItem';
import { readEntry } from './readEntry';
import type { Style } from './readStyle';

/** No title or name has more characters; what is longer is cut, as the processor looks at each of them many times. */
const LONGEST = 2000;
/** No style names more people. */
const MOST_NAMES = 200;

/**
 * @param items each id once
 * @throws what the processor throws of a style that it can not use
 */
export async function process(items: readonly CslItem[], style: Style, language: string): Promise<StyledSources> {
  const { default: CSL } = await import('citeproc');
  // It would write to the output of the program.
  CSL.debug = () => undefined;
  CSL.error = () => undefined;
  // An author may call a source `__proto__`: the processor knows them by names of ours.
  const byName = new Map(items.map((item, index) => [`s${index}`, { ...limited(item), id: `s${index}` }]));
  const engine = new CSL.Engine(
    { retrieveLocale: localeOf, retrieveItem: (name) => byName.get(name) },
    style.root,
    localeFor(language),
  );
  engine.opt.development_extensions.wrap_url_and_doi = true;
  engine.updateItems([...byName.keys()]);
  const made = engine.makeBibliography();
  if (!made) throw new Error('it has no bibliography.');
  const [{ entry_ids: names }, written] = made;
  const listed = names.flatMap(([name = ''], index) => {
    const item = items[Number(name.slice(1))];
    return item ? [[item.id, readEntry(written[index] ?? '')] as const] : [];
  });
  return { order: listed.map(([id]) => id), isNumeric: style.isNumeric, entries: new Map(listed) };
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

function limited(item: CslItem): CslItem {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, cut(value)])) as CslItem;
}

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

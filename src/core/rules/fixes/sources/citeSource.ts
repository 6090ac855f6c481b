/** Fixes that put a citation where a link, or what an assistant left of one, names a source. */

import { derive } from '../../../base/derive';
import { shown } from '../../../base/messages';
import type { Fix } from '../../../base/problem';
import { say } from '../../../base/say';
import type { TextEdit } from '../../../base/text';
import { comparableUrl, leadsAsFar, siteOf } from '../../../base/urls';
import type { Brief } from '../../../brief/types';
import { citationOf, describeSource } from '../cite';
import { declareSource, newSourceId } from '../declareSource';
import type { NewSource } from './newSource';
import { newSourceFile } from './sourceInLibrary';

/**
 * The fixes that cite a source with an address or a title: the declared one, else a new one. They are certain unless the text
 * names a place on the page that the declared source lacks.
 *
 * @param known the known fields of the source
 * @param cite replaces the text that names the source by a citation
 * @returns none if nothing can be declared
 */
export function citeSource(brief: Brief, known: Omit<NewSource, 'id'>, cite: (mark: string) => TextEdit): Fix[] {
  const { url } = known;
  const same = sourceLike(brief, known);
  if (same) {
    const source = brief.sources.find(({ id }) => id === same.id);
    const title =
      url === undefined
        ? say('Cite {0}', describeSource(source, same.id))
        : say('Cite {0}, which has this address', shown(same.id));
    const fix = { title, edits: [cite(citationOf(same.id))], preferred: true };
    return [same.keepsAddress ? { ...fix, certain: true } : fix];
  }
  const made = newSourceFile(brief, known);
  const id = made?.id ?? newSourceId(brief, siteOf(url ?? '')?.split('.')[0] ?? 'source');
  const declaration = declareSource(brief, { id, ...known });
  if (!declaration && !made) return [];
  return [
    {
      title: say('Make it source {0}', shown(id)),
      edits: declaration ? [cite(citationOf(id)), declaration] : [],
      ...(made ? { inLibrary: { file: made.file, edits: [cite(citationOf(made.id))] } } : {}),
      preferred: true,
      certain: true,
    },
  ];
}

/** Returns the declared source with an address, or with a title if none is known, and whether it leads as far as the address. */
export function sourceLike(
  brief: Brief,
  { url, title, publisher }: Omit<NewSource, 'id'>,
): { readonly id: string; readonly keepsAddress: boolean } | undefined {
  if (url === undefined) {
    const id = idOfTitle(brief, title ?? publisher ?? '');
    return id === undefined ? undefined : { id, keepsAddress: true };
  }
  const same = byAddress(brief).get(comparableUrl(url));
  return same && { id: same.id, keepsAddress: same.urls.some((other) => leadsAsFar(other, url)) };
}

/** The sources by the pages that they lead to, each with all its addresses; of several, the first. */
const byAddress = derive((brief: Brief) => {
  const found = new Map<string, { readonly id: string; readonly urls: readonly string[] }>();
  for (const { id, declarations } of brief.sources) {
    const urls = declarations.flatMap(({ url }) => url?.value ?? []);
    for (const url of urls) {
      const key = comparableUrl(url);
      if (!found.has(key)) found.set(key, { id, urls });
    }
  }
  return found;
});

/** The source that has a title, whatever its letters are, or whose local copy is a file of that name. */
function idOfTitle(brief: Brief, name: string): string | undefined {
  return byTitle(brief).get(name.toLowerCase());
}

const byTitle = derive((brief: Brief) => {
  const found = new Map<string, string>();
  for (const { id, title, publisher, textPath } of brief.sources) {
    const path = textPath?.value;
    for (const name of [(title ?? publisher)?.value, path, path?.slice(path.lastIndexOf('/') + 1)])
      if (name && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), id);
  }
  return found;
});

/** Finds the names by which texts cite works in words: `Schulz 2009`. */

import type { Unplaced } from '../../base/text';
import { nameOfWork } from '../../document/citations/authorYear';
import type { SourceDeclaration } from '../types';

/** The authors and the year of an entry that is one text: at its start, the authors first. */
const HEAD = /^([^\d"“”«»《》「」]{2,300}?)[\s,.(（[:：]+((?:1[6-9]|20)\d\d)([a-z]?)(?![\d\p{L}])/u;
const YEAR = /(?<!\d)((?:1[6-9]|20)\d\d)(?!\d)/;

/**
 * Returns the ids of a brief's works by their authors' names and their year, as `nameOfWork` has them.
 *
 * @param declared works with ids
 * @param works works without ids, which are null in the result
 * @returns a map without the names that two works have
 */
export function worksByAuthorYear(
  declared: readonly Unplaced<SourceDeclaration>[],
  works: readonly Unplaced<SourceDeclaration>[],
): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const several = new Set<string>();
  const add = (work: Unplaced<SourceDeclaration>, id: string | null) => {
    for (const name of new Set(namesOf(work))) {
      if (found.has(name) && (id === null || found.get(name) !== id)) several.add(name);
      found.set(name, id);
    }
  };
  for (const source of declared) add(source, source.id);
  for (const work of works) add(work, null);
  for (const name of several) found.delete(name);
  return found;
}

function namesOf({ authors, publisher, published, title }: Unplaced<SourceDeclaration>): string[] {
  const first = (authors[0] ?? publisher)?.value;
  const year = YEAR.exec(published?.value ?? '')?.[1];
  const head = first && year ? null : HEAD.exec(title?.value ?? '');
  const author = head ? head[1] : first;
  const written = head ? head[2] : year;
  const letter = head?.[3];
  if (!author || !written) return [];
  const years = [written, ...(letter ? [`${written}${letter}`] : [])];
  return namesOfAuthor(author).flatMap((name) => years.map((one) => nameOfWork(name, one)));
}

/** Returns the names that texts have for the first author: the whole name, and the family name. */
function namesOfAuthor(authors: string): string[] {
  const first = authors.split(/,|;|\s(?:and|und|et|y|e|&)\s|\set al\b|、|，|\/|\(/u)[0]?.trim() ?? '';
  const last = first.split(/\s+/).findLast((word) => /^\p{Lu}[\p{L}'’-]+$/u.test(word));
  return [first, ...(last ? [last] : [])].filter((name) => name.length > 1);
}

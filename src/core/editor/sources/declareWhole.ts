/** Declares a source with all that is known of it, also where a brief lists its sources in words. */

import { applyEdits, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief, SourceDeclaration } from '../../brief/types';
import { declareSource, type NewSource } from '../../rules/fixes/declareSource';
import { fieldsOf } from '../../rules/fixes/sources/newSource';
import { inYaml } from '../../rules/fixes/sources/sourceInYaml';
import { isReference } from '../../rules/source/incomplete';
import { wordsIn } from './moveSources';
import { addsOnlySource } from './sameModel';

/**
 * The edits that declare a source where this brief keeps its sources. Fields that a line of a sources section can't hold (a
 * local copy, the day of access, …) go to an entry of the front matter with the same id and address, which
 * merges with the line. Whatever the title is, the meaning of the rest of the brief doesn't change.
 *
 * @returns null if no place would be read as an entry
 */
export function declareWhole(brief: Brief, source: NewSource): readonly TextEdit[] | null {
  const inPlace = declareSource(brief, source);
  if (!inPlace) return null;
  for (const words of [source, ...plainly(source)]) {
    const line = words === source ? inPlace : declareSource(brief, words);
    const edits = line && withTheRest(brief, source, words, line);
    if (edits) return edits;
  }
  const edit = inYaml(brief, source);
  return edit && saysAll(brief, [edit], source) ? [edit] : null;
}

/** Variants of a source for running text, where signs in its title could mean something. YAML keeps the title as it is. */
function plainly({ id, title = '', url }: NewSource): NewSource[] {
  const words = title
    .replace(/[^\p{L}\p{M}\p{N}\s,.'’:-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const named = { id, ...(words === '' ? {} : { title: words }) };
  return url === undefined ? [named] : [{ ...named, url }, named];
}

/** @param words the fields of the source as the line gives them */
function withTheRest(brief: Brief, source: NewSource, words: NewSource, line: TextEdit): readonly TextEdit[] | null {
  const declared = declarationAfter(brief, [line], source.id);
  if (!declared) return null;
  if (declared.declaredIn === 'front-matter') return saysAll(brief, [line], source) ? [line] : null;
  const rest = restOf(source, words, declared);
  if (!rest) return null;
  if (fieldsOf(rest).length === 0) return addsOnly(brief, [line], source.id) ? [line] : null;
  const entry = inYaml(brief, { ...rest, ...sameAs(source, declared) });
  return entry && addsOnly(brief, [entry, line], source.id) ? [entry, line] : null;
}

/** The fields of a source that its line doesn't give; null if the line gives something else. */
function restOf(source: NewSource, words: NewSource, { title, url, doi, declarations }: Declared): NewSource | null {
  if ((url && url.value !== source.url) || (doi && doi.value !== source.doi)) return null;
  const { authors = [], publisher, published } = words;
  const said = [...authors, words.title, publisher, published].join('');
  if (wordsIn(title?.value ?? '') !== wordsIn(said)) return null;
  const isFindable = source.url !== undefined || source.doi !== undefined;
  const held = new Set<string>([
    ...(url ? ['url'] : []),
    ...(doi ? ['doi'] : []),
    ...(words.title === source.title ? ['title'] : []),
    ...(authors.length > 0 ? ['authors'] : []),
    ...(published === undefined ? [] : ['published']),
    // Without an address, readers find the source by its publisher, which must then be told apart from the title.
    ...(publisher !== undefined && (isFindable || isReference({ ...(title ? { title } : {}), declarations }))
      ? ['publisher']
      : []),
  ]);
  return { id: source.id, ...Object.fromEntries(fieldsOf(source).filter(([key]) => !held.has(key))) };
}

type Declared = SourceDeclaration & { readonly declarations: readonly SourceDeclaration[] };

/** The field by which an entry is the same source as a line: its address, else its title if the line has no other words. */
function sameAs(source: NewSource, { url, doi, title }: Declared): Partial<NewSource> {
  if (url) return { url: url.value };
  if (doi) return { doi: doi.value };
  const isTitle = source.title !== undefined && wordsIn(title?.value ?? '') === wordsIn(source.title);
  return isTitle ? { title: source.title } : {};
}

function declarationAfter(brief: Brief, edits: readonly TextEdit[], id: string): Declared | null {
  const after = parseChanged(brief, applyEdits(brief.text, edits));
  const declarations = after.sources.find((one) => one.id === id)?.declarations ?? [];
  const [declared, second] = declarations;
  return declared && !second ? { ...declared, declarations } : null;
}

/** True if the edits declare the source, and everything else is as it was. */
function addsOnly(brief: Brief, edits: readonly TextEdit[], id: string): boolean {
  return addsOnlySource(brief, parseChanged(brief, applyEdits(brief.text, edits)), id);
}

/** True if the edits declare the source in one entry with all its fields, and everything else is as it was. */
function saysAll(brief: Brief, edits: readonly TextEdit[], source: NewSource): boolean {
  const declared = declarationAfter(brief, edits, source.id);
  return (
    declared !== null &&
    fieldsOf(source).every(([key, value]) => {
      if (key === 'authors') return declared.authors.map((one) => one.value).join('\n') === [value].flat().join('\n');
      return (key === 'text' ? declared.textPath : declared[key])?.value === value;
    }) &&
    addsOnly(brief, edits, source.id)
  );
}

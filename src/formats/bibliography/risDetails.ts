/** Reads entries of RIS in the words of CSL. */
import type { SourceDeclaration } from '../../core/brief/types';
import { type EntryDetails, type NameParts, plainDate } from './entryDetails';
import { type RisFields, readRisEntries } from './ris';

/** Types of sources that are in a journal, a book or a site, which `T2` names. For other types, `T2` names a series. */
const IN_A_WHOLE = /^(?:article-|chapter$|paper-|webpage$|post-|entry-)/;

/** Returns the details of the entries with some ids. */
export function risDetails(text: string, ids: ReadonlySet<string>): Map<string, EntryDetails> {
  const found = new Map<string, EntryDetails>();
  for (const { declaration, fields } of readRisEntries(text).read)
    if (ids.has(declaration.id) && !found.has(declaration.id))
      found.set(declaration.id, detailsOf(declaration, fields));
  return found;
}

function detailsOf({ title, published, accessed, url, doi, language, type }: SourceDeclaration, fields: RisFields) {
  const first = (...tags: string[]) => tags.map((tag) => fields.get(tag)?.[0]?.value).find((value) => value);
  const kind = type?.value ?? 'document';
  const [start, end] = [first('SP'), first('EP')];
  const isPart = IN_A_WHOLE.test(kind);
  const whole = first('T2', 'JO', 'JF', 'JA');
  const details: Record<string, EntryDetails[string] | undefined> = {
    type: kind,
    title: title?.value,
    author: namesOf(fields, 'AU', 'A1'),
    editor: namesOf(fields, 'ED', ...(isPart ? ['A2'] : [])),
    [isPart ? 'container-title' : 'collection-title']: whole,
    publisher: first('PB'),
    'publisher-place': first('CY', 'PP'),
    volume: first('VL'),
    [kind === 'article-journal' ? 'issue' : 'number']: first('IS'),
    edition: first('ET'),
    page: start && end && start !== end ? `${start}-${end}` : start,
    issued: plainDate(published?.value),
    accessed: plainDate(accessed?.value),
    URL: url?.value,
    DOI: doi?.value,
    language: language && /^[a-z]{2,3}(?:-[A-Za-z]+)?$/.test(language.value) ? language.value : undefined,
  };
  return Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

/** Cuts names such as `Last, First, Suffix`. A name without a comma isn't cut. */
function namesOf(fields: RisFields, ...tags: readonly string[]): NameParts[] | undefined {
  const names = tags
    .flatMap((tag) => fields.get(tag) ?? [])
    .map(({ value }): NameParts => {
      const [family = '', given, suffix] = value.split(',').map((part) => part.trim());
      if (!given) return { literal: family };
      return suffix ? { family, given, suffix } : { family, given };
    });
  return names.length > 0 ? names : undefined;
}

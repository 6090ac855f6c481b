/** Reads entries of BibTeX and BibLaTeX in the words of CSL. */
import { namesInstitution } from '../../core/brief/library/institutions';
import { dayOfEdtf, type ExtendedName, extendedName } from './biblatex';
import { asWritten, monthOf, partsOf, withInherited } from './bibtex';
import { type BibtexEntry, KEPT, readEntries } from './bibtexEntries';
import { type EntryDetails, type NameParts, plainDate } from './entryDetails';
import { createTexReader, type TexReader } from './tex';

const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    article: 'article-journal',
    book: 'book',
    mvbook: 'book',
    booklet: 'pamphlet',
    collection: 'book',
    conference: 'paper-conference',
    dataset: 'dataset',
    electronic: 'webpage',
    inbook: 'chapter',
    incollection: 'chapter',
    inproceedings: 'paper-conference',
    inreference: 'entry-encyclopedia',
    legislation: 'legislation',
    manual: 'report',
    mastersthesis: 'thesis',
    online: 'webpage',
    patent: 'patent',
    periodical: 'periodical',
    phdthesis: 'thesis',
    proceedings: 'book',
    report: 'report',
    software: 'software',
    standard: 'standard',
    techreport: 'report',
    thesis: 'thesis',
    unpublished: 'manuscript',
    video: 'motion_picture',
    www: 'webpage',
  }),
);

/** Fields that may hold each variable. The first one that is there counts. */
const TEXTS: readonly (readonly [variable: string, fields: readonly string[]])[] = [
  ['title', ['title']],
  ['container-title', ['journaltitle', 'journal', 'booktitle', 'maintitle']],
  ['collection-title', ['series', 'issuetitle']],
  ['volume', ['volume']],
  ['edition', ['edition']],
  ['publisher', ['publisher', 'institution', 'organization', 'school', 'howpublished']],
  ['publisher-place', ['location', 'address']],
  ['event-title', ['eventtitle']],
  ['event-place', ['venue']],
  ['genre', ['type']],
  ['note', ['note', 'addendum']],
  ['language', ['langid', 'language']],
  ['ISBN', ['isbn']],
  ['ISSN', ['issn']],
  ['number-of-pages', ['pagetotal']],
];

const WANTED: ReadonlySet<string> = new Set([
  ...KEPT,
  ...TEXTS.flatMap(([, fields]) => fields),
  ...'subtitle titleaddon part number issue pages eid translator eventdate'.split(' '),
]);

const JOURNALS: ReadonlySet<string> = new Set(['article-journal', 'periodical']);
/** Language tags by BibLaTeX's names for the languages. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    english: 'en',
    american: 'en-US',
    british: 'en-GB',
    chinese: 'zh-CN',
    french: 'fr',
    german: 'de',
    ngerman: 'de',
    italian: 'it',
    japanese: 'ja',
    russian: 'ru',
    spanish: 'es',
  }),
);

/** Returns the details of the entries with some keys. */
export function bibtexDetails(text: string, keys: ReadonlySet<string>): Map<string, EntryDetails> {
  const { entries } = readEntries(text, WANTED);
  const byKey = new Map(entries.toReversed().map((entry) => [entry.key.toLowerCase(), entry]));
  const tex = createTexReader();
  const found = new Map<string, EntryDetails>();
  for (const entry of entries)
    if (keys.has(entry.key) && !found.has(entry.key)) found.set(entry.key, detailsOf(withInherited(entry, byKey), tex));
  return found;
}

function detailsOf({ type, fields }: BibtexEntry, tex: TexReader): EntryDetails {
  const kind = TYPES.get(type) ?? (fields.has('url') ? 'webpage' : 'document');
  const details: Record<string, EntryDetails[string]> = { type: kind };
  const read = (names: readonly string[]) => {
    const written = names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '');
    return written === undefined ? '' : tex.read(written);
  };
  const set = (variable: string, value: EntryDetails[string] | undefined) => {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) details[variable] = value;
  };
  for (const [variable, names] of TEXTS) set(variable, read(names));
  const subtitle = read(['subtitle']);
  if (subtitle !== '') set('title', `${details['title'] ?? ''}: ${subtitle}`);
  const addition = read(['titleaddon']);
  if (addition !== '') set('title', `${details['title'] ?? ''}. ${addition}`);
  const [volume, part] = [read(['volume']), read(['part'])];
  if (volume !== '' && part !== '') set('volume', `${volume}.${part}`);
  // The container of a web page is its site.
  if (kind === 'webpage' && !details['container-title'] && details['publisher']) {
    set('container-title', details['publisher']);
    delete details['publisher'];
  }
  set(JOURNALS.has(kind) ? 'issue' : 'number', read(JOURNALS.has(kind) ? ['number', 'issue'] : ['number']));
  set('page', read(['pages', 'eid']).replace(/\s*[-–—]+\s*/g, '-'));
  for (const [variable, field] of [
    ['author', 'author'],
    ['editor', 'editor'],
    ['translator', 'translator'],
  ] as const)
    set(variable, namesOf(fields.get(field) ?? '', tex));
  set('issued', issuedOf(read(['date', 'year']), read(['month'])));
  set('accessed', plainDate(read(['urldate']) || undefined));
  set('event-date', plainDate(read(['eventdate']) || undefined));
  set('URL', asWritten(fields.get('url') ?? ''));
  set('DOI', asWritten(fields.get('doi') ?? '').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''));
  const language = String(details['language'] ?? '').toLowerCase();
  set('language', LANGUAGES.get(language) ?? (/^[a-z]{2,3}(?:-|$)/.test(language) ? language : undefined));
  if (language !== '' && !LANGUAGES.has(language) && !/^[a-z]{2,3}(?:-|$)/.test(language)) delete details['language'];
  if (type === 'phdthesis') details['genre'] ??= 'PhD thesis';
  if (type === 'mastersthesis') details['genre'] ??= "Master's thesis";
  return details;
}

function issuedOf(date: string, month: string): EntryDetails[string] | undefined {
  if (date === '' || dayOfEdtf(date) === '') return undefined;
  const number = month === '' ? null : monthOf(month);
  return plainDate(/^\d{4}$/.test(date) && number !== null ? `${date}-${number}` : date);
}

/** Cuts names as BibTeX does: `von Last, Jr, First`, `First von Last`. A text in braces is one name. */
function namesOf(people: string, tex: TexReader): NameParts[] {
  return partsOf(people.replace(/\s+/g, ' '), ' and ').flatMap((written): NameParts[] => {
    const person = written.trim();
    if (person === '' || person.toLowerCase() === 'others') return [];
    if (/^\{.*\}$/.test(person) && partsOf(person, ' ').length === 1) return [{ literal: tex.read(person) }];
    const parts = partsOf(person, ',').map((part) => part.trim());
    const extended = extendedName(parts);
    if (extended) return [partsOfExtended(extended, tex)];
    if (parts.length === 1) return [inOrder(partsOf(person, ' '), tex)];
    const [last = '', second = '', third] = parts;
    if (second === '' && third === undefined) return [{ literal: tex.read(last) }];
    const suffix = third === undefined ? {} : { suffix: tex.read(second) };
    return [{ ...familyOf(partsOf(last, ' '), tex), given: tex.read(third ?? second), ...suffix }];
  });
}

function partsOfExtended({ family, given, prefix, suffix, usesPrefix }: ExtendedName, tex: TexReader): NameParts {
  const particle = usesPrefix ? 'non-dropping-particle' : 'dropping-particle';
  const parts = { family, given, [particle]: prefix, suffix };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) => (part === '' ? [] : [[name, tex.read(part)]])),
  );
}

function inOrder(words: readonly string[], tex: TexReader): NameParts {
  if (words.length === 1 || namesInstitution(words.join(' '))) return { literal: tex.read(words.join(' ')) };
  const von = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isSmall(word));
  const cut = von > 0 ? von : words.length - 1;
  return { ...familyOf(words.slice(cut), tex), given: tex.read(words.slice(0, cut).join(' ')) };
}

/** Splits a family name. Words in lower case before it are its particle. */
function familyOf(words: readonly string[], tex: TexReader): NameParts {
  const first = words.findIndex((word) => !isSmall(word));
  if (first <= 0) return { family: tex.read(words.join(' ')) };
  return {
    'non-dropping-particle': tex.read(words.slice(0, first).join(' ')),
    family: tex.read(words.slice(first).join(' ')),
  };
}

function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

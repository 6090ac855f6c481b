/** Finds the sources of a brief without a local copy, and names the copies that were made of them. */

import { doiUrl } from '../../base/safeUrl';
import { applyEdits, lineBreakOf, type TextEdit } from '../../base/text';
import { meantAddress } from '../../base/urls';
import { isSourceFile, sourceFileOf } from '../../brief/library/sourceFolder';
import { parseChanged } from '../../brief/parseBrief';
import { listedSources } from '../../brief/queries/citedSources';
import { bibliographyAt } from '../../brief/sources/fileOf';
import type { Brief, Field, Source, SourceDeclaration, SourceFile } from '../../brief/types';
import type { CopyPart } from '../../document/frontMatter/schemas';
import { entryFieldEdit } from '../../rules/fixes/entryField';
import type { NewSource } from '../../rules/fixes/sources/newSource';
import { inYaml } from '../../rules/fixes/sources/sourceInYaml';
import { joinEdits } from '../editing/joinEdits';
import { webTarget } from '../navigation/webLinks';
import { oneLine } from '../overview/sourceOverview';
import { changesOnlySources } from './sameModel';

/** A source that has no local copy. */
export interface WantedCopy {
  readonly id: string;
  /** Its name for people, on one line. */
  readonly title: string;
  /** A web address where it can be read; null if unknown. */
  readonly url: string | null;
  /** Date when the author of the brief read it, in ISO 8601. */
  readonly accessed?: string;
  /** True if a file of the library declares it, which then names the copy; else the brief does. */
  readonly inLibrary: boolean;
}

/** The sources of a brief that lack a copy, by the place of the copy to make. */
export interface CopiesToMake {
  readonly own: readonly WantedCopy[];
  readonly ofLibrary: readonly WantedCopy[];
  /** The sources whose copy couldn't be named anywhere. */
  readonly unplaced: readonly WantedCopy[];
}

/** A copy that was made, or the reason why it couldn't be. */
export interface MadeCopy {
  readonly id: string;
  /** Path relative to the brief, or to the library for its sources; null if there is no copy, as `part` says. */
  readonly path: string | null;
  /** The part of the source that the copy holds; null: all of it. */
  readonly part: CopyPart | null;
}

export interface NamedCopies {
  /** Edits of the brief. */
  readonly edits: readonly TextEdit[];
  /** Edits of files of the library. */
  readonly files: readonly { readonly file: SourceFile; readonly edits: readonly TextEdit[] }[];
  /** The ids of the sources whose copies can't be named. */
  readonly unnamed: readonly string[];
}

/**
 * Returns the sources without a local copy, in the order of the brief: all of its own, and the cited ones of those that it
 * shares with others. A source whose passages are cited by number is left out: its copy holds only these passages.
 */
export function wantedCopies(brief: Brief): readonly WantedCopy[] {
  return listedSources(brief)
    .filter(({ textPath, cite, declarations }) => !textPath && !cite && !declarations.every(({ broken }) => broken))
    .map((source) => {
      const { id, title, publisher, url, doi, accessed } = source;
      return {
        id,
        title: oneLine((title ?? publisher ?? url ?? doi)?.value ?? ''),
        url: pageOf(source),
        ...(accessed ? { accessed: accessed.value } : {}),
        inLibrary: fileOf(brief, source) !== null,
      };
    });
}

/** Groups the sources by where their copies can be named. Nobody should be asked for a text that stays unused. */
export function copiesToMake(brief: Brief): CopiesToMake {
  const wanted = wantedCopies(brief);
  const trial = wanted.map(({ id }): MadeCopy => ({ id, path: 'sources/1.md', part: 'abstract' }));
  const unnamed = new Set(nameCopies(brief, trial).unnamed);
  const placed = wanted.filter(({ id }) => !unnamed.has(id));
  return {
    own: placed.filter(({ inLibrary }) => !inLibrary),
    ofLibrary: placed.filter(({ inLibrary }) => inLibrary),
    unplaced: wanted.filter(({ id }) => unnamed.has(id)),
  };
}

function pageOf({ url, doi, declarations }: Source): string | null {
  const isYaml = declarations.some(({ declaredIn, url: own }) => own === url && declaredIn === 'front-matter');
  const page = url && webTarget(isYaml ? url.value : meantAddress(url.value));
  if (page && /^https?:/i.test(page)) return page.replace(/#.*$/s, '');
  return doi ? doiUrl(doi.value) : null;
}

/** The file of the library that declares a source; null if the brief declares it, too. */
function fileOf(brief: Brief, { declarations }: Source): SourceFile | null {
  if (declarations.some(({ uri }) => uri === undefined)) return null;
  const file = bibliographyAt(brief, declarations[0]?.uri ?? '');
  return file && isSourceFile(file) ? file : null;
}

/**
 * Names copies at their sources, by `text` and, if they are only a part, `copy`. The fields go to the end of an entry of the
 * front matter, or to a new entry for a source that is declared in another way. For a source of a library, they go to its file.
 * Nothing else changes its meaning.
 */
export function nameCopies(brief: Brief, copies: readonly MadeCopy[]): NamedCopies {
  const sources = new Map(brief.sources.map((source) => [source.id, source]));
  const files: { file: SourceFile; edits: readonly TextEdit[] }[] = [];
  const ofBrief: MadeCopy[] = [];
  const unnamed: string[] = [];
  for (const copy of copies) {
    const source = sources.get(copy.id);
    if (says(source, copy)) continue;
    const file = source && fileOf(brief, source);
    const edits = file ? inFile(file, copy) : null;
    if (source && !file) ofBrief.push(copy);
    else if (file && edits) files.push({ file, edits });
    else unnamed.push(copy.id);
  }
  const named = inBrief(brief, ofBrief);
  const edits = joinEdits(brief.text.length, named.rounds);
  return { edits, files, unnamed: [...unnamed, ...named.unnamed] };
}

/** Edits that were made one round after the other. */
interface Rounds {
  readonly rounds: readonly (readonly TextEdit[])[];
  /** The brief after these edits. */
  readonly after: Brief;
}

/** Maximum number of sources that are read again. Copies that would take more aren't named. */
const MOST_READ = 20_000;

/**
 * Names all copies together, as each reading takes its time. Copies that aren't read as named are left to the end. If the rest
 * of the brief would mean something else, it names each half by itself.
 */
function inBrief(brief: Brief, copies: readonly MadeCopy[], left = { reads: MOST_READ }): Named {
  if (copies.length === 0) return { rounds: [], after: brief, unnamed: [] };
  const sayings: (readonly MadeCopy[])[] = [];
  for (const place of copies.length === 1 ? ([atEndOf, belowId] as const) : ([atEndOf] as const)) {
    if (left.reads < 0) break;
    const written = write(brief, copies, place);
    left.reads -= written.rounds.length * brief.sources.length;
    const sources = new Map(written.after.sources.map((source) => [source.id, source]));
    const saying = copies.filter((copy) => says(sources.get(copy.id), copy));
    const ids = new Set(copies.map(({ id }) => id));
    if (saying.length === copies.length && changesOnlySources(brief, written.after, ids))
      return { ...written, unnamed: [] };
    sayings.push(saying);
  }
  if (copies.length === 1 || left.reads < 0) return { rounds: [], after: brief, unnamed: copies.map(({ id }) => id) };
  const [saying = []] = sayings;
  const isMixed = saying.length > 0 && saying.length < copies.length;
  const middle = Math.ceil(copies.length / 2);
  const first = inBrief(brief, isMixed ? saying : copies.slice(0, middle), left);
  const said = new Set(saying);
  const others = isMixed ? copies.filter((copy) => !said.has(copy)) : copies.slice(middle);
  const second = inBrief(first.after, others, left);
  return {
    rounds: [...first.rounds, ...second.rounds],
    after: second.after,
    unnamed: [...first.unnamed, ...second.unnamed],
  };
}

type Named = Rounds & { readonly unnamed: readonly string[] };

function says(source: Pick<Source, 'textPath' | 'copy'> | undefined, { path, part }: MadeCopy): boolean {
  return source !== undefined && (source.textPath?.value ?? null) === path && (source.copy?.value ?? null) === part;
}

type Place = (brief: Brief, entry: SourceDeclaration, copy: MadeCopy) => readonly TextEdit[];

/** Writes into the existing entries, then adds a first new entry, which may begin the list, and then the others. */
function write(brief: Brief, copies: readonly MadeCopy[], place: Place): Rounds {
  const sources = new Map(brief.sources.map((source) => [source.id, source]));
  const rounds: (readonly TextEdit[])[] = [];
  let after = brief;
  const apply = (edits: readonly TextEdit[]) => {
    if (edits.length === 0) return;
    rounds.push(edits);
    after = parseChanged(after, applyEdits(after.text, edits));
  };
  const inPlace: TextEdit[] = [];
  const entries: NewSource[] = [];
  for (const copy of copies) {
    const source = sources.get(copy.id);
    const own = source?.declarations.find(({ declaredIn }) => declaredIn === 'front-matter');
    if (own) inPlace.push(...place(brief, own, copy));
    else if (source) entries.push(entryOf(source, copy));
  }
  apply(inPlace);
  for (const some of [entries.slice(0, 1), entries.slice(1)])
    apply(some.flatMap((entry) => inYaml(after, entry) ?? []));
  return { rounds, after };
}

/** A new entry for a source's copy, with the address or title that makes it the same source. */
function entryOf({ url, doi, title }: Source, { id, path, part }: MadeCopy): NewSource {
  const address = url?.value ?? (doi ? doiUrl(doi.value) : null);
  return {
    id,
    ...(address ? { url: address } : title ? { title: title.value } : {}),
    ...(path === null ? {} : { text: path }),
    ...(part ? { copy: part } : {}),
  };
}

function pairsOf({ path, part }: MadeCopy): (readonly [string, string])[] {
  return [...(path === null ? [] : [['text', path] as const]), ...(part ? [['copy', part] as const] : [])];
}

/** Writes the fields over a field `copy`, which said why there was no text. */
function inPlaceOf(text: string, copy: Field, made: MadeCopy): readonly TextEdit[] {
  const start = text.lastIndexOf('copy', copy.span.start - 1);
  const before = /[^\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const isBlock = /^[ \t]*(?:-[ \t]+)?$/.test(before);
  const between = isBlock ? lineBreakOf(text) + before.replace('-', ' ') : ', ';
  const newText = pairsOf(made)
    .map(([key, value]) => `${key}: ${value}`)
    .join(between);
  return [{ span: { start, end: copy.span.end }, newText }];
}

/** Writes the fields below the line of the id, or in the entry's braces. */
function belowId(brief: Brief, { idSpan, copy: said }: SourceDeclaration, copy: MadeCopy): readonly TextEdit[] {
  if (said) return inPlaceOf(brief.text, said, copy);
  return pairsOf(copy).flatMap(([key, value]) => entryFieldEdit(brief, idSpan, key, value) ?? []);
}

/** Writes the fields below the last line of an entry in block style, else in its braces. */
function atEndOf(brief: Brief, entry: SourceDeclaration, copy: MadeCopy): readonly TextEdit[] {
  const { text, lines } = brief;
  const { span, idSpan: id } = entry;
  if (entry.copy) return inPlaceOf(text, entry.copy, copy);
  const before = text.slice(lines.startOf(lines.lineAt(id.start)), id.start);
  const key = /^([ \t]*)((?:-[ \t]+)?)(?:id|"id"|'id')[ \t]*:[ \t]*["']?$/.exec(before);
  if (!key) return belowId(brief, entry, copy);
  const written = text.slice(span.start, span.end).trimEnd();
  const at = lines.endOf(lines.lineAt(span.start + written.length));
  const margin = `${key[1]}${(key[2] ?? '').replace('-', ' ')}`;
  const newText = pairsOf(copy)
    .map(([name, value]) => `${lineBreakOf(text)}${margin}${name}: ${value}`)
    .join('');
  return [{ span: { start: at, end: at }, newText }];
}

/** The edits that name a copy in a file of the library, before its notes; null if the file can't take them. */
function inFile(file: SourceFile, copy: MadeCopy): readonly TextEdit[] | null {
  const { written } = file;
  const newLine = lineBreakOf(written);
  const closing = file.name.endsWith('.md') ? /^---[ \t]*\r?\n[\s\S]*?^(?=(?:---|\.\.\.)[ \t]*$)/m.exec(written) : null;
  const end = closing ? closing.index + closing[0].length : written.trimEnd().length;
  const lead = closing || end === 0 ? '' : newLine;
  const pairs = pairsOf(copy).map(([key, value]) => `${key}: ${value}`);
  const newText = `${lead}${pairs.join(newLine)}${closing ? newLine : ''}`;
  const said = file.declarations[0]?.copy;
  const edits = said ? inPlaceOf(written, said, copy) : [{ span: { start: end, end }, newText }];
  const after = sourceFileOf(file, applyEdits(written, edits));
  const isSame = after?.yamlErrors.length === file.yamlErrors.length && after.declarations[0]?.id === copy.id;
  return isSame && says(after.declarations[0], copy) ? edits : null;
}

/** The sources of a brief whose text is not here, and the edits that name the copies that were made of them. */

import { doiUrl } from '../../base/safeUrl';
import { applyEdits, lineBreakOf, type Span, type TextEdit } from '../../base/text';
import { meantAddress } from '../../base/urls';
import { isSourceFile, sourceFileOf } from '../../brief/library/sourceFolder';
import { parseChanged } from '../../brief/parseBrief';
import { listedSources } from '../../brief/queries/citedSources';
import { bibliographyAt } from '../../brief/sources/fileOf';
import type { Brief, Source, SourceFile } from '../../brief/types';
import { entryFieldEdit } from '../../rules/fixes/entryField';
import { inFlowList, inList, inNewList } from '../../rules/fixes/sources/sourceInYaml';
import { joinEdits } from '../editing/joinEdits';
import { webTarget } from '../navigation/webLinks';
import { oneLine } from '../overview/sourceOverview';
import { changesOnlySource } from './sameModel';

/** A source that has no local copy. */
export interface WantedCopy {
  readonly id: string;
  /** Its name for people, on one line. */
  readonly title: string;
  /** An address of the web at which it can be read; null: none is known. */
  readonly url: string | null;
  /** When its author read it, in ISO 8601. */
  readonly accessed?: string;
  /** Whether a file of the library declares it, which then names the copy. Else the brief does. */
  readonly inLibrary: boolean;
}

/** A copy that was made. */
export interface MadeCopy {
  readonly id: string;
  /** Relative to the brief; of a source of the library, relative to that. */
  readonly path: string;
  /** What part of the source it is; null: all of it. */
  readonly part: 'abstract' | 'excerpt' | null;
}

export interface NamedCopies {
  /** Of the brief. */
  readonly edits: readonly TextEdit[];
  /** Of files of the library. */
  readonly files: readonly { readonly file: SourceFile; readonly edits: readonly TextEdit[] }[];
  /** The ids of those that nothing can name. */
  readonly unnamed: readonly string[];
}

/**
 * Returns the sources without a local copy, in the order of the brief: its own, and of those that it shares with others the
 * cited ones. A source whose passages are cited by number is left out: its copy holds only these passages.
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

function pageOf({ url, doi, declarations }: Source): string | null {
  const isYaml = declarations.some(({ declaredIn, url: own }) => own === url && declaredIn === 'front-matter');
  const page = url && webTarget(isYaml ? url.value : meantAddress(url.value));
  if (page && /^https?:/i.test(page)) return page.replace(/#.*$/s, '');
  return doi ? doiUrl(doi.value) : null;
}

/** The file of the library that declares a source; null where the brief says of it, too. */
function fileOf(brief: Brief, { declarations }: Source): SourceFile | null {
  if (declarations.some(({ uri }) => uri === undefined)) return null;
  const file = bibliographyAt(brief, declarations[0]?.uri ?? '');
  return file && isSourceFile(file) ? file : null;
}

/**
 * Names copies at their sources, by `text` and, where they are only a part, `copy`: at the end of an entry of the front matter; in a new
 * entry for a source that is declared in another way; in the file of a library. Nothing else changes what it means.
 */
export function nameCopies(brief: Brief, copies: readonly MadeCopy[]): NamedCopies {
  const rounds: (readonly TextEdit[])[] = [];
  const files: { file: SourceFile; edits: readonly TextEdit[] }[] = [];
  const unnamed: string[] = [];
  let now = brief;
  for (const copy of copies) {
    const source = now.sources.find(({ id }) => id === copy.id);
    const file = source ? fileOf(now, source) : null;
    const edits = source ? (file ? inFile(file, copy) : inBrief(now, source, copy)) : null;
    if (!edits) unnamed.push(copy.id);
    else if (file) files.push({ file, edits });
    else {
      rounds.push(edits);
      now = parseChanged(now, applyEdits(now.text, edits));
    }
  }
  return { edits: joinEdits(brief.text.length, rounds), files, unnamed };
}

/** The edits for one copy; null where it has no place. */
function inBrief(brief: Brief, source: Source, copy: MadeCopy): readonly TextEdit[] | null {
  const isNamed = (edits: readonly TextEdit[]) => {
    const after = parseChanged(brief, applyEdits(brief.text, edits));
    const named = after.sources.find(({ id }) => id === copy.id);
    return says(named, copy) && changesOnlySource(brief, after, copy.id);
  };
  return placesFor(brief, source, copy).find((edits) => edits.length > 0 && isNamed(edits)) ?? null;
}

function says(source: Pick<Source, 'textPath' | 'copy'> | undefined, { path, part }: MadeCopy): boolean {
  return source?.textPath?.value === path && (source.copy?.value ?? null) === part;
}

function placesFor(brief: Brief, source: Source, copy: MadeCopy): (readonly TextEdit[])[] {
  const own = source.declarations.find(({ declaredIn }) => declaredIn === 'front-matter');
  if (own) {
    const below = pairsOf(copy).flatMap(([key, value]) => entryFieldEdit(brief, own.idSpan, key, value) ?? []);
    return [atEndOf(brief, own.span, own.idSpan, copy), below];
  }
  const { id, path, part } = copy;
  const url = source.url?.value ?? (source.doi ? doiUrl(source.doi.value) : null);
  const entry = {
    id,
    ...(url ? { url } : source.title ? { title: source.title.value } : {}),
    text: path,
    ...(part ? { copy: part } : {}),
  };
  const edit = inList(brief, entry) ?? inFlowList(brief, entry) ?? inNewList(brief, entry);
  return edit ? [[edit]] : [];
}

function pairsOf({ path, part }: MadeCopy): (readonly [string, string])[] {
  return [['text', path], ...(part ? [['copy', part] as const] : [])];
}

/** Below the last line of an entry that is written as a block; nothing for one in braces. */
function atEndOf({ text, lines }: Brief, span: Span, id: Span, copy: MadeCopy): readonly TextEdit[] {
  const before = text.slice(lines.startOf(lines.lineAt(id.start)), id.start);
  const key = /^([ \t]*)((?:-[ \t]+)?)(?:id|"id"|'id')[ \t]*:[ \t]*["']?$/.exec(before);
  if (!key) return [];
  const written = text.slice(span.start, span.end).trimEnd();
  const at = lines.endOf(lines.lineAt(span.start + written.length));
  const margin = `${key[1]}${(key[2] ?? '').replace('-', ' ')}`;
  const newText = pairsOf(copy)
    .map(([name, value]) => `${lineBreakOf(text)}${margin}${name}: ${value}`)
    .join('');
  return [{ span: { start: at, end: at }, newText }];
}

/** The edit of a file of the library: its keys come before the notes, if it has some. */
function inFile(file: SourceFile, copy: MadeCopy): readonly TextEdit[] | null {
  const { written } = file;
  const newLine = lineBreakOf(written);
  const closing = file.name.endsWith('.md') ? /^---[ \t]*\r?\n[\s\S]*?^(?=(?:---|\.\.\.)[ \t]*$)/m.exec(written) : null;
  const end = closing ? closing.index + closing[0].length : written.replace(/\s+$/, '').length;
  const lead = closing || end === 0 ? '' : newLine;
  const pairs = pairsOf(copy).map(([key, value]) => `${key}: ${value}`);
  const newText = `${lead}${pairs.join(newLine)}${closing ? newLine : ''}`;
  const edits = [{ span: { start: end, end }, newText }];
  const after = sourceFileOf(file, applyEdits(written, edits));
  const isSame = after?.yamlErrors.length === file.yamlErrors.length && after.declarations[0]?.id === copy.id;
  return isSame && says(after.declarations[0], copy) ? edits : null;
}

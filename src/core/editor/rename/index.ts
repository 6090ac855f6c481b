/** Renames a source, a footnote, a figure or a heading wherever its name is written. */

import { quoted } from '../../base/messages';
import { say } from '../../base/say';
import { applyEdits, type Span, type TextEdit } from '../../base/text';
import { parseChanged, relink } from '../../brief/parseBrief';
import { sourceOf } from '../../brief/queries/citedSources';
import {
  isElsewhere,
  type Name,
  type NameAt,
  nameAt,
  type Occurrence,
  occurrencesOf,
  sectionSlugs,
} from '../../brief/queries/occurrences';
import { bibliographyAt } from '../../brief/sources/fileOf';
import { unreadBibliographies } from '../../brief/sources/unreadBibliographies';
import type { Brief, Citation, FigureReference } from '../../brief/types';
import { renameInBibliography } from './bibliography';
import { renameInCitation } from './citations';
import { renameInDeclaration, renameInYaml, takesNumbersOnly } from './declarations';
import { isNumeral, isPlainKey, type Renaming, readNewName, shownName } from './newNames';
import { firstDifference } from './sameMeaning';
import type { ElsewhereEdits } from './sourceFile';

export type { ElsewhereEdits } from './sourceFile';

/** The changes of a rename. */
export interface Renamed {
  /** Edits of the brief; they don't overlap. */
  readonly edits: readonly TextEdit[];
  /** Edits of the bibliographies that declare the source. */
  readonly elsewhere: readonly ElsewhereEdits[];
}

/** The reason why a rename isn't possible: what is wrong and what to do, as plain text. */
export interface Refused {
  readonly refused: string;
}

/** The span that would be renamed at a place, with the name to edit. Null if nothing there has a name. */
export function renamableAt(brief: Brief, offset: number): { readonly span: Span; readonly name: string } | null {
  const found = nameAt(brief, offset);
  const name = found && nameOf(brief, found);
  return found && name !== null ? { span: found.span, name } : null;
}

/**
 * Renames the thing whose name is at a place. The edits touch only ids and the signs around them. The result is read again to
 * make sure that it means the same, except for the name. A number that becomes a key turns `[1]` into `[@usgs]`, and a key
 * that becomes a number the other way.
 *
 * @param written the new name, with or without the signs of a citation
 * @returns null if nothing there has a name
 */
export function renameAt(brief: Brief, offset: number, written: string): Renamed | Refused | null {
  const found = nameAt(brief, offset);
  const current = found && nameOf(brief, found);
  if (!found || current === null) return null;
  const { name } = found;
  if (name.kind !== 'section') return renameName(brief, name, written);
  const read = readNewName(name.kind, written);
  if ('refused' in read) return read;
  if (read.id === current) return { edits: [], elsewhere: [] };
  const edits = renameHeading(brief, name, read.id);
  return 'refused' in edits ? edits : { edits, elsewhere: [] };
}

/** Renames a source, a footnote or a figure, as {@link renameAt} does. */
export function renameName(brief: Brief, name: Name, written: string): Renamed | Refused {
  const read = readNewName(name.kind, written);
  if ('refused' in read) return read;
  if (read.id === name.id) return { edits: [], elsewhere: [] };
  return refusalOf(brief, name, read.id) ?? renameId(brief, name, read.id);
}

/** The name as people write it: an id, or the words of a heading. Null for a link to a heading that doesn't exist. */
function nameOf(brief: Brief, { name }: NameAt): string | null {
  if (name.kind === 'footnote') return name.id.slice(1);
  if (name.kind !== 'section') return name.id;
  const heading = occurrencesOf(brief, name).find(({ declares }) => declares);
  return heading ? brief.content.slice(heading.nameSpan.start, heading.nameSpan.end) : null;
}

/** Tells why a name is taken, or isn't possible for this source where it's declared; null if it's fine. */
function refusalOf(brief: Brief, name: Name, to: string): Refused | null {
  const shown = shownName(name.kind, to);
  const taken = occurrencesOf(brief, { kind: name.kind, id: to });
  const declared = taken.find(({ declares }) => declares);
  if (declared)
    return { refused: say('{0} is already declared, {1}. Choose another name.', shown, placeOf(brief, declared)) };
  const used = taken[0];
  if (used)
    return {
      refused: say('{0} is already used, {1}, for something else. Choose another name.', shown, placeOf(brief, used)),
    };
  if (name.kind !== 'source') return null;
  const source = sourceOf(brief, name.id);
  if (source?.partOf !== undefined)
    return {
      refused: say('{0} is the number of a passage. Cite another passage instead.', shownName('source', name.id)),
    };
  const [unread] = source ? [] : unreadBibliographies(brief);
  if (unread !== undefined) {
    const here = shownName('source', name.id);
    return {
      refused: say('{0} may be declared in {1}, which is not read here. Rename it there first.', here, quoted(unread)),
    };
  }
  if (isNumeral(to)) return null;
  const declarations = source?.declarations.filter(({ uri }) => uri === undefined) ?? [];
  const only = declarations.find(
    (declaration) =>
      takesNumbersOnly(brief, declaration) &&
      // If another declaration has the address, the link need not declare it.
      (declaration.declaredIn !== 'inline' ||
        declarations.every(({ declaredIn, url }) => declaredIn === 'inline' || !url)),
  );
  if (!only) return null;
  const line = brief.lines.lineAt(only.idSpan.start) + 1;
  const here = shownName('source', name.id);
  return {
    refused: say(
      'Line {0} declares {1} in a form that takes only a number. Choose a number, or declare the source in the front matter first.',
      line,
      here,
    ),
  };
}

function placeOf(brief: Brief, occurrence: Occurrence): string {
  if (!isElsewhere(occurrence) || occurrence.in !== 'declaration')
    return say('in line {0}', brief.lines.lineAt(occurrence.nameSpan.start) + 1);
  const path = bibliographyAt(brief, occurrence.declaration.uri ?? '')?.path;
  return path === undefined ? say('in a bibliography') : say('in {0}', path);
}

function renameId(brief: Brief, name: Name, to: string): Renamed | Refused {
  const occurrences = occurrencesOf(brief, name);
  const elsewhere = renameInBibliography(brief, occurrences.filter(isElsewhere), name.id, to);
  if ('refused' in elsewhere) return elsewhere;
  const edits = editsOf(brief, occurrences, { from: name.id, to, declared: declaredAfter(brief, name, to) });
  const text = applyEdits(brief.text, edits);
  const [before, after] =
    elsewhere.length > 0 ? withBibliography(brief, name, to, text) : [brief, parseChanged(brief, text)];
  const different = firstDifference(before, after, name, to);
  if (!different) return { edits, elsewhere };
  const line = after.lines.lineAt(different.start) + 1;
  if (name.kind === 'source' && sourceOf(brief, name.id) && !sourceOf(after, to))
    return {
      refused: say(
        'With the name {0}, the source would no longer be declared. Choose a number, or declare the source in the front matter first.',
        shownName(name.kind, to),
      ),
    };
  return {
    refused: say(
      'With the name {0}, line {1} would mean something else. Choose another.',
      shownName(name.kind, to),
      line,
    ),
  };
}

function editsOf(brief: Brief, occurrences: readonly Occurrence[], renaming: Renaming): TextEdit[] {
  const { text } = brief;
  const { to } = renaming;
  const edits = new Map<number, TextEdit>();
  const done = new Set<Citation>();
  const add = (found: readonly TextEdit[]) => {
    for (const edit of found) edits.set(edit.span.start, edit);
  };
  for (const occurrence of occurrences) {
    if (isElsewhere(occurrence)) continue;
    const { nameSpan: span } = occurrence;
    switch (occurrence.in) {
      case 'citation':
        if (!done.has(occurrence.citation)) add(renameInCitation(text, occurrence.citation, renaming));
        done.add(occurrence.citation);
        break;
      case 'declaration':
        add(renameInDeclaration(brief, occurrence, to));
        break;
      case 'figure':
        add([renameInYaml(text, span, to)]);
        break;
      case 'figure-reference':
        add([renameReference(text, occurrence.reference, to)]);
        break;
      default:
        add([{ span, newText: to }]);
    }
  }
  return [...edits.values()];
}

/** `{{share}}`, and `@fig:share` or `@{fig:share}` where the id could not be read without braces. */
function renameReference(text: string, { kind, idSpan }: FigureReference, to: string): TextEdit {
  const start = idSpan.start - 'fig:'.length;
  if (kind === 'value' || text[start - 1] === '{' || isPlainKey(to)) return { span: idSpan, newText: to };
  return { span: { start, end: idSpan.end }, newText: `{fig:${to}}` };
}

function declaredAfter({ sources }: Brief, { id: from }: Name, to: string): ReadonlySet<string> {
  return new Set(sources.map(({ id }) => (id === from ? to : id)));
}

/** Returns a brief, and the same brief with another text and with its bibliography renamed along. */
function withBibliography(brief: Brief, name: Name, to: string, changed: string): [Brief, Brief] {
  const { bibliography } = brief;
  const renamed = bibliography.map((file) =>
    file.declarations.some(({ id }) => id === name.id)
      ? {
          ...file,
          declarations: file.declarations.map((entry) => (entry.id === name.id ? { ...entry, id: to } : entry)),
        }
      : file,
  );
  const before = relink(brief, { bibliography });
  return [before, parseChanged(before, changed, { bibliography: renamed })];
}

/**
 * Renames a heading, and updates the links to it. If the address of another heading gets another number, its links are
 * updated, too.
 *
 * @returns the reason as a sentence if the heading can't have these words
 */
function renameHeading(brief: Brief, name: Name, words: string): TextEdit[] | { readonly refused: string } {
  const heading = occurrencesOf(brief, name).find(({ declares }) => declares);
  if (!heading) return { refused: say('This link matches no heading of this brief.') };
  const first: TextEdit = { span: heading.nameSpan, newText: words };
  const after = parseChanged(brief, applyEdits(brief.text, [first]));
  const ids = (parsed: Brief) => parsed.sources.map(({ id }) => id).join('\n');
  if (ids(after) !== ids(brief))
    return { refused: say('Under this heading, the entries below it would no longer be sources.') };
  const before = [...sectionSlugs(brief)];
  const slugs = [...sectionSlugs(after).values()];
  if (slugs.length !== before.length) return { refused: say('With these words, the line would not be a heading.') };
  const edits = [first];
  for (const [i, [id, slug]] of before.entries()) {
    const now = slugs[i] ?? slug;
    if (now === slug) continue;
    const links = occurrencesOf(brief, { kind: 'section', id }).filter(({ declares }) => !declares);
    if (now === '' && links.length > 0)
      return { refused: say('A link leads to this heading, so it needs a letter or a digit.') };
    for (const link of links) edits.push({ span: link.nameSpan, newText: asWritten(brief, link, now) });
  }
  return edits;
}

/** Writes a fragment with percent signs if it was written so before. */
function asWritten({ text }: Brief, { nameSpan }: Occurrence, slug: string): string {
  return text.slice(nameSpan.start, nameSpan.end).includes('%') ? encodeURIComponent(slug) : slug;
}

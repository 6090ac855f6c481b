/** Turns a pasted web address into a link, an entry or a citation. */

import type { NewSourceFile } from '../../base/problem';
import { safeUrl } from '../../base/safeUrl';
import { say } from '../../base/say';
import { applyEdits, overlaps, type Span, type TextEdit, touches } from '../../base/text';
import { addressesOf, hasAddress, siteOf, withoutTracking } from '../../base/urls';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief, Insight } from '../../brief/types';
import { describeSource } from '../../rules/fixes/cite';
import { declareSource, newSourceId } from '../../rules/fixes/declareSource';
import { newSourceFile } from '../../rules/fixes/sources/sourceInLibrary';
import { citeInFirst } from './citationPlace';

export interface PasteChoice {
  /** The kind; the edit of a `link` or a `value` replaces the selection. */
  readonly kind: 'link' | 'entry' | 'cite' | 'value';
  /** The title, worded as a command. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The file to create along with the edits, which cite its source. */
  readonly file?: NewSourceFile;
  /** True if most people want this there, rather than the bare address. */
  readonly preferred: boolean;
}

/**
 * Lists the choices for a pasted address: a link over selected words, an entry on an empty line of a list of sources, a
 * cited source in an insight. Nothing is fetched.
 *
 * @param selection where it is pasted
 * @returns no choices if the text isn't a web address, and in code and front matter
 */
export function pasteUrl(brief: Brief, selection: Span, pasted: string): readonly PasteChoice[] {
  const url = pasted.trim();
  if (!/^https?:\/\/\S+$/i.test(url) || safeUrl(url) === null || !isText(brief, selection)) return [];
  if (selection.start < selection.end) return asLink(brief, selection, url);
  const isEntry = sectionKindAt(brief, selection.start) === 'sources';
  const choice = isEntry ? asEntry(brief, selection.start, url) : asCitation(brief, selection.start, url);
  return choice ? [choice] : [];
}

function isText({ frontMatter, blocks }: Brief, { start, end }: Span): boolean {
  if (frontMatter && start < frontMatter.span.end) return false;
  const inCode = (kind: string) => kind === 'code' || kind === 'figure' || kind === 'html';
  return !blocks.some(({ kind, span }) => inCode(kind) && span.start < Math.max(end, start + 1) && start < span.end);
}

function sectionKindAt({ blocks, sections }: Brief, offset: number): string | undefined {
  const section = blocks.findLast(({ span }) => span.start <= offset)?.section ?? null;
  return section === null ? undefined : sections[section]?.kind;
}

/** Makes a link over plain words only: a link holds no other link, no citation, and no line breaks between paragraphs. */
function asLink({ text, citations, links }: Brief, selection: Span, url: string): PasteChoice[] {
  const words = text.slice(selection.start, selection.end);
  const isPlain = /[\p{L}\p{N}]/u.test(words) && !/[[\]`<>]|\n\s*\n|^\s|\s$|^https?:/i.test(words);
  if (!isPlain || [...citations, ...links].some(({ span }) => overlaps(span, selection))) return [];
  const target = /[()<>]/.test(url) ? `<${url.replace(/[<>]/g, encodeURIComponent)}>` : url;
  const edits = [{ span: selection, newText: `[${words}](${target})` }];
  return [{ kind: 'link', title: say('Link the selected words'), edits, preferred: true }];
}

/** Makes an entry on a line without text, except a list marker. If it wouldn't be read as one there, it goes elsewhere. */
function asEntry(brief: Brief, offset: number, url: string): PasteChoice | null {
  const { text, lines } = brief;
  const number = lines.lineAt(offset);
  const line = { start: lines.startOf(number), end: lines.endOf(number) };
  if (!/^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)?$/.test(text.slice(line.start, line.end))) return null;
  if (knownAs(brief, url) !== null) return null;
  // The marker alone may be read as an entry already, and take its number.
  const cleared: TextEdit = { span: line, newText: '' };
  const empty = line.start === line.end ? brief : parseChanged(brief, applyEdits(text, [cleared]));
  const id = newSourceId(empty, nameFor(url));
  const declaration = declareSource(empty, { id, url: withoutTracking(url) });
  if (!declaration) return null;
  const shift = declaration.span.start > line.start ? line.end - line.start : 0;
  const { start, end } = declaration.span;
  const moved = { span: { start: start + shift, end: end + shift }, newText: declaration.newText };
  const here = { span: line, newText: declaration.newText.trim() };
  // After the last entry, blank lines would separate the new entry from the list.
  const isBelow = number > lines.lineAt(start) + 1 && text.slice(start, line.start).trim() === '';
  const goesOn = /^\r?\n\S/.test(declaration.newText);
  const options = isBelow && goesOn ? [[cleared, moved], [here]] : [[here], [cleared, moved]];
  const edits = options.find((option) => declares(brief, empty, option, id));
  return edits ? { kind: 'entry', title: say('Add as a source'), edits, preferred: true } : null;
}

/** True if the edits declare the source, and one source more than `empty`, the brief without the text of the line. */
function declares(brief: Brief, empty: Brief, edits: readonly TextEdit[], id: string): boolean {
  const { sources } = parseChanged(brief, applyEdits(brief.text, edits));
  return sources.length === empty.sources.length + 1 && sources.some((source) => source.id === id);
}

/** Cites the address at the end of the sentence, or of the insight. */
function asCitation(brief: Brief, offset: number, url: string): PasteChoice | null {
  const at = brief.content.slice(0, offset).trimEnd().length;
  const isThere = /^[ \t]*$/.test(brief.content.slice(at, offset));
  const insight = isThere ? brief.insights.find(({ span }: Insight) => touches(span, at)) : undefined;
  const sentence = insight?.sentences.findLast(({ span }) => span.start <= at);
  const cite = insight && citeInFirst(brief, sentence ? [sentence.span, insight.span] : [insight.span]);
  if (!cite) return null;
  const known = knownAs(brief, url);
  if (known !== null) {
    const edit = cite(known);
    const source = brief.sources.find(({ id }) => id === known);
    const title = say('Cite {0}, which has this address', describeSource(source, known));
    return edit && { kind: 'cite', title, edits: [edit], preferred: false };
  }
  const title = say('Cite as a new source');
  const made = newSourceFile(brief, { url: withoutTracking(url) });
  if (made) {
    const citation = cite(made.id);
    return citation && { kind: 'cite', title, edits: [citation], file: made.file, preferred: false };
  }
  const id = newSourceId(brief, nameFor(url));
  const declaration = declareSource(brief, { id, url: withoutTracking(url) });
  const citation = cite(id);
  if (!declaration || !citation) return null;
  return { kind: 'cite', title, edits: [citation, declaration], preferred: false };
}

/** The id of the source that has this address; null if there is none. */
function knownAs({ sources }: Brief, url: string): string | null {
  const wanted = addressesOf({ url });
  return sources.find(({ declarations }) => declarations.some((one) => hasAddress(one, wanted)))?.id ?? null;
}

function nameFor(url: string): string {
  return siteOf(url)?.split('.')[0] ?? 'source';
}

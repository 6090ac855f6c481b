/** What a web address can become where it is pasted. */

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
  /** `link`: the edit replaces what is selected. */
  readonly kind: 'link' | 'entry' | 'cite';
  /** What it does, as a command. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The file that is to be made along with the edits, which cite its source. */
  readonly file?: NewSourceFile;
  /** Whether it is what most people mean there, rather than the bare address. */
  readonly preferred: boolean;
}

/**
 * What a pasted address can become besides itself: over selected words a link, on an empty line of a list of sources
 * an entry, in an insight a source that is cited there. Nothing is fetched.
 *
 * @param selection where it is pasted
 * @returns none for what is not a web address, and in code and front matter
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

/** Only over plain words: a link holds no other link, no citation, and no line breaks between paragraphs. */
function asLink({ text, citations, links }: Brief, selection: Span, url: string): PasteChoice[] {
  const words = text.slice(selection.start, selection.end);
  const isPlain = /[\p{L}\p{N}]/u.test(words) && !/[[\]`<>]|\n\s*\n|^\s|\s$|^https?:/i.test(words);
  if (!isPlain || [...citations, ...links].some(({ span }) => overlaps(span, selection))) return [];
  const target = /[()<>]/.test(url) ? `<${url.replace(/[<>]/g, encodeURIComponent)}>` : url;
  const edits = [{ span: selection, newText: `[${words}](${target})` }];
  return [{ kind: 'link', title: say('Link the selected words'), edits, preferred: true }];
}

/** On a line that is empty but for the marker of an item: there, if it is read as an entry there, else where entries go. */
function asEntry(brief: Brief, offset: number, url: string): PasteChoice | null {
  const { text, lines } = brief;
  const number = lines.lineAt(offset);
  const line = { start: lines.startOf(number), end: lines.endOf(number) };
  if (!/^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)?$/.test(text.slice(line.start, line.end))) return null;
  if (knownAs(brief, url) !== null) return null;
  // The marker of an item may pass for an entry already, and takes its number.
  const cleared: TextEdit = { span: line, newText: '' };
  const empty = line.start === line.end ? brief : parseChanged(brief, applyEdits(text, [cleared]));
  const id = newSourceId(empty, nameFor(url));
  const declaration = declareSource(empty, { id, url: withoutTracking(url) });
  if (!declaration) return null;
  const shift = declaration.span.start > line.start ? line.end - line.start : 0;
  const { start, end } = declaration.span;
  const moved = { span: { start: start + shift, end: end + shift }, newText: declaration.newText };
  const here = { span: line, newText: declaration.newText.trim() };
  // Behind the last entry, blank lines between would part it from the list.
  const isBelow = number > lines.lineAt(start) + 1 && text.slice(start, line.start).trim() === '';
  const goesOn = /^\r?\n\S/.test(declaration.newText);
  const options = isBelow && goesOn ? [[cleared, moved], [here]] : [[here], [cleared, moved]];
  const edits = options.find((option) => declares(brief, empty, option, id));
  return edits ? { kind: 'entry', title: say('Add as a source'), edits, preferred: true } : null;
}

/** Whether edits declare a source, besides those that there are without the line that it comes to. */
function declares(brief: Brief, empty: Brief, edits: readonly TextEdit[], id: string): boolean {
  const { sources } = parseChanged(brief, applyEdits(brief.text, edits));
  return sources.length === empty.sources.length + 1 && sources.some((source) => source.id === id);
}

/** At the end of the sentence, or of the insight. */
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

/** The id of the source that has this address. */
function knownAs({ sources }: Brief, url: string): string | null {
  const wanted = addressesOf({ url });
  return sources.find(({ declarations }) => declarations.some((one) => hasAddress(one, wanted)))?.id ?? null;
}

function nameFor(url: string): string {
  return siteOf(url)?.split('.')[0] ?? 'source';
}

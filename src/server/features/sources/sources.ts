import type { Brief } from '../../../core';
import { SOURCE_TEXTS } from '../../../core/base/sourceFields';
import { indexLines, type Span } from '../../../core/base/text';
import { toTextEdits } from '../../diagnostics/toLsp';
import type { OpenDocument } from '../../documents/document';
import { type PositionEncoding, positionsIn } from '../../documents/positions';
import { decoded, folderOf } from '../../documents/uris';
import { invalid, isRange, readLocated, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import type { AddSourceResult, Params, RenumberResult, SourceTexts } from '../../protocol';
import { newFile } from '../../workspace/newFile';
import type { Feature } from '../feature';

/** Renumbers the sources of a brief, and adds a source. */
export const sources: Feature = {
  register: ({ onDocument, agreement }) => {
    onDocument('brief/renumber', readLocated, (document) => renumber(document));
    onDocument('brief/addSource', readAddSourceParams, (document, asked) => add(document, asked, agreement().encoding));
  },
};

async function renumber(document: OpenDocument): Promise<RenumberResult> {
  const { organizeSources } = await import('../../../core/editor');
  const { version } = document;
  const brief = document.brief();
  const nothing = { version, renumbered: 0, edits: [] };
  if (!brief.sources.some(({ id }) => /^\^?\d+$/.test(id))) return { ...nothing, outcome: 'no numbers' };
  const organized = organizeSources(brief);
  if (typeof organized === 'string') return { ...nothing, outcome: organized };
  const { edits, renumbered } = organized;
  return { version, outcome: 'done', renumbered, edits: toTextEdits(document.positions, edits) };
}

async function add(
  document: OpenDocument,
  { written, source: known, range }: Params<'brief/addSource'>,
  encoding: PositionEncoding,
): Promise<AddSourceResult> {
  const { addSource } = await import('../../../core/editor');
  const brief = document.brief();
  const copyInLibrary = known?.text === undefined ? null : pathInLibrary(brief, document.uri, known.text);
  const place = { copyInLibrary, ...(range ? { selection: document.positions.spanOf(range) } : {}) };
  const added = addSource(brief, written, known, place);
  switch (added.kind) {
    case 'no place':
      return { kind: 'no place' };
    case 'known':
      return {
        ...(added.uri === undefined
          ? { kind: 'known', citation: added.citation, range: document.positions.rangeOf(added.span) }
          : knownElsewhere(brief, added.citation, added.uri, added.span)),
        ...(added.cite
          ? { cite: { version: document.version, edits: toTextEdits(document.positions, [added.cite]) } }
          : {}),
      };
    case 'added': {
      const { citation, text, title, file } = added;
      const after = positionsIn(text, indexLines(text), encoding);
      const source = {
        citation,
        edits: toTextEdits(document.positions, added.edits),
        title: after.rangeOf(title),
        ...(file ? { file: newFile(file, encoding, copyOf(document.uri, known?.text)) } : {}),
      };
      return { kind: 'added', version: document.version, source };
    }
  }
}

type KnownSource = Extract<AddSourceResult, { kind: 'known' }>;

/** Returns the place of a source in the file of a library; its first line if the place is not known any more. */
function knownElsewhere(brief: Brief, citation: string, uri: string, span: Span): KnownSource {
  const lines = brief.bibliography.find((file) => file.uri === uri)?.lines;
  const start = { line: 0, character: 0 };
  return { kind: 'known', citation, uri, range: lines?.rangeOf(span) ?? { start, end: start } };
}

/** Returns the path of a local copy relative to the library; null if the copy is not in its folder. */
function pathInLibrary({ library }: Brief, uri: string, path: string): string | null {
  if (library?.uri === undefined) return null;
  const copy = decoded(copyOf(uri, path) ?? '');
  const folder = `${decoded(library.uri)}/`;
  return copy.startsWith(folder) ? copy.slice(folder.length) : null;
}

/** Returns the address of a local copy that lies beside a brief; null without a path. */
function copyOf(uri: string, path: string | undefined): string | null {
  const parts = path?.split('/').filter((part) => part !== '.') ?? [];
  return parts.length === 0 ? null : [folderOf(uri), ...parts.map(encodeURIComponent)].join('/');
}

function readAddSourceParams(method: string, params: unknown): Params<'brief/addSource'> {
  const written = part(params, 'written');
  if (typeof written !== 'string') throw invalid(method, 'written must be a text');
  const source = part(params, 'source');
  const range = part(params, 'range');
  if (range !== undefined && !isRange(range)) throw invalid(method, 'range must have a start and an end');
  return {
    textDocument: readTextDocument(method, params),
    written,
    ...(source === undefined ? {} : { source: readFields(source) }),
    ...(range === undefined ? {} : { range }),
  };
}

const TEXTS = [...SOURCE_TEXTS, 'text'] as const;

function readFields(source: unknown): SourceTexts {
  const fields: { -readonly [Key in keyof SourceTexts]: SourceTexts[Key] } = {};
  for (const key of TEXTS) {
    const value = part(source, key);
    if (value === undefined) continue;
    if (typeof value !== 'string') throw invalid('brief/addSource', `source.${key} must be a text`);
    fields[key] = value;
  }
  const authors = part(source, 'authors');
  if (authors === undefined) return fields;
  if (!Array.isArray(authors) || !authors.every((author) => typeof author === 'string'))
    throw invalid('brief/addSource', 'source.authors must be a list of texts');
  return { ...fields, authors };
}

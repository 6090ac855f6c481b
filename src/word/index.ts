/** A brief as a document for Word. A bundle of its own, loaded when one is asked for. */
import { Document, Footer, NumberFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Brief } from '../core/brief/types';
import { blocksOf, paragraph } from './blocks';
import { inlineOf, run } from './inline';
import { numberingOf } from './lists';
import { type Note, readNotes } from './notes';
import { finish } from './pack';
import {
  type Element,
  elementsBelow,
  elementsIn,
  findIn,
  hasClass,
  type Node,
  readPage,
  textOf,
  xmlText,
} from './page';
import { type Block, TOP } from './place';
import { sourceWords } from './sourceWords';
import { stylesOf } from './styles';
import { bookmarksOf, numberedIn, sourcesHeading, type Writing } from './writing';

export interface DocumentOptions {
  readonly paper: 'A4' | 'Letter';
  /** Reads an image of the brief's folder, by the path in the brief; null if it can't be read. Its words then stand for it. */
  readonly readImage: (path: string) => Promise<Uint8Array | null>;
}

/** Sizes of paper and its margin, in twentieths of a point. */
const PAPERS = { A4: { width: 11906, height: 16838 }, Letter: { width: 12240, height: 15840 } } as const;
const MARGIN = 1304;

/**
 * Writes a brief as DOCX; the same brief gives the same bytes.
 *
 * @param html the content of its page, with its drawings and images and without evidence
 */
export async function writeDocx(
  brief: Brief,
  html: string,
  { paper, readImage }: DocumentOptions,
): Promise<Uint8Array> {
  const page = readPage(html);
  const article = findIn(page, ({ name }) => name === 'article') ?? page;
  const size = PAPERS[paper];
  let lists = 0;
  const writing: Writing = {
    notes: readNotes(article),
    bookmarks: bookmarksOf(article),
    numbered: numberedIn(article),
    files: await readImages(article, readImage),
    width: size.width - 2 * MARGIN,
    direction: article.attributes['dir'] === 'rtl' ? 'rtl' : 'ltr',
    sources: sourcesHeading(article),
    comments: [],
    inNote: false,
    nextList: () => ++lists,
  };
  const { sources, remarks } = writing.notes;
  const document = new Document({
    ...propertiesOf(brief),
    styles: stylesOf(brief.language, writing.direction),
    numbering: { config: numberingOf(article) },
    endnotes: notesOf(sources, (note) => [sourceNote(note, writing)]),
    footnotes: notesOf(remarks, (note) => remarkNote(note, writing)),
    sections: [
      {
        properties: {
          page: { size, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
          // Both kinds of notes in numbers could not be told apart.
          footnoteProperties: { numberFormat: { type: NumberFormat.LOWER_LETTER } },
          endnoteProperties: { numberFormat: { type: NumberFormat.DECIMAL } },
        },
        footers: { default: footer() },
        children: bodyOf(article, writing),
      },
    ],
    // Known once the body is written.
    ...(writing.comments.length > 0 && { comments: { children: writing.comments } }),
  });
  const packed = await Packer.pack(document, 'uint8array');
  const { published, updated } = brief.frontMatter ?? {};
  return finish(packed, {
    created: published?.value ?? updated?.value,
    modified: updated?.value ?? published?.value,
  });
}

function propertiesOf({ title, frontMatter }: Brief) {
  const authors = frontMatter?.authors.map(({ value }) => value).join('; ') ?? '';
  const properties = {
    title: title?.value ?? '',
    subject: frontMatter?.subtitle?.value ?? '',
    creator: authors || (frontMatter?.publisher?.value ?? ''),
    lastModifiedBy: authors || (frontMatter?.publisher?.value ?? ''),
    keywords: frontMatter?.tags.map(({ value }) => value).join('; ') ?? '',
    description: frontMatter?.summary?.value ?? '',
  };
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, xmlText(value)]));
}

async function readImages(page: Element, read: DocumentOptions['readImage']): Promise<Map<string, Uint8Array>> {
  const attributes = [...elementsBelow(page)].map((each) => each.attributes);
  const paths = new Set(attributes.flatMap(({ 'data-src': path }) => path ?? []));
  const files = new Map<string, Uint8Array>();
  for (const { src } of attributes) if (src) files.set(src, bytesOf(src));
  for (const path of paths) {
    const bytes = await read(path);
    if (bytes) files.set(path, bytes);
  }
  return files;
}

/** Decodes an image that stands in the page itself, as Base64. */
function bytesOf(address: string): Uint8Array {
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
}

/** Writes the page without its lists of sources and remarks, which become notes. Sources that nothing cites come at the end. */
function bodyOf(article: Element, writing: Writing): Block[] {
  const { notes } = writing;
  const parts = elementsIn(article).flatMap((part) => (hasClass(part, 'body') ? elementsIn(part) : [part]));
  const rest: Block[] = [];
  const blocks = parts.flatMap((part, index): Block[] => {
    const next = parts[index + 1];
    const before = /^h[1-6]$/.test(part.name) && next;
    if (before && hasClass(next, 'notes')) return notes.unused.length > 0 ? blocksOf([part], writing, TOP) : [];
    if (before && hasClass(next, 'sources')) {
      // Endnotes stand at the end of a document, and so does what heads them.
      rest.push(...blocksOf([part], writing, TOP));
      return [];
    }
    if (hasClass(part, 'notes')) return notes.unused.flatMap((entry) => blocksOf(contentOf(entry), writing, TOP));
    return blocksOf([part], writing, TOP);
  });
  const uncited = notes.uncited.map((entry) => uncitedSource(entry, writing));
  return [...blocks, ...rest, ...uncited];
}

/** Writes a source that nothing cites, and that has no note, with its label and a tag that says so. */
function uncitedSource(entry: Element, writing: Writing): Paragraph {
  const label = findIn(entry, (element) => hasClass(element, 'source-id'));
  const state = findIn(entry, (element) => hasClass(element, 'back'));
  const start = [run(`[${label ? textOf(label) : ''}] `), ...inlineOf(sourceWords(entry), writing)];
  // A source that only a remark cites is given there.
  const isCited = state === null || elementsIn(state).length > 0;
  const end = isCited ? [] : [run(' '), run(`[${textOf(state)}]`, { style: 'Tag' })];
  return paragraph([...start, ...end], writing, { ...TOP, style: 'EndnoteText' });
}

// ── Notes ───────────────────────────────────────────────────────────────────────────────────────────────────

function notesOf(
  notes: ReadonlyMap<string, Note>,
  write: (note: Note) => readonly Paragraph[],
): Record<string, { children: readonly Paragraph[] }> {
  return Object.fromEntries([...notes.values()].map((note) => [String(note.id), { children: write(note) }]));
}

function sourceNote({ entry }: Note, writing: Writing): Paragraph {
  const words = inlineOf(sourceWords(entry), writing);
  return paragraph([run(' '), ...words], writing, { ...TOP, style: 'EndnoteText' });
}

function remarkNote({ entry }: Note, writing: Writing): Paragraph[] {
  const inside = { ...writing, inNote: true };
  const blocks = blocksOf(contentOf(entry), inside, {
    ...TOP,
    style: 'FootnoteText',
    lead: { start: {}, runs: [run(' ')] },
  });
  const paragraphs = blocks.filter((block) => block instanceof Paragraph);
  return paragraphs.length > 0 ? paragraphs : [paragraph([], writing, { ...TOP, style: 'FootnoteText' })];
}

function contentOf(entry: Element): readonly Node[] {
  return entry.children.filter((child) => !hasClass(child, 'note-number'));
}

function footer(): Footer {
  return new Footer({
    children: [new Paragraph({ style: 'Footer', children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
  });
}

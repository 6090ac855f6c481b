/** Word documents (DOCX) as reports: headings, lists, tables, links, looks and notes as Markdown. */
import { say } from '../../core/base/say';
import type { ReadReport } from '../pages/webPage';
import { MarkdownWriter } from '../pastedHtml/markdownWriter';
import { readArchive } from './archive';
import { type Context, writeBody } from './body';
import { readThreads } from './comments';
import { readMarks, writeNotes } from './notes';
import { readLinks, readNumbering, readStyles } from './parts';

/**
 * Turns a document into Markdown, with its comments as threads. Pictures, deleted text and tables of contents are left out.
 * Nothing is loaded from elsewhere, and no macro is looked at.
 */
export function readWordDocument(bytes: Uint8Array): ReadReport {
  const parts = readArchive(bytes);
  return 'error' in parts ? { error: parts.error } : readParts(parts, true);
}

/**
 * The same of the parts of a document, by their names.
 *
 * @param withComments whether its comments are read: those in a source are nothing that it says
 */
export function readParts(parts: ReadonlyMap<string, string>, withComments = false): ReadReport {
  const part = (name: string) => parts.get(`word/${name}`) ?? '';
  const document = part('document.xml');
  const styles = readStyles(part('styles.xml'));
  const isOwn = part('styles.xml').includes('w:styleId="TagOwn"');
  const labels = { footnote: new Map<string, string>(), endnote: new Map<string, string>() };
  let next = 1;
  const labelOf: Context['labelOf'] = (kind, id) => {
    const label = labels[kind].get(id) ?? String(next++);
    labels[kind].set(id, label);
    return label;
  };
  const marked = readMarks(document, labelOf);
  const contextFor = (name: string): Context => ({
    styles,
    numbering,
    links: readLinks(part(`_rels/${name}.xml.rels`)),
    below: usesTitle ? 1 : 0,
    hasOneKindOfNotes,
    marked,
    isOwn,
    labelOf,
    threads: withComments && name === 'document' ? threads : NO_THREADS,
  });
  const threads = readThreads(part('comments.xml'), part('commentsExtended.xml'));
  const numbering = readNumbering(part('numbering.xml'));
  const usesTitle = [...document.matchAll(STYLE)].some(([, id = '']) => styles.get(id)?.level === 0);
  const hasOneKindOfNotes = !document.includes('<w:footnoteReference') || !document.includes('<w:endnoteReference');
  const writer = new MarkdownWriter();
  if (!writeBody(document, writer, contextFor('document')))
    return { error: say('its elements are nested more than 1,000 deep') };
  const body = writer.whole();
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) =>
    writeNotes(part(`${kind}s.xml`), labels[kind], contextFor(`${kind}s`)),
  );
  return { markdown: `${[body, ...notes].join('\n\n')}\n`, leftOut: [] };
}

const NO_THREADS: ReadonlyMap<string, string> = new Map();

/** The style that a paragraph has. */
const STYLE = /<w:pStyle w:val="([^"]{0,500})"/g;

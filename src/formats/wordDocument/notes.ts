import { MarkdownWriter } from '../pastedHtml/markdownWriter';
import { type Context, SKIPPED, writeBody } from './body';
import { readXml } from './xml';

/**
 * The notes of a document as definitions of footnotes, `[^1]: …`, those that the text refers to.
 *
 * @param labels the label of each note by its id, in the order of the text
 */
export function writeNotes(xml: string, labels: ReadonlyMap<string, string>, context: Context): string[] {
  const stretches = stretchesOf(xml);
  return [...labels].flatMap(([id, label]) => {
    const stretch = stretches.get(id);
    if (stretch === undefined) return [];
    const writer = new MarkdownWriter();
    writeBody(stretch, writer, context);
    const text = writer
      .whole()
      .replace(/\s*\n\s*/g, ' ')
      .trim();
    return text === '' ? [] : [`[^${label}]: ${text}`];
  });
}

/** The label of the first note in each bookmark, by the name of that: a field refers to it again, also before it. */
export function readMarks(xml: string, labelOf: Context['labelOf']): ReadonlyMap<string, string> {
  const marked = new Map<string, string>();
  const open = new Map<string, string>();
  let skipped = 0;
  readXml(xml, {
    open: (name, attributes) => {
      const id = attributes['w:id'] ?? '';
      if (SKIPPED.has(name)) skipped++;
      else if (skipped > 0) return;
      else if (name === 'w:bookmarkStart') open.set(id, attributes['w:name'] ?? '');
      else if (name === 'w:bookmarkEnd') open.delete(id);
      else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
        const label = labelOf(name === 'w:footnoteReference' ? 'footnote' : 'endnote', id);
        for (const bookmark of open.values()) marked.set(bookmark, label);
        open.clear();
      }
    },
    close: (name) => {
      if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
    },
  });
  return marked;
}

/** The XML of each note by its id. Notes are not nested. */
function stretchesOf(xml: string): ReadonlyMap<string, string> {
  const stretches = new Map<string, string>();
  for (const piece of xml.split(/<w:(?:foot|end)note(?=\s)/).slice(1)) {
    const [, attributes = '', content = ''] = /^([^<>]*)>([\s\S]*)$/.exec(piece) ?? [];
    const id = /\bw:id="(-?\d{1,10})"/.exec(attributes)?.[1];
    if (id !== undefined) stretches.set(id, content.split(/<\/w:(?:foot|end)note>/, 1)[0] ?? '');
  }
  return stretches;
}

import { createMarkdownWriter } from '../pastedHtml/markdownWriter';
import { type Context, writeBody } from './body';

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
    const writer = createMarkdownWriter();
    writeBody(stretch, writer, context);
    const text = writer
      .whole()
      .replace(/\s*\n\s*/g, ' ')
      .trim();
    return text === '' ? [] : [`[^${label}]: ${text}`];
  });
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

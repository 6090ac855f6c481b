import { Parser } from 'htmlparser2';

/** What is told of the elements of an XML text, in order, by their names with prefixes as Word writes them. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Documents of Word nest less than a hundred deep. */
const DEEPEST = 1000;

/**
 * Reads XML. Entities that a document type declares are not expanded, and nothing is loaded.
 *
 * @returns whether it was read to its end: not where it is nested too deep
 */
export function readXml(xml: string, events: XmlEvents): boolean {
  let depth = 0;
  // The parser tells character references by themselves.
  let text = '';
  const flush = () => {
    if (text !== '') events.text?.(text);
    text = '';
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        flush();
        if (++depth > DEEPEST) parser.pause();
        else events.open(name, attributes);
      },
      onclosetag: (name) => {
        flush();
        depth--;
        events.close?.(name);
      },
      ontext: (part) => {
        text += part;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  if (depth > DEEPEST) return false;
  parser.end();
  return true;
}

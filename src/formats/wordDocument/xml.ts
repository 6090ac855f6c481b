import { Parser } from 'htmlparser2';

/** Callbacks for the elements of an XML text, in order. Names have the prefixes that Word writes. */
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
 * @returns false if it is nested too deep, so that not all was read
 */
export function readXml(xml: string, events: XmlEvents): boolean {
  let depth = 0;
  // The parser gives each character reference as a text of its own.
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

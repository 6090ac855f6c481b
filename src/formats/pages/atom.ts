import { readXml } from '../wordDocument/xml';

/** The first entry of a feed, by the names of its elements: RFC 4287, with what arXiv adds. */
export interface AtomEntry {
  /** The texts of its elements, in order, by their names without a prefix. Authors stand under `name`. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

/** @returns null where there is no entry */
export function readAtomEntry(xml: string): AtomEntry | null {
  const texts = new Map<string, string[]>();
  const nameOf = (name: string) => name.replace(/^.*:/, '');
  let isIn = false;
  let isRead = false;
  let text = '';
  const isWhole = readXml(xml, {
    open: (name) => {
      if (nameOf(name) === 'entry' && !isRead) isIn = true;
      text = '';
    },
    text: (more) => {
      if (isIn) text += more;
    },
    close: (written) => {
      const name = nameOf(written);
      if (name === 'entry' && isIn) {
        isIn = false;
        isRead = true;
      }
      const words = text.replace(/\s+/g, ' ').trim();
      const same = texts.get(name);
      if (isIn && words !== '' && same) same.push(words);
      else if (isIn && words !== '') texts.set(name, [words]);
      text = '';
    },
  });
  return isWhole && isRead ? { texts } : null;
}

import { Parser } from 'htmlparser2';

/** The first entry of a feed, by the names of its elements: RFC 4287, with what arXiv adds. */
export interface AtomEntry {
  /** The texts of its elements, in order, by their names without a prefix. Authors stand under `name`. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

const DEEPEST = 20;

/** @returns null where there is no entry */
export function readAtomEntry(xml: string): AtomEntry | null {
  const texts = new Map<string, string[]>();
  const open: string[] = [];
  let isIn = false;
  let isRead = false;
  let text = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        open.push(name.replace(/^.*:/, ''));
        if (open.length > DEEPEST) parser.pause();
        if (open.at(-1) === 'entry' && !isRead) isIn = true;
        text = '';
      },
      ontext: (more) => {
        if (isIn) text += more;
      },
      onclosetag: () => {
        const name = open.pop() ?? '';
        if (name === 'entry' && isIn) {
          isIn = false;
          isRead = true;
        }
        const words = text.replace(/\s+/g, ' ').trim();
        if (isIn && words !== '') {
          const before = texts.get(name);
          if (before) before.push(words);
          else texts.set(name, [words]);
        }
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  if (open.length > DEEPEST) return null;
  parser.end();
  return isRead ? { texts } : null;
}

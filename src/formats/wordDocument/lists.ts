import type { MarkdownWriter } from '../pastedHtml/markdownWriter';
import type { ListLevel } from './parts';

/** Word has no lists, only paragraphs that say which list and which level they belong to. */
export interface Lists {
  /** Begins an item of a list at a depth, from 0. */
  item(id: string, depth: number): void;
  /** Ends all that are open. */
  close(): void;
}

/** Word has nine levels. */
const DEEPEST = 8;

export function createLists(writer: MarkdownWriter, numbering: ReadonlyMap<string, ListLevel>): Lists {
  const open: string[] = [];
  /** The next number of each level of each counter: it goes on where text stood in between. */
  const counts = new Map<string, number>();
  const closeTo = (depth: number) => {
    for (; open.length > depth; open.pop()) writer.closeList();
  };
  return {
    item: (id, given) => {
      // A document may say any number.
      const depth = Math.min(Math.max(Math.trunc(given), 0), DEEPEST);
      const wanted = Math.min(depth, open.length);
      closeTo(wanted + 1);
      if (open.length === wanted + 1 && open.at(-1) !== id) closeTo(wanted);
      const { isOrdered = false, counter = id, start = 1 } = numbering.get(`${id}/${depth}`) ?? {};
      const key = `${counter}/${depth}`;
      const number = counts.get(key) ?? start;
      if (open.length === wanted) {
        writer.openList(isOrdered ? number : null);
        open.push(id);
      }
      counts.set(key, number + 1);
      // A deeper level counts again below each item.
      for (let deeper = depth + 1; deeper <= DEEPEST; deeper++) counts.delete(`${counter}/${deeper}`);
      writer.item();
    },
    close: () => closeTo(0),
  };
}

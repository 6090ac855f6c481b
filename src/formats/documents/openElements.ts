import { signBefore } from '../mathMl';
import { ENDED_BY, isUnread, VOID } from './elements';

/** The elements that are open at a place in a page, as far as their tags tell. */
export interface OpenElements {
  /** True if content here is shown to a reader, as text of the page. */
  readonly read: boolean;
  has(name: string): boolean;
  /**
   * @param isLeftOut true if this element is left out, besides those that are never text of a page
   * @returns the sign before the element in a formula
   */
  open(name: string, attributes: ReadonlyMap<string, string>, isLeftOut: boolean): string;
  /** Closes the innermost element of this name, with all in it. Does nothing if no such element is open. */
  close(name: string): void;
}

/** Each element is opened and closed once, so that any input takes linear time. */
export function createOpenElements(): OpenElements {
  const stack: { readonly name: string; readonly unread: boolean; children: number }[] = [];
  const counts = new Map<string, number>();
  let unread = 0;
  const pop = (): string | undefined => {
    const last = stack.pop();
    if (!last) return undefined;
    counts.set(last.name, (counts.get(last.name) ?? 1) - 1);
    if (last.unread) unread--;
    return last.name;
  };
  const has = (name: string) => (counts.get(name) ?? 0) > 0;
  return {
    get read() {
      return unread === 0;
    },
    has,
    open: (name, attributes, isLeftOut) => {
      const ended = ENDED_BY.get(name);
      while (ended?.has(stack.at(-1)?.name ?? '')) pop();
      const parent = stack.at(-1);
      const sign = parent ? signBefore(parent.name, parent.children++) : '';
      if (VOID.has(name)) return sign;
      const element = { name, unread: isLeftOut || isUnread(name, attributes), children: 0 };
      stack.push(element);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (element.unread) unread++;
      return sign;
    },
    close: (name) => {
      if (has(name)) while (pop() !== name);
    },
  };
}

/** Marks the block of the page that the editor's cursor is in. */
import type { Mark } from './content';

export interface CursorMark {
  /** Marks the block at a zero-based line of the text; null: none. */
  set(line: number | null): void;
  /** The content has changed. */
  refresh(): void;
}

const CLASS = 'at-cursor';

/** @param marksOf gives the elements that run in parallel with the text, in the order of the page */
export function markCursor(root: HTMLElement, marksOf: () => Iterable<Mark>): CursorMark {
  let line: number | null = null;

  const refresh = () => {
    const block = line === null ? null : blockAt(line, marksOf());
    for (const marked of root.querySelectorAll(`.${CLASS}`)) if (marked !== block) marked.classList.remove(CLASS);
    block?.classList.add(CLASS);
  };
  return {
    set(next) {
      line = next;
      refresh();
    },
    refresh,
  };
}

/** The innermost of the last that start at or above a line. */
function blockAt(line: number, marks: Iterable<Mark>): HTMLElement | null {
  let found: Mark | null = null;
  for (const mark of marks) if (mark.line <= line && mark.line >= (found?.line ?? 0)) found = mark;
  return found?.element ?? null;
}

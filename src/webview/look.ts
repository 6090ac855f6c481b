/** The buttons for the look of a brief: all of it or what needs work, as it is or beside its evidence. */
import type { Look } from './messages';

export interface LookButtons {
  readonly look: Look;
  /** Sets the look that the host asks for. */
  set(look: Look): void;
  /** Sets the states of the buttons in content that isn't in the page yet. */
  dress(content: ParentNode): void;
}

/** @param chosen is called when the reader has chosen another look */
export function createLook(root: HTMLElement, chosen: (look: Look) => void): LookButtons {
  let look: Look = { review: false, filter: null };
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('.tool') : null;
    if (!button) return;
    const filter = filterOf(button);
    if (button.hasAttribute('data-view')) set({ ...look, review: !look.review });
    else {
      const shown = root.querySelector<HTMLElement>(`.tool[data-filter="${look.filter}"]`);
      set({ ...look, filter: look.filter === filter ? null : filter });
      // The button that shows all is hidden then: the keyboard goes on from the filter.
      if (filter === null) shown?.focus();
    }
    chosen(look);
  });

  return {
    get look() {
      return look;
    },
    set,
    dress,
  };

  function set(next: Look): void {
    look = next;
    // The style sheet applies the filter, so nothing needs to be done when the content changes.
    if (look.filter === null) root.removeAttribute('data-filter');
    else root.setAttribute('data-filter', look.filter);
    dress(root);
  }

  function dress(content: ParentNode): void {
    for (const button of content.querySelectorAll<HTMLElement>('.tool[aria-pressed]')) {
      const pressed = button.hasAttribute('data-view') ? look.review : look.filter === filterOf(button);
      if (button.getAttribute('aria-pressed') !== String(pressed)) button.setAttribute('aria-pressed', String(pressed));
    }
  }
}

/** @returns null for the button that shows all */
function filterOf(button: HTMLElement): NonNullable<Look['filter']> | null {
  const filter = button.getAttribute('data-filter');
  return filter === 'uncited' || filter === 'doubt' || filter === 'comment' ? filter : null;
}

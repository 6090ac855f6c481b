/** The pen: one button that stands in the block under the pointer or around the focus, and leads to its source text. */

export interface Pen {
  readonly element: HTMLButtonElement;
  /** Names it, in the language of the brief. */
  setLabel(label: string): void;
}

const DRAWING =
  '<svg viewBox="0 0 16 16" width="15" height="15" fill="none" stroke="currentColor" stroke-width="1.3" aria-hidden="true"><path d="M10.8 2.6l2.6 2.6-8 8-3.2.6.6-3.2zM9.2 4.2l2.6 2.6"/></svg>';

/** @param used is called with the block that the pen stands in, when it is used */
export function placePen(root: HTMLElement, used: (block: HTMLElement) => void): Pen {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'pen';
  element.innerHTML = DRAWING;
  element.addEventListener('click', (event) => {
    event.stopPropagation();
    const block = element.parentElement;
    if (block) used(block);
  });
  element.addEventListener('dblclick', (event) => event.stopPropagation());

  /** The last position of the pointer on the screen. */
  let pointer = '';
  /** True if the pointer has moved. If it rests, the page may have moved below it, for a reader who uses the keyboard. */
  const hasMoved = ({ screenX, screenY }: PointerEvent) => {
    const before = pointer;
    pointer = `${screenX},${screenY}`;
    return pointer !== before;
  };
  const follow = (event: Event) => {
    if (event instanceof PointerEvent && !hasMoved(event)) return;
    const target = event.target instanceof Element ? event.target : null;
    const block = target?.closest<HTMLElement>('[data-line], [data-at]');
    if (!block || block === element.parentElement || element.contains(target)) return;
    // The pen stays where it is while it has the focus, and while a selection is drawn.
    if (event instanceof PointerEvent && (event.buttons !== 0 || document.activeElement === element)) return;
    block.append(element);
  };
  root.addEventListener('pointerover', follow);
  root.addEventListener('pointermove', hasMoved, { passive: true });
  root.addEventListener('focusin', follow);
  root.addEventListener('pointerleave', () => {
    if (!element.parentElement?.contains(document.activeElement)) element.remove();
  });

  return {
    element,
    setLabel: (label) => {
      element.title = label;
      element.setAttribute('aria-label', label);
    },
  };
}

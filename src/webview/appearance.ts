/** Applies the look that the reader wants: font, size, line height, and style sheets of their own. */
import type { ToPage } from './messages';

type AppearanceMessage = Extract<ToPage, { type: 'appearance' }>;

/** Properties of our style that override its values for each language. */
const FONT = '--font';
const LINE_HEIGHT = '--line-height';

/** Marks the style sheets that are the reader's. */
const USER_STYLE = 'data-user-style';

/**
 * Applies what the reader has set. What is at the top of the view stays there, whatever changes its size.
 *
 * @param changed is called when the layout has changed
 */
export function createAppearance(root: HTMLElement, changed: () => void): (message: AppearanceMessage) => void {
  const page = document.documentElement;

  /** Changes the look of the page, and brings what was at the top of the view back there. */
  function inPlace(change: () => void): void {
    const anchor = anchorOf(root);
    change();
    if (anchor) window.scrollBy({ top: anchor.moved(), behavior: 'instant' });
    changed();
  }

  return ({ fontFamily, fontSize, lineHeight, styles }) => {
    inPlace(() => {
      // The page's policy forbids styles in HTML. Styles that its own script sets aren't loaded from anywhere.
      set(page, FONT, CSS.supports('font-family', fontFamily) ? fontFamily : '');
      set(page, LINE_HEIGHT, lineHeight === null ? '' : String(lineHeight));
      set(page, 'font-size', fontSize === null ? '' : `${fontSize}px`);
    });
    load(styles);
  };

  /** Loads those style sheets in their order. One that was there before goes when the new ones are there. */
  function load(styles: readonly string[]): void {
    const before = [...document.querySelectorAll<HTMLLinkElement>(`link[${USER_STYLE}]`)];
    if (before.map((link) => link.href).join('\n') === styles.join('\n')) return;
    const loads = styles.map((href) => {
      const link = document.createElement('link');
      // Until it counts, the sheet is loaded for no medium.
      Object.assign(link, { rel: 'stylesheet', href, media: 'not all' });
      link.setAttribute(USER_STYLE, '');
      const loaded = new Promise<void>((done) => {
        link.addEventListener('load', () => done());
        // A sheet that can't be loaded styles nothing.
        link.addEventListener('error', () => done());
      });
      document.head.append(link);
      return { link, loaded };
    });
    void Promise.all(loads.map(({ loaded }) => loaded)).then(() =>
      inPlace(() => {
        for (const link of before) link.remove();
        for (const { link } of loads) link.media = 'all';
      }),
    );
  }
}

function set(element: HTMLElement, property: string, value: string): void {
  if (value === '') element.style.removeProperty(property);
  else element.style.setProperty(property, value);
}

interface Anchor {
  /** Returns the distance from its former place in the view, in CSS pixels. */
  moved(): number;
}

/** Finds the block at the top of the view; null at the top of the page, or if there is no such block. */
function anchorOf(root: HTMLElement): Anchor | null {
  if (window.scrollY < 1) return null;
  let cut: Anchor | null = null;
  for (const element of root.querySelectorAll<HTMLElement>('[data-line], [data-at]')) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (bottom <= 0 || height === 0) continue;
    if (top >= window.innerHeight / 2) break;
    const now = () => element.getBoundingClientRect();
    if (top >= 0) return { moved: () => now().top - top };
    // A block that the edge of the view cuts stays cut at the same share of its height.
    cut = { moved: () => now().top - (top / height) * now().height };
  }
  return cut;
}

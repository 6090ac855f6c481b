/** The outline of the page: links to its sections. It needs no script; with the preview's it tells where the reader is. */
import { element, type Html, join, nothing, text } from '../html';
import type { Page, PageHeading } from '../page';

/** A page with fewer sections is seen at a glance. */
const FEWEST = 3;

/**
 * Beside the text where there is room, else behind a button: which of both, the style says. Written after the body, when
 * it is known what the page shows.
 *
 * @returns nothing for a page of few sections
 */
export function renderOutline({ headings, words }: Page): Html {
  const shown = headings.filter(({ level, words: heading }) => level <= 3 && heading !== '');
  if (shown.length < FEWEST) return nothing;
  const name = words.contents;
  const opens = { type: 'button', class: 'outline-button', popovertarget: LIST, title: name, 'aria-label': name };
  return element(
    'nav',
    { class: 'outline', 'aria-label': name },
    element('button', opens, DRAWING),
    element('div', { class: 'outline-list', id: LIST, popover: true }, nameOf(name), renderList(shown)),
  );
}

const LIST = 'outline';

/** For the eye: to all others the navigation has its name. */
const nameOf = (name: string) => element('p', { class: 'outline-name', 'aria-hidden': 'true' }, text(name));

const DRAWING = element(
  'svg',
  {
    viewBox: '0 0 16 16',
    width: 16,
    height: 16,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.3,
    'stroke-linecap': 'round',
    'aria-hidden': 'true',
  },
  element('path', { d: 'M2.5 3.5h11M5.5 8h8M5.5 12.5h8' }),
);

/** Headings of level 3 under the one of level 2 before them. */
function renderList(headings: readonly PageHeading[]): Html {
  const items: { readonly head: PageHeading; readonly below: PageHeading[] }[] = [];
  for (const heading of headings) {
    const last = items.at(-1);
    if (last && heading.level > last.head.level) last.below.push(heading);
    else items.push({ head: heading, below: [] });
  }
  return listOf(items.map(({ head, below }) => itemOf(head, listOf(below.map((heading) => itemOf(heading))))));
}

function listOf(items: readonly Html[]): Html {
  return items.length === 0 ? nothing : element('ol', { role: 'list' }, join(items));
}

function itemOf({ id, words }: PageHeading, below: Html = nothing): Html {
  return element('li', {}, element('a', { href: `#${id}`, dir: 'auto' }, text(words)), below);
}

/** The list of sources, each with links back to where it is cited. */

import { derive } from '../../base/derive';
import { doiUrl, safeUrl, shortUrl } from '../../base/safeUrl';
import { say } from '../../base/say';
import type { Unplaced } from '../../base/text';
import { sourceAnchor } from '../../brief/queries/anchors';
import { listedSources } from '../../brief/queries/citedSources';
import { numberedPassagesOf, sourceOrigins } from '../../brief/queries/sources';
import { passageByNumber } from '../../brief/sources/numberedPassages';
import type { Brief, Source } from '../../brief/types';
import { citedPassage, shorten } from '../../evidence/cards/passage';
import type { Words } from '../../languages/pageWords';
import { formatDate, listOf } from '../formats';
import { element, type Html, join, nothing, text } from '../html';
import { isolated } from '../isolated';
import { labelOf, lineIn, type Page } from '../page';
import { type Part, partsOf } from '../parts';
import { hostBeside } from '../safe/hosts';
import { besidesOf } from './besides';
import { dataEntry, sourceFields } from './dataEntry';
import { hasLink, inListOrder, renderEntry } from './entries';

/** More links back than this are of no use to a reader. */
const MOST_LINKS = 20;

/** Renders the list of sources. Called last, when all places that cite a source are known. */
export function renderSources(page: Page): Part[] {
  const { styled, brief, evidence, words } = page;
  const { lines, language } = brief;
  const origins = new Map(sourceOrigins(brief).map((origin) => [origin.id, origin]));
  const sources = listedSources(brief);
  const numbered = numberedPassagesOf(brief);
  const list = styled && !('unstyled' in styled) ? styled : null;
  const note = partsOf('body', 0, page.evidence === 'none' ? nothing : whyNotStyled(page));
  const entries = (list ? inListOrder(sources, list) : sources).flatMap((source) => {
    const declared = source.declarations.find(({ uri }) => uri === undefined);
    const line = declared ? lines.lineAt(declared.span.start) : null;
    const at = line === null ? null : lineIn(line, line, page);
    const numbers = source.id === numbered?.source ? [...numbered.numbers].filter((id) => page.places.has(id)) : [];
    const cited = [source.id, ...numbers].flatMap((id) => page.places.get(id) ?? []);
    const anchors = cited.slice(0, MOST_LINKS + 1).join('\n');
    const label = labelOf(source.id, page);
    const origin = origins.get(source.id) ?? source;
    return partsOf(
      'sources',
      line ?? 0,
      entryOf(origin, at, label, anchors, cited.length, numbers.join(' '), styled, evidence, words, language),
    );
  });
  return [...note, ...entries];
}

/** Renders the reason why the list isn't in the requested style; nothing if it is. */
function whyNotStyled({ styled, brief }: Page): Html {
  if (!styled || !('unstyled' in styled)) return nothing;
  const message = brief.style
    ? say('The sources are not in the style "{0}". {1}', isolated(brief.style.name), styled.unstyled)
    : say('The sources are not in the style of your settings. {0}', styled.unstyled);
  return element('p', { class: 'unreadable' }, text(message));
}

/** The parts of a page that an entry of the list depends on. */
type Around = Pick<Page, 'styled' | 'evidence' | 'words'> & Pick<Brief, 'language'>;

/**
 * Returns an entry of the list, from the cache if possible: a key press changes one of many entries, if any.
 *
 * @param at line for the page's script; null if the source is declared in another file
 * @param anchors of the places that cite the source, one a line: at most one more than there are links
 * @param times number of citations of the source
 * @param numbers of its passages that are cited by number, separated by spaces
 */
const entryOf = derive(
  (
    source: Unplaced<Source>,
    at: number | null,
    label: string,
    anchors: string,
    times: number,
    numbers: string,
    styled: Page['styled'],
    evidence: Page['evidence'],
    words: Words,
    language: string,
  ) => renderSource(source, { at, label, anchors, times, numbers }, { styled, evidence, words, language }),
);

/** Facts about a source on its page; see {@link entryOf}. */
interface Listed {
  readonly at: number | null;
  readonly label: string;
  readonly anchors: string;
  readonly times: number;
  readonly numbers: string;
}

function renderSource(source: Unplaced<Source>, listed: Listed, page: Around): Html {
  const { at, label, times } = listed;
  return element(
    'li',
    {
      id: sourceAnchor(source.id),
      class: times > 0 ? 'source' : 'source source-unused',
      'data-at': at,
      tabindex: -1,
      ...dataEntry(page, () => sourceFields(source)),
    },
    element('span', { class: 'source-id' }, text(label)),
    element(
      'div',
      { class: 'source-text' },
      describe(source, page),
      ...renderBesides(source),
      renderPassages(source, page),
      renderNumbered(source, listed, page),
      linksBack(listed, page),
    ),
  );
}

/**
 * Renders a source in the requested style, if there is one. On a page with evidence, every entry has a link, for readers who
 * check claims.
 */
function describe(source: Unplaced<Source>, page: Around): Html {
  const { styled } = page;
  const nodes = styled && !('unstyled' in styled) ? styled.entries.get(source.id) : undefined;
  if (nodes === undefined || nodes.length === 0) return describeInOwn(source, page);
  const entry = element('span', { class: 'source-entry', lang: source.language?.value }, renderEntry(nodes));
  const link = hasLink(nodes) || page.evidence === 'none' ? nothing : linkOf(source, page);
  return join([entry, link].filter(Boolean), text(' '));
}

function describeInOwn(source: Unplaced<Source>, page: Around): Html {
  const { words, language } = page;
  const title = source.title ? element('cite', { lang: source.language?.value }, text(source.title.value)) : nothing;
  const authors = listOf(
    source.authors.map((author) => author.value),
    language,
  );
  const date = source.published ? (formatDate(source.published.value, language) ?? source.published.value) : '';
  const details = [authors, source.publisher?.value ?? '', date].filter((part) => part !== '');
  const link = linkOf(source, page);
  const parts = [
    title,
    // Each is isolated, since one in another script would change the order of the rest.
    details.length === 0
      ? nothing
      : element(
          'span',
          { class: 'source-details' },
          join(
            details.map((part) => element('bdi', {}, text(part))),
            text(' · '),
          ),
        ),
    link,
  ].filter(Boolean);
  if (parts.length > 0) return join(parts, text(' '));
  const broken = source.declarations.every((declaration) => declaration.broken);
  return broken ? element('span', { class: 'unreadable' }, text(words.unreadable)) : nothing;
}

function linkOf(source: Unplaced<Source>, page: Around): Html {
  const written = source.url?.value ?? source.doi?.value;
  if (written === undefined) return nothing;
  const url = (source.url && safeUrl(source.url.value)) ?? (source.doi && doiUrl(source.doi.value)) ?? null;
  if (url === null) {
    const title = `${page.words.leftOut} ${isolated(written)}`;
    return element('span', { class: 'source-link refused', title }, text(written));
  }
  const words = shortUrl(url);
  const link = element('a', { class: 'source-link', href: url, rel: 'noopener noreferrer' }, text(words));
  return join([link, hostBeside(words, url)]);
}

function renderBesides(source: Unplaced<Source>): Html[] {
  return besidesOf(source).map((nodes) =>
    element('span', { class: 'source-besides' }, element('bdi', {}, renderEntry(nodes))),
  );
}

function renderPassages(source: Unplaced<Source>, page: Around): Html {
  const quotes = source.passages.filter((passage) => passage.from === 'quote');
  if (quotes.length === 0) return nothing;
  const lang = source.language?.value;
  return element(
    'details',
    { class: 'passages' },
    element('summary', {}, text(page.words.passages(quotes.length))),
    ...quotes.map((quote) => {
      const locator = quote.page ? element('span', { class: 'locator' }, text(` p. ${quote.page}`)) : nothing;
      const place = dataEntry(page, () => ({ page: quote.page, url: quote.url }));
      return element('blockquote', { lang, ...place }, text(quote.text), locator);
    }),
  );
}

/** Renders the beginnings of the passages that are cited by number. Whole passages would be somebody else's text. */
function renderNumbered(source: Unplaced<Source>, { numbers }: Listed, { words, evidence }: Around): Html {
  if (evidence === 'none' || numbers === '') return nothing;
  const lang = source.language?.value;
  const cited = numbers.split(' ').flatMap((number) => {
    const passage = citedPassage(passageByNumber(source, number));
    const said = passage && passageByNumber(source, number).passages[passage.passage]?.text;
    return said ? [{ number, said: shorten(said) }] : [];
  });
  if (cited.length === 0) return nothing;
  return element(
    'details',
    { class: 'passages' },
    element('summary', {}, text(words.passages(cited.length))),
    ...cited.map(({ number, said }) =>
      element('p', {}, element('span', { class: 'locator' }, text(`[${number}] `)), element('q', { lang }, text(said))),
    ),
  );
}

function linksBack({ label, anchors, times }: Listed, { words }: Around): Html {
  if (times === 0) return element('span', { class: 'back' }, text(words.notCited));
  const links = backLinks(anchors.split('\n'), '↑', label, words);
  return element('span', { class: 'back' }, text(`${words.citedIn(times)}: `), links);
}

/**
 * Returns links to the places that cite something, at most {@link MOST_LINKS}.
 *
 * @param anchors of the places, in the order of the page
 * @param name of the cited source or note
 */
export function backLinks(anchors: readonly string[], arrow: string, name: string, words: Words): Html {
  const links = anchors.slice(0, MOST_LINKS).map((anchor, index) => {
    const says = `${words.back} ${isolated(name)}: ${index + 1}`;
    return element('a', { href: `#${anchor}`, role: 'doc-backlink', 'aria-label': says }, text(`${arrow}${index + 1}`));
  });
  return join([join(links, text(' ')), anchors.length > MOST_LINKS ? text(' …') : nothing]);
}

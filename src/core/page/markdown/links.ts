/** Markup of links and images. Addresses must pass `safeUrl`. */
import { safeUrl, shortUrl } from '../../base/safeUrl';
import { imagePathOf } from '../../brief/figures/images';
import { fragmentAnchor } from '../../brief/queries/anchors';
import type { HtmlTag } from '../../document/inline/htmlTags';
import { element, text as escaped, type Html, nothing } from '../html';
import { isolated } from '../isolated';
import { givenBy, sideOf, sizeOf } from '../safe/authorTags';
import { isData, safeDataImage } from '../safe/dataImage';
import type { HtmlFacts } from './facts';
import { plainAddress } from './meant';
import { attribute } from './pieces';

/** The tags around the words of a link. */
export interface LinkTags {
  readonly tag: 'a' | 'span';
  readonly attributes: string;
  /** Target of the link; null if the address is refused. The text's title then names it. */
  readonly href: string | null;
}

/** @param address with its escapes resolved */
export function linkTags(address: string, title: string | null, { words }: HtmlFacts): LinkTags {
  const href = safeUrl(address);
  if (href === null) {
    const says = attribute('title', `${words.leftOut} ${isolated(address)}`);
    return { tag: 'span', attributes: ` class="refused"${says}`, href };
  }
  const isFragment = href.startsWith('#');
  const leads = attribute('href', isFragment ? `#${fragmentAnchor(href)}` : href);
  return {
    tag: 'a',
    attributes: leads + (isFragment ? '' : ' rel="noopener noreferrer"') + attribute('title', title),
    href,
  };
}

/** Matches markup that may not be inside a link. */
export const HOLDS_LINK = /<(?:a|button|details|input)[ >]/;

/** Returns a link whose text is its address, shortened. @param href as `safeUrl` returned it */
export function linkTo(href: string): Html {
  const isFragment = href.startsWith('#');
  const leads = isFragment ? `#${fragmentAnchor(href)}` : href;
  return element('a', { href: leads, rel: isFragment ? null : 'noopener noreferrer' }, escaped(shortUrl(href)));
}

/** Returns the tag for a heading of the author's HTML, moved down since the page has one title. */
export function headingIn(level: string, { headingShift }: HtmlFacts): string {
  return `h${Math.min(6, Math.max(2, Number(level) + headingShift))}`;
}

/** Attributes of an image besides its address. */
export interface ImageSays {
  readonly title?: string | undefined;
  /** Width in pixels or percent, like the height. */
  readonly width?: string | null;
  readonly height?: string | null;
  /** True if the image is in a line with words. */
  readonly inLine?: boolean;
  /** Side at which the image floats, with the next words beside it. */
  readonly side?: 'left' | 'right' | null;
}

/** Units of a refused `data:` address that stand for it: its type. */
const LONGEST_DATA = 24;

/**
 * Returns an image of the brief's folder, for the host to load: the page itself loads nothing. An image that stands in the
 * text itself is shown if it passes {@link safeDataImage}. An image from the network becomes a link. A preview replaces the
 * link with the image if its reader wants that.
 *
 * @returns the alternative text if the host loads no images or can't read the file; in the second case with the reason
 */
export function imageOrLink(
  path: string,
  alt: string,
  { unreadImages }: Pick<HtmlFacts, 'unreadImages'>,
  says: ImageSays = {},
): Html {
  const { title, width, height, inLine = false, side = null } = says;
  const float = side === null ? [] : [`float-${side}`];
  const placed = [...(inLine ? ['in-line'] : []), ...float];
  const data = safeDataImage(path);
  if (data !== null) return element('img', { src: data, alt, title, width, height, class: placed.join(' ') || null });
  const url = safeUrl(path);
  const named = isData(path) ? `${path.trim().slice(0, LONGEST_DATA)}…` : path;
  const words = escaped(alt.trim() === '' ? named : alt);
  if (url === null) return element('span', { class: 'refused' }, words);
  if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(url)) {
    const isWeb = /^https:/i.test(url);
    const size = isWeb ? { 'data-width': width, 'data-height': height } : {};
    return element(
      'a',
      {
        class: isWeb ? ['web-image', ...float].join(' ') : null,
        href: url,
        rel: 'noopener noreferrer',
        title,
        ...size,
      },
      words,
    );
  }
  const reason = unreadImages?.get(imagePathOf(path) ?? '');
  if (unreadImages === null || reason !== undefined) {
    const why =
      reason === undefined ? nothing : element('span', { class: 'image-error' }, escaped(`${path}: ${reason}`));
    const classes = ['image', ...(reason === undefined ? [] : ['image-missing']), ...placed];
    return element('span', { class: classes.join(' '), title }, words, why);
  }
  return element('img', { 'data-src': url, alt, title, width, height, class: placed.join(' ') || null });
}

/** Returns an author's `<img>`, by the rules for all images. */
export function authorImage(tag: HtmlTag, facts: HtmlFacts): Html {
  const path = givenBy(tag, 'src');
  const alt = givenBy(tag, 'alt') ?? '';
  if (path === null || path.trim() === '') return alt === '' ? nothing : escaped(alt);
  const side = sideOf(tag);
  return imageOrLink(plainAddress(path.trim()), alt, facts, {
    title: givenBy(tag, 'title') ?? undefined,
    width: sizeOf(tag, 'width'),
    height: sizeOf(tag, 'height'),
    inLine: true,
    side: side === 'center' ? null : side,
  });
}

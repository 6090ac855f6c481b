/** Links and images: where they lead, past the gate for addresses. */
import { safeUrl, shortUrl } from '../../base/safeUrl';
import { imagePathOf } from '../../brief/figures/images';
import { fragmentAnchor } from '../../brief/queries/anchors';
import type { HtmlTag } from '../../document/inline/htmlTags';
import { element, text as escaped, type Html, nothing } from '../html';
import { isolated } from '../isolated';
import { givenBy, sideOf, sizeOf } from '../safe/authorTags';
import type { HtmlFacts } from './facts';
import { plainAddress } from './meant';
import { attribute } from './pieces';

/** The tags around the words of a link. */
export interface LinkTags {
  readonly tag: 'a' | 'span';
  readonly attributes: string;
  /** Where it leads; null where the address is refused, and the text says where it would have led. */
  readonly href: string | null;
}

/** @param address as it is meant, without escapes */
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

/** Whether markup holds what may not stand in a link. */
export const HOLDS_LINK = /<(?:a|button|details|input)[ >]/;

/** A link with its address for words. @param href as the gate for addresses let it through */
export function linkTo(href: string): Html {
  const isFragment = href.startsWith('#');
  const leads = isFragment ? `#${fragmentAnchor(href)}` : href;
  return element('a', { href: leads, rel: isFragment ? null : 'noopener noreferrer' }, escaped(shortUrl(href)));
}

/** The heading that an author's heading of HTML is: the page has one title. */
export function headingIn(level: string, { headingShift }: HtmlFacts): string {
  return `h${Math.min(6, Math.max(2, Number(level) + headingShift))}`;
}

/** What is said of an image beside where it is. */
export interface ImageSays {
  readonly title?: string | undefined;
  /** In pixels or percent. */
  readonly width?: string | null;
  readonly height?: string | null;
  /** It stands in a line with words. */
  readonly inLine?: boolean;
  /** The words that follow flow around it, which stands at this side. */
  readonly side?: 'left' | 'right' | null;
}

/**
 * An image of the brief's own folder, for its host to load: the page itself loads nothing. One from the network is
 * shown as a link, in whose place a preview puts the image where its reader wants that.
 *
 * @returns the image's words if there is no such host, or the file cannot be read; then with the reason
 */
export function imageOrLink(
  path: string,
  alt: string,
  { unreadImages }: Pick<HtmlFacts, 'unreadImages'>,
  says: ImageSays = {},
): Html {
  const url = safeUrl(path);
  const words = escaped(alt.trim() === '' ? path : alt);
  const { title, width, height, inLine = false, side = null } = says;
  const float = side === null ? [] : [`float-${side}`];
  const placed = [...(inLine ? ['in-line'] : []), ...float];
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

/** `<img>` of an author's, by the rules for all images. */
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

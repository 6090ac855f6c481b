/**
 * The gate for the HTML of authors: which of their elements a page shows, and as what. Of their attributes nothing gets
 * through but values of a few kinds that are read here and written again.
 */
import { safeUrl } from '../../base/safeUrl';
import { type HtmlTag, VOID_ELEMENTS } from '../../document/inline/htmlTags';
import { meantReference } from '../markdown/meant';
import { attribute } from '../markdown/pieces';

/** An element as the page shows it. */
export interface AuthorElement {
  /** Its name in the page. */
  readonly name: string;
  /** It stands by itself, with what is before and after it above and below. */
  readonly isBlock: boolean;
}

const INLINE = 'sub sup kbd mark b i em strong small u s del ins q abbr cite code span time bdi ruby rt rp a';
const BLOCK =
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr th td details summary';
/** Elements of which the page shows what is in them. */
const RENAMED: Readonly<Record<string, string>> = {
  strike: 's',
  tt: 'code',
  samp: 'code',
  var: 'i',
  dfn: 'i',
  bdo: 'bdi',
  font: 'span',
  big: 'span',
  picture: 'span',
};
const PARTS = 'center section article aside header footer main nav address figure figcaption';

const ELEMENTS: ReadonlyMap<string, AuthorElement> = new Map<string, AuthorElement>([
  ...INLINE.split(' ').map((name) => [name, { name, isBlock: false }] as const),
  ...BLOCK.split(' ').map((name) => [name, { name, isBlock: true }] as const),
  ...Object.entries(RENAMED).map(([written, name]) => [written, { name, isBlock: false }] as const),
  ...PARTS.split(' ').map((written) => [written, { name: 'div', isBlock: true }] as const),
]);

/** The element that an author means; null: its tags are text. Those of void elements are none of these. */
export function authorElement(name: string): AuthorElement | null {
  return ELEMENTS.get(name) ?? null;
}

/** The characters that a text of HTML stands for. */
export function meantHtml(written: string): string {
  return written.replace(/&(?:#\d{1,7}|#x[a-f\d]{1,6}|\w{1,31});/gi, meantReference);
}

/** What an author gave an attribute; null where that is nothing. */
export function givenBy(tag: HtmlTag, name: string): string | null {
  const written = tag.attributes.get(name)?.value;
  return written === undefined ? null : meantHtml(written);
}

const ALIGNED = /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/i;

/** To which side an author has an element aligned. */
export function sideOf(tag: HtmlTag): 'left' | 'center' | 'right' | null {
  const side =
    tag.name === 'center' ? 'center' : (givenBy(tag, 'align') ?? ALIGNED.exec(givenBy(tag, 'style') ?? '')?.[1]);
  const named = side?.trim().toLowerCase();
  return named === 'left' || named === 'center' || named === 'right' ? named : null;
}

/** How wide or high an image is to be, in pixels of CSS or in percent. */
export function sizeOf(tag: HtmlTag, name: 'width' | 'height'): string | null {
  return /^\s*(\d{1,4}%?)(?:px)?\s*$/.exec(givenBy(tag, name) ?? '')?.[1] ?? null;
}

/** How many columns or rows a cell may span. */
const SPANNED = /^\s*([1-9]\d?|100)\s*$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8}){0,4}$/;

/** The attributes of an element as they are written into the page, but for where a link leads. */
export function shownAttributes(tag: HtmlTag, { name, isBlock }: AuthorElement): string {
  const given = (key: string, allowed: RegExp) => {
    const value = givenBy(tag, key);
    return value !== null && allowed.test(value) ? value.trim() : null;
  };
  const side = isBlock && name !== 'table' ? sideOf(tag) : null;
  const isCell = name === 'td' || name === 'th';
  return [
    attribute('class', name === 'details' ? 'fold' : side && `align-${side}`),
    attribute('title', name === 'a' ? null : givenBy(tag, 'title')),
    attribute('dir', given('dir', /^\s*(?:ltr|rtl|auto)\s*$/)),
    attribute('lang', given('lang', LANGUAGE)),
    isCell ? attribute('colspan', given('colspan', SPANNED)) + attribute('rowspan', given('rowspan', SPANNED)) : '',
    name === 'ol' ? attribute('start', given('start', /^\s*-?\d{1,9}\s*$/)) : '',
    name === 'time' ? attribute('datetime', given('datetime', /^[-\d:.TWZ+ ]{1,40}$/)) : '',
    name === 'details' && tag.attributes.has('open') ? ' open' : '',
  ].join('');
}

/** Characters that Markdown or HTML reads something in. */
const SIGNS = /[&<>"`$|\]\\\n]/g;

/**
 * A tag as it may be written into Markdown for others: it does nothing in any viewer.
 *
 * @returns null where the page shows no such element
 */
export function harmlessTag(tag: HtmlTag): string | null {
  const { name, isClosing } = tag;
  const isVoid = VOID_ELEMENTS.has(name) && name !== 'source' && name !== 'col';
  const is = authorElement(name);
  // What is between the tags of `pre` is read in a way of its own.
  if ((!is && !isVoid) || name === 'pre') return null;
  if (isClosing) return isVoid ? null : `</${name}>`;
  const given = (key: string, value: string | null) =>
    value === null ? '' : ` ${key}="${value.replace(SIGNS, (sign) => `&#${sign.charCodeAt(0)};`)}"`;
  const address = (key: string) => {
    const value = givenBy(tag, key);
    return given(key, value === null ? null : safeUrl(value));
  };
  if (name === 'img')
    return `<img${address('src')}${given('alt', givenBy(tag, 'alt'))}${given('title', givenBy(tag, 'title'))}${given('width', sizeOf(tag, 'width'))}${given('height', sizeOf(tag, 'height'))}${given('align', sideOf(tag))}>`;
  if (!is) return `<${name}>`;
  const side = is.isBlock && name !== 'center' ? given('align', sideOf(tag)) : '';
  const others = shownAttributes(tag, is).replace(/ (?:class|title)="[^"]*"/g, '');
  const title = is.name === 'a' ? '' : given('title', givenBy(tag, 'title'));
  return `<${name}${is.name === 'a' ? address('href') : ''}${side}${title}${others}>`;
}

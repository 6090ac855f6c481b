/**
 * Filters the HTML of authors: which of their elements a page shows, and as what. Only a few kinds of attribute values pass;
 * they are parsed here and written again.
 */
import { safeUrl } from '../../base/safeUrl';
import { type HtmlTag, VOID_ELEMENTS } from '../../document/inline/htmlTags';
import { meantText } from '../markdown/meant';
import { attribute } from '../markdown/pieces';

/** An element as the page shows it. */
export interface AuthorElement {
  /** Its name in the page. */
  readonly name: string;
  /** True if the element starts on a line of its own. */
  readonly isBlock: boolean;
}

const INLINE = 'sub sup kbd mark b i em strong small u s del ins q abbr cite code span time bdi ruby rt rp a';
const BLOCK =
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr th td details summary';
/** Elements that the page shows as another one, with their content. */
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

/** Returns the element that the page shows for an author's one; null if its tags are text. Void elements aren't included. */
export function authorElement(name: string): AuthorElement | null {
  return ELEMENTS.get(name) ?? null;
}

/** Resolves the character references in a text of HTML. */
export function meantHtml(written: string): string {
  return written.replace(/&(?:#\d{1,7}|#x[a-f\d]{1,6}|\w{1,31});/gi, meantText);
}

/** Returns the value of an author's attribute, with references resolved; null without a value. */
export function givenBy(tag: HtmlTag, name: string): string | null {
  const written = tag.attributes.get(name)?.value;
  return written === undefined ? null : meantHtml(written);
}

const ALIGNED = /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/i;

/** Returns the side to which an author has aligned an element; null for any other value. */
export function sideOf(tag: HtmlTag): 'left' | 'center' | 'right' | null {
  const side =
    tag.name === 'center' ? 'center' : (givenBy(tag, 'align') ?? ALIGNED.exec(givenBy(tag, 'style') ?? '')?.[1]);
  const named = side?.trim().toLowerCase();
  return named === 'left' || named === 'center' || named === 'right' ? named : null;
}

/** Returns the width or height of an image, in CSS pixels or in percent; null if not given or invalid. */
export function sizeOf(tag: HtmlTag, name: 'width' | 'height'): string | null {
  return /^\s*(\d{1,4}%?)(?:px)?\s*$/.exec(givenBy(tag, name) ?? '')?.[1] ?? null;
}

/** Number of columns or rows that a cell may span. */
const SPANNED = /^\s*([1-9]\d?|100)\s*$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8}){0,4}$/;

/** Returns the attributes of an element as written into the page, without the address of a link. */
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

/** Characters with a meaning in Markdown or HTML. */
const SIGNS = /[&<>"`$|\]\\\n]/g;

/**
 * Returns a tag that can be written into Markdown for others: it does nothing in any viewer.
 *
 * @returns null if the page shows no such element
 */
export function harmlessTag(tag: HtmlTag): string | null {
  const { name, isClosing } = tag;
  const isVoid = VOID_ELEMENTS.has(name) && name !== 'source' && name !== 'col';
  const is = authorElement(name);
  // Markdown parses the content of `pre` in its own way.
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

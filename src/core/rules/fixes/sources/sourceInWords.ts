/** A source in words, as in an entry of a sources section after its label. */
import type { Brief, SourceDeclaration } from '../../../brief/types';
import type { NewSource } from './newSource';

/** The way in which entries join their parts. */
interface Style {
  /** Text between title and address: `. `, `, `, ` — `. If null, a stop after a word of letters, otherwise a space. */
  readonly joint: string | null;
  /** Signs before and after the address. */
  readonly around: readonly [string, string];
  /** True if the title is the text of a link. */
  readonly linked: boolean;
}

const PLAIN: Style = { joint: null, around: ['', ''], linked: false };

/**
 * Returns a source in words: ` Ada Sample. Title. Publisher, 2024-06-10. https://…`. If the last entry with an address has
 * another form, it is that one: joined by commas, `[Title](https://…)`, `<https://…>`. Starts with a space; empty without
 * any words.
 *
 * @param entries the sources section so far
 */
export function wordsLike(brief: Brief, entries: readonly SourceDeclaration[], source: NewSource): string {
  const like = entries.findLast(({ url }) => url !== undefined);
  const { joint, around, linked } = like ? styleOf(brief.text, like) : PLAIN;
  const { title = '', authors = [], publisher = '', published = '', doi, url } = source;
  const isLink = linked && url !== undefined && title !== '';
  const parts = [
    authors.join(', '),
    isLink ? `[${title}](${url})` : title,
    [publisher, published].filter((part) => part !== '').join(', '),
    doi === undefined ? '' : `doi:${doi}`,
  ].filter((part) => part !== '');
  const words =
    joint === ', ' ? parts.join(', ') : parts.map((part, i) => part + stopAfter(part, parts[i + 1])).join(' ');
  if (isLink || url === undefined) return words === '' ? '' : ` ${words}`;
  const address = `${around[0]}${url}${around[1]}`;
  if (words === '') return ` ${address}`;
  if (joint !== null) return ` ${words}${/[.。!?！？]$/.test(words) ? joint.replace(/^[.。]/, '') : joint}${address}`;
  // A stop separates the two, unless the title has one, or its script has no stop before a space.
  const stop = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N})]$/u.test(words) ? '.' : '';
  return ` ${words}${stop} ${address}`;
}

function stopAfter(part: string, next: string | undefined): string {
  return next === undefined || /[.。!?！？]$/.test(part) ? '' : '.';
}

function styleOf(text: string, { idSpan, url }: SourceDeclaration): Style {
  if (!url) return PLAIN;
  const before = text.slice(idSpan.end, url.span.start);
  if (/\]\(\s*<?$/.test(before)) return { ...PLAIN, linked: /\[[^[\]]+\]\(\s*<?$/.test(before) };
  const opening = /[<(（]$/.exec(before)?.[0] ?? '';
  const closing = text.slice(url.span.end, url.span.end + 1);
  const words = before.slice(0, before.length - opening.length);
  return {
    joint: /[\p{L}\p{N}]/u.test(words) ? jointOf(words) : null,
    around: opening === '' ? PLAIN.around : [opening, closing],
    linked: false,
  };
}

/** Returns what separates words from the address after them. */
function jointOf(words: string): string | null {
  const [joint, sign = ''] = /([,，.。;；:：—–|-]?)[ \t]*$/u.exec(words) ?? [''];
  if (sign === '') return joint === '' ? null : ' ';
  if (sign === '.') return null;
  return /[—–|-]/.test(sign) ? ` ${sign} ` : /[，。；：]/.test(sign) ? sign : `${sign} `;
}

/** A source in words, as an entry of a sources section has it behind its label. */
import type { Brief, SourceDeclaration } from '../../../brief/types';
import type { NewSource } from './newSource';

/** How entries join what they say. */
interface Style {
  /** What stands between title and address: `. `, `, `, ` — `; null: a stop where a word of letters ends, else a space. */
  readonly joint: string | null;
  /** Around the address. */
  readonly around: readonly [string, string];
  /** The title is the text of a link. */
  readonly linked: boolean;
}

const PLAIN: Style = { joint: null, around: ['', ''], linked: false };

/**
 * ` Ada Sample. Title. Publisher, 2024-06-10. https://…`, or as the last entry with an address has it: joined by commas,
 * `[Title](https://…)`, `<https://…>`. With the space before it; empty where there is nothing to say.
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
  // A stop parts the two, unless the title has one or is in a script that writes none before a space.
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

/** What words end with before an address. */
function jointOf(words: string): string | null {
  const [joint, sign = ''] = /([,，.。;；:：—–|-]?)[ \t]*$/u.exec(words) ?? [''];
  if (sign === '') return joint === '' ? null : ' ';
  if (sign === '.') return null;
  return /[—–|-]/.test(sign) ? ` ${sign} ` : /[，。；：]/.test(sign) ? sign : `${sign} `;
}

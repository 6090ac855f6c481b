import { derive } from '../base/derive';
import type { Unplaced } from '../base/text';
import type { Source } from './types';

/** The words by which a source is looked for, as `forSearch` has them: its id, title, publisher, date and authors; of a numbered passage what it says. */
export const searchTextOf = derive(
  ({ id, title, authors, publisher, published, partOf, passages }: Unplaced<Source>): string => {
    const about = [title?.value, publisher?.value, published?.value, ...authors.map(({ value }) => value)];
    const words = [id, ...(partOf === undefined ? about : passages.map(({ text }) => text))];
    return forSearch(words.join(' '));
  },
);

/** Letters that Unicode does not take apart, as they are typed where a keyboard has none of them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
};
const PLAINER = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * A text to look for, or to find it in: in lower case, without accents, and in compatibility form (UAX #15), so that `Muller`
 * finds `Müller` and `2024` finds `２０２４`.
 */
export function forSearch(text: string): string {
  // Most texts are of plain letters.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(PLAINER, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}

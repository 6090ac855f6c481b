/** Addresses that stand in Chinese and Japanese text, which has no space after them. */
import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

const ADDRESS = /https?:\/\/[\w-]+(?:\.[\w-]+)+(?::\d+)?\/[^\s<]*/y;
/** Full-width punctuation, of which GFM takes all for a part of an address. */
const MARK = /[，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕]/;
const TRAILING = /[?!.,:*_~]+$/;

/** An address ends where a full-width mark follows. All others are left to GFM. */
export const bareUrls: MarkdownConfig = {
  parseInline: [
    {
      name: 'BareUrl',
      before: 'Autolink',
      parse(cx: InlineContext, next: number, pos: number) {
        if (next !== 104 || /\w/.test(cx.slice(Math.max(cx.offset, pos - 1), pos))) return -1;
        const end = addressEnd(cx.slice(cx.offset, cx.end), pos - cx.offset);
        return end < 0 ? -1 : cx.addElement(cx.elt('URL', pos, cx.offset + end));
      },
    },
  ],
};

/** @returns -1 where there is no address, or none with such a mark */
function addressEnd(text: string, at: number): number {
  ADDRESS.lastIndex = at;
  const address = ADDRESS.exec(text)?.[0];
  const mark = address === undefined ? -1 : address.search(MARK);
  if (address === undefined || mark < 0) return -1;
  return at + address.slice(0, mark).replace(TRAILING, '').length;
}

/**
 * Quotations, as Lezer reads them, but of their marks only the first is a node: Lezer puts each of the others into the list
 * of what a paragraph holds, and makes that list again for each.
 */
import type { MarkdownConfig } from '@lezer/markdown';
import { endsHere } from './depth';

export const QUOTE = 'Quotation';

export const quotes: MarkdownConfig = {
  defineNodes: [
    {
      name: QUOTE,
      block: true,
      composite: (cx, line) => {
        if (line.next !== SIGN) return false;
        line.moveBase(line.pos + (/[ \t]/.test(line.text[line.pos + 1] ?? '') ? 2 : 1));
        endsHere(cx, line);
        return true;
      },
    },
  ],
  parseBlock: [
    {
      name: 'Blockquote',
      parse(cx, line) {
        if (line.next !== SIGN) return false;
        cx.startComposite(QUOTE, line.pos);
        cx.addElement(cx.elt('QuoteMark', cx.lineStart + line.pos, cx.lineStart + line.pos + 1));
        line.moveBase(line.pos + (line.text[line.pos + 1] === ' ' ? 2 : 1));
        return null;
      },
    },
  ],
};

const SIGN = '>'.charCodeAt(0);

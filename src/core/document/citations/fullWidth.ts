import { indexWithin, readNumberList } from './numbers';
import type { CitationSyntax } from './types';

/** Reads `【1】` and `［1］`, as Chinese input methods write them. */
export function readFullWidth(text: string, at: number): CitationSyntax | null {
  const closing = text[at] === '【' ? '】' : '］';
  const close = indexWithin(text, closing, at, at + 60);
  if (close < 0) return null;
  const list = readNumberList(text, at + 1, close);
  if (!list || 'slip' in list) return null;
  const plain = `[${list.range ? text.slice(at + 1, close).trim() : list.items.map((item) => item.id).join(', ')}]`;
  const hasLocator = list.items.some((item) => item.locator);
  return {
    kind: 'citation',
    form: 'full-width',
    span: { start: at, end: close + 1 },
    items: list.items,
    range: list.range,
    ...(hasLocator ? {} : { plain }),
  };
}

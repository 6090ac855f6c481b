import { indexWithin } from './numbers';
import type { CitationSyntax } from './types';

const VALUE = /\{\{[ \t]*([^\s{}]{1,200})[ \t]*\}\}/y;

/** Reads `{{share}}`, and `[90%]{{share}}`, whose text stays readable where nothing fills values in. */
export function readFigureValue(text: string, at: number): CitationSyntax | null {
  let open = at;
  if (text[at] === '[') {
    const close = indexWithin(text, ']{{', at + 1, at + 103);
    if (close < 0 || /[[\]\n]/.test(text.slice(at + 1, close))) return null;
    open = close + 1;
  }
  VALUE.lastIndex = open;
  const match = VALUE.exec(text);
  if (!match?.[1]) return null;
  const idStart = open + match[0].indexOf(match[1], 2);
  return {
    kind: 'figure-value',
    span: { start: at, end: open + match[0].length },
    id: match[1],
    idSpan: { start: idStart, end: idStart + match[1].length },
    ...(open > at ? { shown: { start: at + 1, end: open - 1 } } : {}),
  };
}

import type { Field, Span } from '../../base/text';
import { type Entry, textOf, textsOf } from './entry';
import { endOfValue, keyAt, type Line } from './lines';
import { MAX_ID_LENGTH } from './schemas';

/** The id of an entry as written, or null where it has none that can be cited. */
export function readId(entry: Entry): Field | null {
  const pair = entry.pairs.get('id');
  if (pair?.value?.kind !== 'text') return null;
  // An id with a space is an error, and still declares.
  return usableId(textOf({ pairs: entry.pairs, invalid: NONE }, 'id'));
}

/** The ids in a list of ids. */
export function readIds(entry: Entry, key: string): Field[] {
  return textsOf(entry, key)
    .map(usableId)
    .filter((id) => id !== null);
}

/** The id of an entry that is not valid YAML, read from the line that is its `id:`. */
export function idOfBroken(text: string, lines: readonly Line[]): Field | null {
  let fallback: Field | null = null;
  let column = 0;
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'text') continue;
    let at = line.start + line.indent;
    while (index === 0 && at < line.end && /[-{ \t]/.test(text[at] ?? '')) at++;
    if (column === 0) column = at - line.start;
    const key = keyAt(text, at, line.end);
    if (key?.name !== 'id') continue;
    const id = usableId(scalarAt(text, key.valueAt, line.end));
    if (at - line.start === column && id !== null) return id;
    fallback ??= id;
  }
  return fallback;
}

const NONE: ReadonlySet<string> = new Set();

function scalarAt(text: string, at: number, end: number): Field | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1);
    return close < 0 || close >= end ? undefined : fieldOf(text, { start: at + 1, end: close });
  }
  const stop = endOfValue(text, at, end);
  const comma = text.slice(at, stop).search(/[,}]/);
  return fieldOf(text, { start: at, end: comma < 0 ? stop : at + comma });
}

function fieldOf(text: string, span: Span): Field {
  return { value: text.slice(span.start, span.end), span };
}

/** Without the `@` of its citations. */
function usableId(field: Field | undefined): Field | null {
  if (field === undefined) return null;
  const at = field.value.startsWith('@') ? 1 : 0;
  const value = field.value.slice(at);
  if (value === '' || value.length > MAX_ID_LENGTH || /[\r\n]/.test(value)) return null;
  return at === 0 ? field : { value, span: { start: field.span.start + 1, end: field.span.end } };
}

/** Text on a terminal: escapes for what must not reach it, and whether it has colors. */

/**
 * Characters that could change what a terminal shows: controls, bidirectional controls, invisible characters, lone
 * surrogates. Line feed and tab are among them, as they have no place inside a line.
 */
const UNSAFE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Returns one line of text with every control shown as `<U+202E>`. */
export function escapeControls(text: string): string {
  return text.replace(UNSAFE, nameOf);
}

/** Returns text of several lines with every control shown, but for tabs and line breaks, those of Windows too. */
export function escapeLines(text: string): string {
  return text.replace(UNSAFE, (char, at: number) => {
    const isKept = char === '\n' || char === '\t' || (char === '\r' && text[at + 1] === '\n');
    return isKept ? char : nameOf(char);
  });
}

/**
 * Writes JSON. Controls that JSON itself leaves alone become escapes: the value stays the same.
 *
 * @param depth number of lists and objects around the value
 */
export function toJson(value: unknown, depth = 0): string {
  const json = JSON.stringify(value, null, 2);
  const lineBreak = `\n${'  '.repeat(depth)}`;
  return json.replace(UNSAFE, (char) =>
    char === '\n'
      ? lineBreak
      : unitsOf(char)
          .map((unit) => `\\u${hex(unit)}`)
          .join(''),
  );
}

const ITEM = '(items)';

/**
 * Returns the text before, between and after the items of a list in a document. Around items written by {@link toJson}, it
 * gives what `toJson` makes of the whole.
 *
 * @param build makes the document, with the list in it; no text may follow the list
 * @param depth of the items
 * @param isEmpty true if there are no items
 */
export function documentFrame(build: (items: readonly string[]) => unknown, depth: number, isEmpty: boolean) {
  if (isEmpty) return { before: `${toJson(build([]))}\n`, between: '', after: '' };
  const whole = toJson(build([ITEM]));
  const item = JSON.stringify(ITEM);
  const at = whole.lastIndexOf(item);
  const between = `,\n${'  '.repeat(depth)}`;
  return { before: whole.slice(0, at), between, after: `${whole.slice(at + item.length)}\n` };
}

function nameOf(char: string): string {
  return `<U+${hex(char.codePointAt(0) ?? 0)}>`;
}

function unitsOf(char: string): number[] {
  return Array.from({ length: char.length }, (_, i) => char.charCodeAt(i));
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** True if output to `stream` is colored, by NO_COLOR, then FORCE_COLOR, then the terminal. */
export function hasColors(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = env;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return stream.isTTY === true && term !== 'dumb';
}

/**
 * Puts marks into the tokens that markdown-it makes of a text. Tokens don't say where they are in the text. So a sign takes the
 * place of each mark while the text is parsed.
 */

/** A mark by its place in the text, in UTF-16 offsets. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  /** True if the marked text stays, between `opening` and `closing`. */
  readonly keeps: boolean;
  /** HTML that is safe. */
  readonly opening: string;
  readonly closing: string;
}

/** The part of a markdown-it token that we use. */
export interface MarkdownToken {
  type: string;
  tag: string;
  content: string;
  info: string;
  attrs: [name: string, value: string | number][] | null;
  children: this[] | null;
}

/** A sign, with the text and the HTML that it stands for. */
interface Signed {
  /** The whole sign, with the characters around it. */
  readonly sign: string;
  readonly written: string;
  readonly html: string;
  /** Index of the other half, if this is half of a mark that keeps its text; else null. */
  readonly other: number | null;
}

/**
 * Returns the tokens of a text with its marks in them. A mark in code, in an address or in the words of an image is left out.
 *
 * @param marks in the order of the text
 * @param parse gives the tokens of a text
 */
export function tokensWithMarks<Token extends MarkdownToken>(
  text: string,
  marks: readonly TextMark[],
  parse: (text: string) => Token[],
): Token[] {
  const sign = unusedIn(text);
  if (sign === null) return parse(text);
  const { signed, list } = withSigns(text, marks, sign);
  const tokens = parse(signed);
  const reader = readSigns(list, sign);
  for (const token of tokens) reader.read(token);
  return tokens;
}

/**
 * Returns the marks of an earlier text that still hold: those before and after all changes.
 *
 * @param marks by their places in `before`
 */
export function marksAfterEdit(marks: readonly TextMark[], before: string, now: string): readonly TextMark[] {
  if (before === now) return marks;
  let from = 0;
  while (from < before.length && before[from] === now[from]) from++;
  let kept = 0;
  const most = Math.min(before.length, now.length) - from;
  while (kept < most && before[before.length - 1 - kept] === now[now.length - 1 - kept]) kept++;
  const by = now.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end < from) return [mark];
    return mark.start > before.length - kept ? [{ ...mark, start: mark.start + by, end: mark.end + by }] : [];
  });
}

/** Returns a private-use character that the text doesn't have; null if it has all 6400. */
function unusedIn(text: string): string | null {
  for (let code = 0xe000; code < 0xf900; code++) {
    const sign = String.fromCharCode(code);
    if (!text.includes(sign)) return sign;
  }
  return null;
}

/** Ends an address in the text, and counts as punctuation. */
const BAR = '\uff5c';

function withSigns(text: string, marks: readonly TextMark[], sign: string) {
  const list: Signed[] = [];
  let signed = '';
  let done = 0;
  const ends: { readonly mark: TextMark; readonly opened: number }[] = [];
  /** Returns a bar beside the sign, unless a letter or digit is there. Emphasis may start and end there depending on that. */
  const bar = (at: number) => (/[\p{L}\p{N}]/u.test(text.charAt(at)) ? '' : BAR);
  const add = (start: number, end: number, html: string, other: number | null) => {
    const isTag = start === end && other === null;
    const [first, last] = isTag ? [` ${BAR}`, BAR] : start === end ? ['', ''] : [bar(start), bar(end - 1)];
    const whole = `${first}${sign}${list.length}${sign}${last}`;
    list.push({ sign: whole, written: text.slice(start, end), html: isTag ? ` ${html}` : html, other });
    signed += text.slice(done, start) + whole;
    done = end;
  };
  const close = (upTo: number) => {
    for (let last = ends.at(-1); last && last.mark.end <= upTo; last = ends.at(-1)) {
      ends.pop();
      const opening = list[last.opened];
      if (opening) list[last.opened] = { ...opening, other: list.length };
      add(last.mark.end, last.mark.end, last.mark.closing, last.opened);
    }
  };
  for (const mark of marks) {
    close(mark.start);
    if (mark.start < done || mark.end > (ends.at(-1)?.mark.end ?? text.length)) continue;
    if (mark.keeps) {
      ends.push({ mark, opened: list.length });
      add(mark.start, mark.start, mark.opening, list.length);
    } else add(mark.start, mark.end, mark.opening + mark.closing, null);
  }
  close(text.length);
  return { signed: signed + text.slice(done), list };
}

function readSigns(list: readonly Signed[], sign: string) {
  const signs = (text: string) =>
    [...text.matchAll(new RegExp(`${sign}(\\d+)${sign}`, 'g'))].map((match) => Number(match[1]));
  /** Restores the text as it was written. In an address, the signs are encoded. */
  const restored = (text: string, encode = (whole: string) => whole) =>
    signs(text.replaceAll(encode(sign), sign)).reduce((rest, number) => {
      const { sign: whole, written } = list[number] ?? { sign: '', written: '' };
      return rest.replace(encode(whole), () => encode(written));
    }, text);

  const restore = (token: MarkdownToken) => {
    token.content = restored(token.content);
    token.info = restored(token.info);
    for (const attribute of token.attrs ?? [])
      if (typeof attribute[1] === 'string') attribute[1] = restored(restored(attribute[1]), encodeURI);
    for (const child of token.children ?? []) restore(child);
  };

  const placed = (children: readonly MarkdownToken[]): MarkdownToken[] => {
    const here = new Set(children.flatMap(({ type, content }) => (type === 'text' ? signs(content) : [])));
    return children.flatMap((child) => {
      if (child.type !== 'text' || signs(child.content).length === 0) {
        restore(child);
        return [child];
      }
      const pieces: MarkdownToken[] = [];
      let rest = child.content;
      const add = (type: string, content: string) => {
        if (content !== '')
          pieces.push(Object.assign(Object.create(Object.getPrototypeOf(child)), child, { type, content }));
      };
      for (const number of signs(child.content)) {
        const found = list[number];
        const at = found ? rest.indexOf(found.sign) : -1;
        if (!found || at < 0) continue;
        add('text', rest.slice(0, at));
        const isWhole = found.other === null || here.has(found.other);
        if (isWhole) add('html_inline', found.html);
        else add('text', found.written);
        rest = rest.slice(at + found.sign.length);
      }
      add('text', rest);
      return pieces;
    });
  };

  return {
    read: (token: MarkdownToken) => {
      const { children } = token;
      if (children === null || token.type !== 'inline') return restore(token);
      token.content = restored(token.content);
      token.children = placed(children);
    },
  };
}

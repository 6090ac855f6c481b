/** Writes Markdown block by block. It takes any order of calls: pages close their elements as they like. */

export interface MarkdownWriter {
  text(text: string): void;
  /** Writes what is Markdown already. */
  raw(markdown: string): void;
  /**
   * Begins marked text: `**`, `*`, `~~`, a backtick, or `[` with the target of a link.
   *
   * @returns false where there is nothing to end
   */
  mark(kind: string): boolean;
  endMark(): void;
  lineBreak(): void;
  /** Ends the block. */
  block(): void;
  heading(level: number): void;
  /** @param start the first number; null for bullets */
  openList(start: number | null): void;
  closeList(): void;
  item(): void;
  openQuote(): void;
  closeQuote(): void;
  openCode(): void;
  /** Names the language of the code that is open. */
  language(name: string): void;
  closeCode(): void;
  /** Begins a footnote; to be called at an item of a list. */
  definition(label: string): void;
  openTable(): void;
  row(): void;
  cell(): void;
  closeTable(): void;
  /** @returns null where nothing but plain text was written */
  take(): string | null;
  /** All that was written, plain text too. */
  whole(): string;
}

interface Mark {
  readonly kind: string;
  /** What it has been put around so far. */
  text: string;
}

/** All rows of a table are as wide as its widest: a short document could have more than there is memory for. */
const MOST_CELLS = 500_000;

/** Deeper than this, pages are made by machines. */
const DEEPEST = 30;

/** @param literal no text is a citation: what looks like one is escaped */
export function createMarkdownWriter(literal = false): MarkdownWriter {
  const blocks: { readonly text: string; readonly tight: boolean }[] = [];
  let text = '';
  let endsInSpace = true;
  /** What the next block starts with: the marks of a heading or an item. */
  let prefix = '';
  let isItem = false;
  const marks: Mark[] = [];
  /** With the quotations that each stands in. */
  const lists: { next: number | null; indent: number; readonly quotes: number }[] = [];
  let quotes = 0;
  let code = false;
  let language = '';
  let rows: string[][] | null = null;
  let isRich = false;

  /** What the lines of a block start with, and its first where that is another: a quotation may stand in an item, as an item in it. */
  const margin = (first = '') => {
    const outer = lists[0]?.quotes ?? quotes;
    const isWithin = quotes > outer && lists.every((list) => list.quotes === outer);
    const before = '> '.repeat(isWithin ? outer : quotes);
    const indent = ' '.repeat(Math.max(0, (lists.at(-1)?.indent ?? 0) - first.length));
    return `${before}${indent}${first}${isWithin ? '> '.repeat(quotes - outer) : ''}`;
  };

  /** Writes into the innermost mark. No string is looked into as long as it grows: that would copy it each time. */
  const put = (added: string) => {
    if (added === '') return;
    const mark = marks.at(-1);
    if (mark) mark.text += added;
    else text += added;
    endsInSpace = /\s$/.test(added);
  };

  const flush = () => {
    const reopened = marks.map(({ kind }) => ({ kind, text: '' }));
    while (marks.length > 0) end();
    marks.push(...reopened);
    const content = text.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
    text = '';
    endsInSpace = true;
    if (content === '') return;
    if (rows) {
      const row = rows.at(-1);
      const words = content.replace(/\n/g, ' ').replace(/\|/g, '\\|');
      const before = row?.pop();
      // Put to what is there, and not joined with it: that would copy it each time.
      if (row && before !== undefined) row.push(before === '' ? words : `${before} ${words}`);
      return;
    }
    const lead = margin();
    const first = isItem || prefix.startsWith('[^') ? margin(prefix) : lead + prefix;
    const written = first + (prefix === '' ? escapeStart(content) : content).replace(/\n/g, `\n${lead}`);
    blocks.push({ text: written, tight: isItem });
    prefix = '';
    isItem = false;
  };

  /** Ends the innermost mark. */
  const end = () => {
    const mark = marks.pop();
    if (!mark) return;
    const words = mark.text.trim();
    const at = mark.text.indexOf(words);
    if (words !== '') isRich = true;
    put(
      words === ''
        ? mark.text
        : mark.text.slice(0, at) + wrapped(mark.kind, words) + mark.text.slice(at + words.length),
    );
  };

  const whole = () => {
    flush();
    let all = '';
    for (const [i, block] of blocks.entries()) {
      const isTight = i > 0 && block.tight && blocks[i - 1]?.tight === true;
      all += (i === 0 ? '' : isTight ? '\n' : '\n\n') + block.text;
    }
    return all;
  };

  return {
    raw: (markdown) => {
      isRich = true;
      put(markdown);
    },
    text: (added) => {
      if (code) {
        text += added;
        return;
      }
      const words = escaped(
        added.replace(/[\s\u00a0]+/g, ' '),
        marks.some(({ kind }) => kind === '`'),
      );
      const meant =
        literal && !marks.some(({ kind }) => kind === '`') ? words.replace(CITATION, literalBracket) : words;
      put(endsInSpace ? meant.trimStart() : meant);
    },
    mark: (kind) => {
      const isOpen = marks.some((mark) => (kind.startsWith('[') ? mark.kind.startsWith('[') : mark.kind === kind));
      if (kind === '' || code || isOpen || marks.length >= DEEPEST) return false;
      marks.push({ kind, text: '' });
      return true;
    },
    endMark: end,
    lineBreak: () => put('\n'),
    block: () => {
      if (!code) flush();
    },
    heading: (level) => {
      flush();
      if (rows) return;
      prefix = `${'#'.repeat(level)} `;
      isRich = true;
    },
    openList: (start) => {
      flush();
      if (lists.length >= DEEPEST) return;
      lists.push({ next: start, indent: lists.at(-1)?.indent ?? 0, quotes });
      isRich = true;
    },
    closeList: () => {
      flush();
      lists.pop();
      prefix = '';
    },
    item: () => {
      flush();
      const list = lists.at(-1);
      if (!list || rows) return;
      prefix = list.next === null ? '- ' : `${list.next}. `;
      if (list.next !== null) list.next++;
      list.indent = (lists.at(-2)?.indent ?? 0) + prefix.length;
      isItem = true;
    },
    openQuote: () => {
      flush();
      if (quotes < DEEPEST) quotes++;
      isRich = true;
    },
    closeQuote: () => {
      flush();
      quotes = Math.max(0, quotes - 1);
    },
    openCode: () => {
      flush();
      code = true;
      language = '';
    },
    language: (name) => {
      language = name;
    },
    definition: (label) => {
      flush();
      const list = lists.at(-1);
      if (list) list.indent = 4;
      isItem = false;
      prefix = `[^${label}]: `;
    },
    closeCode: () => {
      const lines = text.replace(/^\n|\s+$/g, '');
      text = '';
      code = false;
      if (lines === '') return;
      let longest = 2;
      for (const [run] of lines.matchAll(/`+/g)) longest = Math.max(longest, run.length);
      const fence = '`'.repeat(longest + 1);
      const lead = margin();
      blocks.push({ text: `${fence}${language}\n${lines}\n${fence}`.replace(/^/gm, lead), tight: false });
      isRich = true;
    },
    openTable: () => {
      flush();
      rows = [];
    },
    row: () => {
      flush();
      rows?.push([]);
    },
    cell: () => {
      flush();
      rows?.at(-1)?.push('');
    },
    closeTable: () => {
      flush();
      const table = rows ?? [];
      rows = null;
      const width = table.reduce((widest, { length }) => Math.max(widest, length), 0);
      // A table of one column is there for the layout of a page, and what would be mostly empty is none.
      if (width < 2 || width * table.length > MOST_CELLS) {
        for (const row of table) blocks.push({ text: margin() + row.join(' '), tight: false });
        return;
      }
      blocks.push({ text: tableOf(table, width, margin()), tight: false });
      isRich = true;
    },
    take: () => {
      const written = whole();
      return isRich ? written : null;
    },
    whole,
  };
}

function wrapped(kind: string, words: string): string {
  if (kind.startsWith('[')) return linked(words, kind.slice(1));
  if (kind === '`') return words.includes('`') ? `\`\` ${words} \`\`` : `\`${words}\``;
  // Emphasis ends with its line.
  return words.replace(/[^\n]+/g, (line) => `${kind}${line.trim()}${kind}`);
}

function linked(words: string, url: string): string {
  const target = /[()]/.test(url) ? `<${url}>` : url;
  if (words === url || words.replace(/\\/g, '') === url) return url;
  return `[${words.replace(/\n/g, ' ').replace(/(?<!\\)[[\]]/g, '\\$&')}](${target})`;
}

function tableOf(rows: readonly (readonly string[])[], width: number, lead: string): string {
  const line = (cells: readonly string[]) =>
    `${lead}| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
  const [header = [], ...body] = rows.filter((row) => row.length > 0);
  return [line(header), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n');
}

/** Plain text, so that it means itself in Markdown. Brackets stay: what looks like a citation is one. */
function escaped(text: string, inCode: boolean): string {
  return inCode ? text : text.replace(/[\\`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])/giu, '\\$&');
}

/** A bracket that starts a citation, or a mark of ours. */
const CITATION = /\[(?=(?:\d{1,9}(?: ?[,、–-] ?\d{1,9}){0,99}|[@^][^\]\s]{1,200}|own|\?)\])/gi;

/** An escaped bracket before numbers is read as a citation where a text has no others; a reference to its character is not. */
function literalBracket(_: string, at: number, text: string): string {
  return /\d/.test(text.charAt(at + 1)) ? '&#91;' : '\\[';
}

/** The start of a paragraph that would be the marker of something else. */
function escapeStart(text: string): string {
  return text.replace(/^(?:[#>+-](?=\s|$)|(?:#{2,6})(?=\s))/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2');
}

import type { MarkdownWriter } from '../pastedHtml/markdownWriter';
import type { ParagraphStyle } from './parts';

/** Runs of text with one look each: bold, italic, struck, raised, linked. */
export interface Runs {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
  /** The words of a field, which may be a link. */
  instruction(text: string): void;
  raw(markdown: string): void;
  /** In a heading, looks mean nothing. */
  setPlain(isPlain: boolean): void;
  /** Ends all marks, at the end of a paragraph. */
  end(): void;
}

interface Look {
  bold: boolean;
  italic: boolean;
  struck: boolean;
  raised: boolean;
}

const PLAIN: Readonly<Look> = { bold: false, italic: false, struck: false, raised: false };
const SWITCHES: Readonly<Record<string, keyof Look>> = { 'w:b': 'bold', 'w:i': 'italic', 'w:strike': 'struck' };
const HYPERLINK = /^\s*HYPERLINK\s+"([^"]{1,4000})"/i;

/** What runs need to know of the document. */
export interface RunContext {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly links: ReadonlyMap<string, string>;
  /** Footnotes and endnotes are not both there, so that a number is that of one note. */
  readonly hasOneKindOfNotes: boolean;
}

export function createRuns(writer: MarkdownWriter, { styles, links, hasOneKindOfNotes }: RunContext): Runs {
  let look: Look = { ...PLAIN };
  let isPlain = false;
  let inProperties = false;
  /** What is open in the writer, outermost first: a link, then looks. */
  let marks: string[] = [];
  let link = '';
  /** Raised text, which may be cut into runs anywhere. */
  let raised = '';
  /** The words of each field that is open; null once its result is shown. */
  const fields: { words: string | null; isLink: boolean; isNote: boolean }[] = [];
  let inInstruction = false;

  const setMarks = (wanted: readonly string[]) => {
    let same = 0;
    while (same < marks.length && marks[same] === wanted[same]) same++;
    for (let i = marks.length; i > same; i--) writer.endMark();
    marks = marks.slice(0, same);
    for (const mark of wanted.slice(same)) if (writer.mark(mark)) marks.push(mark);
  };
  const flushRaised = () => {
    const text = raised;
    raised = '';
    // A locator may be raised with its number: "2 (p. 12)".
    const numbers = /^\s*\[?\d{1,4}(?:\s?[,–-]\s?\d{1,4})*\]?(?=\s*(?:\(|$))/.exec(text)?.[0];
    const plain = numbers?.replace(/[[\]\s]/g, '');
    if (plain !== undefined) writer.raw(numbers?.includes('[') ? `[${plain}]` : `<sup>${plain}</sup>`);
    const rest = text.slice(numbers?.length ?? 0);
    if (rest !== '') writer.text(rest);
  };

  return {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:rPr') inProperties = true;
      else if (name === 'w:r') look = { ...PLAIN };
      else if (inProperties && name === 'w:rStyle') look.raised = styles.get(value)?.isRaised ?? false;
      else if (inProperties && name === 'w:vertAlign') look.raised = value === 'superscript';
      else if (inProperties && SWITCHES[name]) look[SWITCHES[name]] = !/^(?:0|false|off|none)$/.test(value);
      else if (name === 'w:hyperlink') link = web(links.get(attributes['r:id'] ?? '') ?? '');
      else if (name === 'w:fldSimple') link = web(HYPERLINK.exec(attributes['w:instr'] ?? '')?.[1] ?? '');
      else if (name === 'w:instrText') inInstruction = true;
      else if (name === 'w:fldChar') {
        const type = attributes['w:fldCharType'];
        const field = fields.at(-1);
        if (type === 'begin') fields.push({ words: '', isLink: false, isNote: false });
        else if (type === 'separate' && field) {
          const url = web(HYPERLINK.exec(field.words ?? '')?.[1] ?? '');
          field.isNote = /^\s*NOTEREF\s/i.test(field.words ?? '');
          field.words = null;
          field.isLink = url !== '';
          if (field.isLink) link = url;
        } else if (type === 'end' && fields.pop()?.isLink) link = '';
      }
    },
    close: (name) => {
      if (name === 'w:rPr') inProperties = false;
      else if (name === 'w:instrText') inInstruction = false;
      else if (name === 'w:hyperlink' || name === 'w:fldSimple') link = '';
    },
    text: (text) => {
      // A note that is referred to again.
      if (hasOneKindOfNotes && fields.at(-1)?.isNote && /^\d{1,4}$/.test(text)) {
        flushRaised();
        setMarks([]);
        writer.raw(`[^${text}]`);
        return;
      }
      if (look.raised && link === '') {
        setMarks([]);
        raised += text;
        return;
      }
      flushRaised();
      if (text === '\n') {
        setMarks([]);
        writer.lineBreak();
        return;
      }
      const looks = isPlain ? [] : [look.bold && '**', look.italic && '*', look.struck && '~~'];
      setMarks([link !== '' && `[${link}`, ...looks].filter((mark) => mark !== false));
      writer.text(text);
    },
    instruction: (text) => {
      const field = fields.at(-1);
      if (inInstruction && field && field.words !== null && field.words.length < 5000) field.words += text;
    },
    raw: (markdown) => {
      flushRaised();
      setMarks([]);
      writer.raw(markdown);
    },
    setPlain: (value) => {
      isPlain = value;
    },
    end: () => {
      flushRaised();
      setMarks([]);
    },
  };
}

/** The address, where it is that of a web page. */
function web(url: string): string {
  return /^https?:\/\/[^\s<>"\\]+$/i.test(url.trim()) ? url.trim() : '';
}

import type { MarkdownWriter } from '../pastedHtml/markdownWriter';
import type { ParagraphStyle } from './parts';

/** Runs of text with one look each: bold, italic, struck, raised, linked. */
export interface Runs {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
  /** The words of a field, which may be a link. */
  instruction(text: string): void;
  /** The number of a note, by its label. */
  note(label: string): void;
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
  code: boolean;
  /** What stands for a tag of ours. */
  tag: string | null;
}

const PLAIN: Readonly<Look> = { bold: false, italic: false, struck: false, raised: false, code: false, tag: null };
const SWITCHES: Readonly<Record<string, 'bold' | 'italic' | 'struck'>> = {
  'w:b': 'bold',
  'w:i': 'italic',
  'w:strike': 'struck',
};
const HYPERLINK = /^\s*HYPERLINK\s+"([^"]{1,4000})"/i;
const NOTE_REFERENCE = /^\s*NOTEREF\s+"?([^\s"\\]{1,100})/i;

/** What the tags of a document of ours stand for, by their styles: that a claim has no source is said anew. */
const TAGS: ReadonlyMap<string, string> = new Map([
  ['TagOwn', '[own]'],
  ['TagSection', '<!-- brief: own -->'],
  ['TagGap', '[?]'],
  ['TagComputed', '<!-- brief: computed -->'],
  ['TagMissing', ''],
]);

/** A field that is open. */
interface Field {
  /** Its words; null once its result is shown. */
  words: string | null;
  isLink: boolean;
  /** The bookmark of the note that it refers to again. */
  note: string | null;
  /** That has been written. */
  isWritten: boolean;
}

/** What runs need to know of the document. */
export interface RunContext {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly links: ReadonlyMap<string, string>;
  /** Footnotes and endnotes are not both there, so that a number is that of one note. */
  readonly hasOneKindOfNotes: boolean;
  /** The label of the note whose number a bookmark marks, by the name of that. */
  readonly marked: ReadonlyMap<string, string>;
  /** The document was exported by this program: its styles of code and tags are ours. */
  readonly isOwn: boolean;
}

export function createRuns(
  writer: MarkdownWriter,
  { styles, links, hasOneKindOfNotes, marked, isOwn }: RunContext,
): Runs {
  let look: Look = { ...PLAIN };
  let isPlain = false;
  let inProperties = false;
  /** What is open in the writer, outermost first: a link, then looks. */
  let marks: string[] = [];
  let link = '';
  /** Raised text, which may be cut into runs anywhere. */
  let raised = '';
  const fields: Field[] = [];
  let inInstruction = false;
  /** Nothing has been written since the number of a note. */
  let isBehindNote = false;

  const setMarks = (wanted: readonly string[]) => {
    let same = 0;
    while (same < marks.length && marks[same] === wanted[same]) same++;
    for (let i = marks.length; i > same; i--) writer.endMark();
    marks = marks.slice(0, same);
    for (const mark of wanted.slice(same)) if (writer.mark(mark)) marks.push(mark);
  };
  const show = (field: Field, words: string) => {
    const url = web(HYPERLINK.exec(words)?.[1] ?? '');
    field.words = null;
    field.note = NOTE_REFERENCE.exec(words)?.[1] ?? null;
    field.isLink = url !== '';
    if (field.isLink) link = url;
  };
  const writeNote = (label: string) => {
    // A raised comma parts the numbers of two notes, as brackets do.
    if (isBehindNote && /^\s*[,，;]\s*$/.test(raised)) raised = '';
    flushRaised();
    setMarks([]);
    writer.raw(`[^${label}]`);
    isBehindNote = true;
  };
  const flushRaised = () => {
    const text = raised;
    raised = '';
    if (text !== '') isBehindNote = false;
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
      else if (inProperties && name === 'w:rStyle') {
        look.raised = styles.get(value)?.isRaised ?? false;
        look.tag = isOwn ? (TAGS.get(value) ?? null) : null;
        look.code = isOwn && value === 'CodeCharacter';
      } else if (inProperties && name === 'w:vertAlign') look.raised = value === 'superscript';
      else if (inProperties && SWITCHES[name]) look[SWITCHES[name]] = !/^(?:0|false|off|none)$/.test(value);
      else if (name === 'w:hyperlink') link = web(links.get(attributes['r:id'] ?? '') ?? '');
      else if (name === 'w:fldSimple') {
        const field: Field = { words: null, isLink: false, note: null, isWritten: false };
        fields.push(field);
        show(field, attributes['w:instr'] ?? '');
      } else if (name === 'w:instrText') inInstruction = true;
      else if (name === 'w:fldChar') {
        const type = attributes['w:fldCharType'];
        const field = fields.at(-1);
        if (type === 'begin') fields.push({ words: '', isLink: false, note: null, isWritten: false });
        else if (type === 'separate' && field) show(field, field.words ?? '');
        else if (type === 'end' && fields.pop()?.isLink) link = '';
      }
    },
    close: (name) => {
      if (name === 'w:rPr') inProperties = false;
      else if (name === 'w:instrText') inInstruction = false;
      else if (name === 'w:hyperlink') link = '';
      else if (name === 'w:fldSimple' && fields.pop()?.isLink) link = '';
    },
    text: (text) => {
      const field = fields.at(-1);
      // A note that is referred to again, whose number may be a letter or a Roman one.
      if (field && typeof field.note === 'string') {
        const label = marked.get(field.note) ?? (hasOneKindOfNotes && /^\d{1,4}$/.test(text) ? text : null);
        if (label !== null) {
          // Further runs of its number say nothing more.
          if (!field.isWritten) writeNote(label);
          field.isWritten = true;
          return;
        }
      }
      if (look.raised && link === '') {
        setMarks([]);
        raised += text;
        return;
      }
      flushRaised();
      isBehindNote = false;
      if (look.tag !== null) {
        setMarks([]);
        writer.raw(look.tag);
        return;
      }
      if (text === '\n') {
        setMarks([]);
        writer.lineBreak();
        return;
      }
      const looks = isPlain ? [] : [look.bold && '**', look.italic && '*', look.struck && '~~', look.code && '`'];
      setMarks([link !== '' && `[${link}`, ...looks].filter((mark) => mark !== false));
      writer.text(text);
    },
    instruction: (text) => {
      const field = fields.at(-1);
      if (inInstruction && field && field.words !== null && field.words.length < 5000) field.words += text;
    },
    note: writeNote,
    setPlain: (value) => {
      isPlain = value;
    },
    end: () => {
      flushRaised();
      isBehindNote = false;
      setMarks([]);
    },
  };
}

/** The address, where it is that of a web page. */
function web(url: string): string {
  return /^https?:\/\/[^\s<>"\\]+$/i.test(url.trim()) ? url.trim() : '';
}

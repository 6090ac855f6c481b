import type { MarkdownWriter } from '../pastedHtml/markdownWriter';
import type { ParagraphStyle } from './parts';

interface Look {
  bold: boolean;
  italic: boolean;
  struck: boolean;
  raised: boolean;
  code: boolean;
  /** Markdown of one of our tags, by the style of the run. */
  tag: string | null;
}

const PLAIN: Readonly<Look> = { bold: false, italic: false, struck: false, raised: false, code: false, tag: null };
const SWITCHES: Readonly<Record<string, 'bold' | 'italic' | 'struck'>> = {
  'w:b': 'bold',
  'w:i': 'italic',
  'w:strike': 'struck',
};
/** Elements that say how a run looks. */
const LOOKS: ReadonlySet<string> = new Set([...Object.keys(SWITCHES), 'w:rStyle', 'w:vertAlign']);
const HYPERLINK = /^\s*HYPERLINK\s+"([^"]{1,4000})"/i;
const NOTE_REFERENCE = /^\s*NOTEREF\s+"?([^\s"\\]{1,100})/i;

/** Markdown of our tags by their styles. The tag for a missing source isn't written: the check reports it again. */
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
  /** True once its note has been written. */
  isWritten: boolean;
}

/** Data of the document that runs need. */
export interface RunContext {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly links: ReadonlyMap<string, string>;
  /** True unless both footnotes and endnotes exist, so that a number names one note. */
  readonly hasOneKindOfNotes: boolean;
  /** Labels of notes by the bookmark that marks their number. */
  readonly marked: ReadonlyMap<string, string>;
  /** The document was exported by this program: its styles of code and tags are ours. */
  readonly isOwn: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/** Runs of text with one look each: bold, italic, struck, raised, linked. */
export class Runs {
  private readonly writer: MarkdownWriter;
  private readonly context: RunContext;
  private look: Look = { ...PLAIN };
  private isPlain = false;
  private inProperties = false;
  /** Marks that are open in the writer, outermost first: a link, then looks. */
  private marks: string[] = [];
  private link = '';
  /** Raised text, which may be cut into runs anywhere. */
  private raised = '';
  private readonly fields: Field[] = [];
  private inInstruction = false;
  /** True if nothing has been written since the number of a note. */
  private isBehindNote = false;

  constructor(writer: MarkdownWriter, context: RunContext) {
    this.writer = writer;
    this.context = context;
  }

  open(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:rPr') this.inProperties = true;
    else if (name === 'w:r') this.look = { ...PLAIN };
    else if (this.inProperties && LOOKS.has(name)) this.setLook(name, value);
    else if (name === 'w:hyperlink') this.link = web(this.context.links.get(attributes['r:id'] ?? '') ?? '');
    else if (name === 'w:fldSimple') {
      const field: Field = { words: null, isLink: false, note: null, isWritten: false };
      this.fields.push(field);
      this.show(field, attributes['w:instr'] ?? '');
    } else if (name === 'w:instrText') this.inInstruction = true;
    else if (name === 'w:fldChar') this.fieldMark(attributes['w:fldCharType']);
  }

  close(name: string): void {
    if (name === 'w:rPr') this.inProperties = false;
    else if (name === 'w:instrText') this.inInstruction = false;
    else if (name === 'w:hyperlink') this.link = '';
    else if (name === 'w:fldSimple' && this.fields.pop()?.isLink) this.link = '';
  }

  text(text: string): void {
    const { writer, look, link } = this;
    if (this.isNoteAgain(text)) return;
    if (look.raised && link === '') {
      this.setMarks([]);
      this.raised += text;
      return;
    }
    this.flushRaised();
    this.isBehindNote = false;
    if (look.tag !== null) {
      this.setMarks([]);
      writer.raw(look.tag);
      return;
    }
    if (text === '\n') {
      this.setMarks([]);
      writer.lineBreak();
      return;
    }
    const looks = this.isPlain ? [] : [look.bold && '**', look.italic && '*', look.struck && '~~', look.code && '`'];
    this.setMarks([link !== '' && `[${link}`, ...looks].filter((mark) => mark !== false));
    writer.text(text);
  }

  /** Takes the instruction of a field, which may be a link. */
  instruction(text: string): void {
    const field = this.fields.at(-1);
    if (this.inInstruction && field && field.words !== null && field.words.length < 5000) field.words += text;
  }

  /** Writes the number of a note, by its label. */
  note(label: string): void {
    // A raised comma parts the numbers of two notes, as brackets do.
    if (this.isBehindNote && /^\s*[,，;]\s*$/.test(this.raised)) this.raised = '';
    this.flushRaised();
    this.setMarks([]);
    this.writer.raw(`[^${label}]`);
    this.isBehindNote = true;
  }

  /** Writes comments of people, between runs. */
  comments(markdown: string): void {
    this.flushRaised();
    this.setMarks([]);
    this.writer.comments(markdown);
    this.isBehindNote = false;
  }

  /** Switches looks off in a heading, where they mean nothing. */
  setPlain(isPlain: boolean): void {
    this.isPlain = isPlain;
  }

  /** Ends all marks, at the end of a paragraph. */
  end(): void {
    this.flushRaised();
    this.isBehindNote = false;
    this.setMarks([]);
  }

  private setLook(name: string, value: string): void {
    const { styles, isOwn } = this.context;
    const { look } = this;
    const kind = SWITCHES[name];
    if (kind) look[kind] = !/^(?:0|false|off|none)$/.test(value);
    else if (name === 'w:vertAlign') look.raised = value === 'superscript';
    else {
      look.raised = styles.get(value)?.isRaised ?? false;
      look.tag = isOwn ? (TAGS.get(value) ?? null) : null;
      look.code = isOwn && value === 'CodeCharacter';
    }
  }

  private fieldMark(type: string | undefined): void {
    const field = this.fields.at(-1);
    if (type === 'begin') this.fields.push({ words: '', isLink: false, note: null, isWritten: false });
    else if (type === 'separate' && field) this.show(field, field.words ?? '');
    else if (type === 'end' && this.fields.pop()?.isLink) this.link = '';
  }

  /** Begins the result of a field. */
  private show(field: Field, words: string): void {
    const url = web(HYPERLINK.exec(words)?.[1] ?? '');
    field.words = null;
    field.note = NOTE_REFERENCE.exec(words)?.[1] ?? null;
    field.isLink = url !== '';
    if (field.isLink) this.link = url;
  }

  /** Takes a text if it repeats the number of a note, which may be a letter or a Roman number. Tells whether it did. */
  private isNoteAgain(text: string): boolean {
    const { marked, hasOneKindOfNotes } = this.context;
    const field = this.fields.at(-1);
    if (!field || field.note === null) return false;
    const label = marked.get(field.note) ?? (hasOneKindOfNotes && /^\d{1,4}$/.test(text) ? text : null);
    if (label === null) return false;
    // Further runs of its number say nothing more.
    if (!field.isWritten) this.note(label);
    field.isWritten = true;
    return true;
  }

  private setMarks(wanted: readonly string[]): void {
    let same = 0;
    while (same < this.marks.length && this.marks[same] === wanted[same]) same++;
    for (let i = this.marks.length; i > same; i--) this.writer.endMark();
    this.marks = this.marks.slice(0, same);
    for (const mark of wanted.slice(same)) if (this.writer.mark(mark)) this.marks.push(mark);
  }

  private flushRaised(): void {
    const { writer, raised: text } = this;
    this.raised = '';
    if (text !== '') this.isBehindNote = false;
    // A locator may be raised with its number: "2 (p. 12)".
    const numbers = /^\s*\[?\d{1,4}(?:\s?[,–-]\s?\d{1,4})*\]?(?=\s*(?:\(|$))/.exec(text)?.[0];
    const plain = numbers?.replace(/[[\]\s]/g, '');
    if (plain !== undefined) writer.raw(numbers?.includes('[') ? `[${plain}]` : `<sup>${plain}</sup>`);
    const rest = text.slice(numbers?.length ?? 0);
    if (rest !== '') writer.text(rest);
  }
}

/** Returns the address of a web page; empty for any other. */
function web(url: string): string {
  return /^https?:\/\/[^\s<>"\\]+$/i.test(url.trim()) ? url.trim() : '';
}

/** The text of a paragraph: runs with their marks, links, references to notes, formulas and pictures. */
import {
  Bookmark,
  EmphasisMarkType,
  EndnoteReferenceRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  SimpleField,
  Tab,
  TextRun,
  Math as WordMath,
} from 'docx';
import { threadOf } from './comments';
import { formulaOf, texOf } from './formulas';
import { isChip, isHidden, labelOf, locatorOf } from './notes';
import { type Element, hasClass, isElement, type Node, textOf } from './page';
import { pictureOf } from './pictures';
import { sourceWords } from './sourceWords';
import type { TAG_STYLES } from './styles';
import { TWIPS_IN_PIXEL, type Writing } from './writing';

export type Format = Omit<IRunOptions, 'children' | 'text' | 'break'>;

/** Letters of scripts that aren't set in italics. */
const WITHOUT_ITALICS = /[\u0590-\u08ff\u2e80-\uffef]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The runs of some inline content. White space at its ends falls away, as it does on a page. */
export function inlineOf(nodes: readonly Node[], writing: Writing, base: Format = {}): ParagraphChild[] {
  const inline = new Inline(writing);
  inline.addAll(nodes, base);
  return inline.end();
}

/** Inline content as it is written, from front to back. */
class Inline {
  private readonly writing: Writing;
  private readonly written: ParagraphChild[] = [];
  /** Text that more of the same format may be added to. */
  private waiting: { text: string; readonly format: Format } | null = null;
  /** True if the mark of a note was written last. A comma then separates the next mark from it. */
  private afterMark = false;
  private atStart = true;
  /** True if a space stood before a thread. It is written after the thread if more text follows. */
  private owesSpace = false;

  constructor(writing: Writing) {
    this.writing = writing;
  }

  addAll(nodes: readonly Node[], format: Format): void {
    for (const node of nodes) this.add(node, format);
  }

  end(): ParagraphChild[] {
    if (this.waiting) this.waiting.text = this.waiting.text.replace(/ +$/, '');
    this.flush();
    return this.written;
  }

  private add(node: Node, format: Format): void {
    if (!isElement(node)) this.addText(node, format);
    else if (isHidden(node) || hasClass(node, 'thread-mark')) return;
    else if (hasClass(node, 'thread')) this.addThread(node);
    else if (isChip(node)) this.addMark(citation(node, this.writing, format));
    else if (hasClass(node, 'note-link')) this.addMark(remark(node, this.writing));
    else this.addElement(node, format);
  }

  private addText(raw: string, format: Format): void {
    const words = raw.replace(/[ \t\r\n\f]+/g, ' ').replace(this.atStart ? /^ / : /^(?!)/, '');
    if (words === '') return;
    const text = this.owesSpace && !words.startsWith(' ') ? ` ${words}` : words;
    this.owesSpace = false;
    if (this.waiting?.format === format) this.waiting.text += text;
    else {
      this.flush();
      this.waiting = { text, format };
    }
    this.atStart = text.endsWith(' ');
    if (text.trim() !== '') this.afterMark = false;
  }

  private addMark(marks: readonly ParagraphChild[]): void {
    // A mark stands close to the word before it.
    if (this.waiting) this.waiting.text = this.waiting.text.replace(/[ \u00a0]+$/, '');
    const apart = this.afterMark;
    this.flush();
    if (apart) this.written.push(run(',', { superScript: true }));
    this.written.push(...marks);
    this.afterMark = true;
    this.atStart = false;
  }

  /** Adds a thread as comments on all text before it. A footnote has no comments. */
  private addThread(element: Element): void {
    if (this.writing.inNote) return;
    if (this.waiting) {
      const text = this.waiting.text.replace(/ +$/, '');
      this.owesSpace ||= text !== this.waiting.text;
      this.waiting.text = text;
    }
    this.flush();
    const { start, end } = threadOf(element, this.writing.comments);
    this.written.unshift(...start);
    this.written.push(...end);
  }

  private addElement(element: Element, format: Format): void {
    const { name, attributes } = element;
    switch (name) {
      case 'br':
        this.push(new TextRun({ break: 1 }));
        this.atStart = true;
        break;
      case 'a':
        for (const child of link(element, this.writing, format)) this.push(child);
        break;
      case 'math':
        this.push(formula(element, format));
        break;
      case 'img':
        this.push(picture(element, this.writing, format));
        break;
      case 'input':
        this.push(new TextRun({ children: ['checked' in attributes ? '☒' : '☐', new Tab()], font: 'Segoe UI Symbol' }));
        this.atStart = true;
        break;
      case 'code':
        this.push(run(textOf(element), { ...format, style: 'CodeCharacter', noProof: true }));
        break;
      case 'svg':
        break;
      default:
        this.addMarked(element, format);
    }
  }

  private addMarked(element: Element, format: Format): void {
    if (hasClass(element, 'tag')) {
      this.push(run(`[${textOf(element)}]`, { style: tagStyle(element) }));
      return;
    }
    // A citation of a source that the brief doesn't have is as it is written.
    if (hasClass(element, 'chip')) {
      this.push(run(`[${textOf(element)}]`, format));
      return;
    }
    this.addAll(element.children, { ...format, ...formatOf(element) });
    if (!hasClass(element, 'alert-title')) return;
    this.push(new TextRun({ break: 1 }));
    this.atStart = true;
  }

  private push(child: ParagraphChild): void {
    this.flush();
    this.written.push(child);
    this.afterMark = false;
    this.atStart = false;
  }

  private flush(): void {
    if (this.waiting && this.waiting.text !== '') this.written.push(run(this.waiting.text, this.waiting.format));
    this.waiting = null;
  }
}

/** Returns the style of a tag. It tells what the tag means, so that an import of the document knows it. */
function tagStyle(element: Element): (typeof TAG_STYLES)[number] {
  if (hasClass(element, 'tag-computed')) return 'TagComputed';
  if (hasClass(element, 'tag-section')) return 'TagSection';
  if (hasClass(element, 'tag-own')) return 'TagOwn';
  if (hasClass(element, 'tag-gap')) return 'TagGap';
  return hasClass(element, 'tag-missing') ? 'TagMissing' : 'Tag';
}

function formatOf(element: Element): Format {
  const { name } = element;
  const classes = element.attributes['class'] ?? '';
  switch (name) {
    case 'strong':
      return { bold: true, boldComplexScript: true };
    case 'b':
      return { bold: true, boldComplexScript: true };
    case 'i':
      return { italics: true };
    case 'u':
      return { underline: {} };
    case 'span':
      return classes === 'small-caps'
        ? { smallCaps: true }
        : classes === 'upright'
          ? { italics: false, bold: false }
          : {};
    case 'em':
      if (classes.includes('em-marked')) return { emphasisMark: { type: EmphasisMarkType.DOT } };
      return classes.includes('em-bolder') ? { bold: true, boldComplexScript: true } : { italics: true };
    case 'cite':
      return { italics: !WITHOUT_ITALICS.test(textOf(element)) };
    case 'ins':
      return { underline: {} };
    case 's':
    case 'del':
      return { strike: true };
    case 'sup':
      return { superScript: true };
    case 'sub':
      return { subScript: true };
    default:
      return {};
  }
}

export function run(text: string, format: Format = {}): TextRun {
  return new TextRun({ ...format, text, ...(RIGHT_TO_LEFT.test(text) && { rightToLeft: true }) });
}

// ── Notes ───────────────────────────────────────────────────────────────────────────────────────────────────

const MARK: Format = { style: 'EndnoteReference' };

function citation(chip: Element, writing: Writing, format: Format): ParagraphChild[] {
  const { notes } = writing;
  const note = notes.sources.get(chip.attributes['href'] ?? '');
  const locator = locatorOf(chip);
  const detail = locator === '' ? [] : [run(`(${locator})`, { superScript: true })];
  if (!note) {
    const entry = notes.uncited.find(({ attributes }) => `#${attributes['id']}` === chip.attributes['href']);
    const words = entry ? inlineOf(sourceWords(entry), writing, format) : [run(labelOf(chip), format)];
    return [run(' (', format), ...words, run(locator === '' ? ')' : `, ${locator})`, format)];
  }
  const name = `_source${note.id}`;
  if (note.anchor === chip)
    return [new Bookmark({ id: name, children: [new EndnoteReferenceRun(note.id)] }), ...detail];
  return [field(`NOTEREF ${name} \\h`, run(note.mark, MARK)), ...detail];
}

function remark(link: Element, { notes }: Writing): ParagraphChild[] {
  const note = notes.remarks.get(link.attributes['href'] ?? '');
  if (!note) return [run(textOf(link), { superScript: true })];
  const name = `_remark${note.id}`;
  if (note.anchor === link) return [new Bookmark({ id: name, children: [new FootnoteReferenceRun(note.id)] })];
  const mark = run(note.mark, { style: 'FootnoteReference' });
  return [field(`NOTEREF ${name} \\h`, mark)];
}

/** Makes a field, with the text that it shows until somebody updates it. */
export function field(instruction: string, shown: TextRun): SimpleField {
  const simple = new SimpleField(` ${instruction} `);
  simple.addChildElement(shown);
  return simple;
}

// ── Links, formulas, pictures ───────────────────────────────────────────────────────────────────────────────

/**
 * Writes a link to the web, to a mailbox or into the document. Other links become text, as the document is read without the
 * brief's files.
 */
function link(element: Element, writing: Writing, format: Format): ParagraphChild[] {
  const { href = '' } = element.attributes;
  const bookmark = writing.bookmarks.get(href);
  if (bookmark !== undefined && writing.numbered.has(href) && hasClass(element, 'figure-link')) {
    return [field(`REF ${bookmark} \\h`, run(textOf(element), format))];
  }
  const isPlain = hasClass(element, 'figure-link') || hasClass(element, 'value');
  const linked = isPlain ? format : { ...format, style: 'Hyperlink' };
  if (bookmark !== undefined) {
    return [new InternalHyperlink({ anchor: bookmark, children: inlineOf(element.children, writing, linked) })];
  }
  if (!/^(?:https?:\/\/[^/]|mailto:.)/i.test(href)) return inlineOf(element.children, writing, format);
  return [new ExternalHyperlink({ link: href, children: inlineOf(element.children, writing, linked) })];
}

function formula(math: Element, format: Format): ParagraphChild {
  const children = formulaOf(math);
  return children ? new WordMath({ children }) : run(texOf(math), { ...format, style: 'CodeCharacter', noProof: true });
}

function picture({ attributes }: Element, { files, width }: Writing, format: Format): ParagraphChild {
  const { src, 'data-src': path = '', alt = '', width: wanted = '' } = attributes;
  const bytes = files.get(src ?? path);
  const words = alt.trim() === '' ? path : alt;
  return (
    (bytes &&
      pictureOf(bytes, { most: width / TWIPS_IN_PIXEL, wide: wideOf(wanted, width / TWIPS_IN_PIXEL), words })) ??
    run(words, { ...format, italics: true })
  );
}

/** Returns the width that an author wants for a picture, in pixels; null if there is none. */
function wideOf(wanted: string, most: number): number | null {
  const [, number, percent] = /^(\d+)(%?)$/.exec(wanted) ?? [];
  if (number === undefined || Number(number) === 0) return null;
  return percent === '%' ? (Number(number) / 100) * most : Number(number);
}

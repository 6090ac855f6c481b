/** The text of a Word document, or its notes, into a writer of Markdown. WordprocessingML as ISO/IEC 29500-1 has it. */
import type { MarkdownWriter } from '../pastedHtml/markdownWriter';
import { createLists } from './lists';
import type { ListLevel, ParagraphStyle } from './parts';
import { createRuns, type RunContext } from './runs';
import { readXml } from './xml';

export interface Context extends RunContext {
  readonly numbering: ReadonlyMap<string, ListLevel>;
  /** How much deeper than in Word headings are: 1 below a title, else 0. */
  readonly below: number;
  /** The label of a note as the text refers to it: its number in the order of the text. */
  labelOf(kind: 'footnote' | 'endnote', id: string): string;
}

/** What is no text: deleted and moved text, and what stands beside a newer form of the same. */
export const SKIPPED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:object', 'm:oMathPara']);

/** The boxes of tasks in a document of ours, where Word has no list of them. */
const BOXES: ReadonlyMap<string, string> = new Map([
  ['☐', '[ ] '],
  ['☒', '[x] '],
]);

interface OpenParagraph {
  style: ParagraphStyle;
  list: { readonly id: string; readonly depth: number } | null;
  level: number | null;
  /** What a document of ours shows by its style. */
  kind: 'Code' | 'Quote' | null;
}

/** @returns whether all was read: not where it is nested too deep */
export function writeBody(xml: string, writer: MarkdownWriter, context: Context): boolean {
  const lists = createLists(writer, context.numbering);
  const runs = createRuns(writer, context);
  let skipped = 0;
  let tables = 0;
  let paragraph: OpenParagraph | null = null;
  /** Whether the open paragraph has text: only then is it known to be a heading or an item. */
  let begun = false;
  let inText = false;
  /** What has been opened for the paragraph. */
  let open: OpenParagraph['kind'] = null;

  const begin = () => {
    if (!paragraph || begun) return;
    begun = true;
    const { style, list, level } = paragraph;
    const heading = level ?? style.level;
    const inList = list ?? style.list;
    runs.setPlain(heading !== undefined);
    if (tables > 0) return;
    if (paragraph.kind !== null) {
      lists.close();
      open = paragraph.kind;
      if (open === 'Code') writer.openCode();
      else writer.openQuote();
      return;
    }
    if (heading !== undefined) {
      lists.close();
      writer.heading(Math.min(heading === 0 ? 1 : heading + context.below, 6));
    } else if (inList && inList.id !== '0') lists.item(inList.id, inList.depth);
    else lists.close();
  };
  const end = () => {
    if (open === 'Code') writer.closeCode();
    else if (open === 'Quote') writer.closeQuote();
    else writer.block();
    open = null;
  };
  const put = (text: string) => {
    if (paragraph?.style.isContents) return;
    const box = context.isOwn && !begun && tables === 0 ? BOXES.get(text) : undefined;
    if (box !== undefined && paragraph) {
      paragraph.list = { id: 'tasks', depth: 0 };
      begin();
      writer.raw(box);
      return;
    }
    if (text !== '') begin();
    runs.text(text);
  };

  return readXml(xml, {
    open: (name, attributes) => {
      if (SKIPPED.has(name)) skipped++;
      if (skipped > 0) return;
      const value = attributes['w:val'] ?? '';
      if (name === 'w:p') {
        // A text box stands within a paragraph.
        if (paragraph) runs.end();
        end();
        paragraph = { style: {}, list: null, level: null, kind: null };
        begun = false;
      } else if (paragraph && name === 'w:pStyle') {
        paragraph.style = context.styles.get(value) ?? {};
        if (context.isOwn && (value === 'Code' || value === 'Quote')) paragraph.kind = value;
      } else if (paragraph && name === 'w:outlineLvl') paragraph.level = Number(value) < 9 ? Number(value) + 1 : null;
      else if (paragraph && name === 'w:numId') paragraph.list = { id: value, depth: paragraph.list?.depth ?? 0 };
      else if (paragraph && name === 'w:ilvl')
        paragraph.list = { id: paragraph.list?.id ?? '0', depth: Number(value) || 0 };
      else if (name === 'w:tbl' && ++tables === 1) {
        lists.close();
        writer.openTable();
      } else if (name === 'w:tr' && tables === 1) writer.row();
      else if (name === 'w:tc' && tables === 1) writer.cell();
      else if (name === 'w:t') inText = true;
      else if (name === 'w:tab') put(' ');
      else if (name === 'w:br' || name === 'w:cr') {
        if (attributes['w:type'] === undefined) put('\n');
      } else if (name === 'w:noBreakHyphen') put('-');
      else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
        const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        const label = context.labelOf(kind, attributes['w:id'] ?? '');
        begin();
        runs.note(label);
      } else runs.open(name, attributes);
    },
    close: (name) => {
      if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
      if (skipped > 0) return;
      if (name === 'w:t') inText = false;
      else if (name === 'w:p') {
        runs.end();
        end();
        paragraph = null;
      } else if (name === 'w:tbl' && --tables === 0) writer.closeTable();
      else runs.close(name);
    },
    text: (text) => {
      if (skipped > 0) return;
      if (inText) put(text);
      else runs.instruction(text);
    },
  });
}

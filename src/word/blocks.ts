/** The blocks of a page as paragraphs and tables. */
import { Bookmark, HeadingLevel, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { figureOf, tilesOf } from './figures';
import { type Format, inlineOf, run } from './inline';
import { INDENT } from './lists';
import { isHidden, isRemarkList, isSourceList } from './notes';
import { type Element, hasClass, isElement, type Node, textOf } from './page';
import { alignedIn, type Block, indentOf, type Place, type Start, TOP } from './place';
import { tableOf } from './tables';
import { sideOf, type Writing } from './writing';

const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table blockquote pre figure hr section header article details summary'.split(
    ' ',
  ),
);
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];

const BOLD: Format = { bold: true, boldComplexScript: true };

const isBlock = (node: Node): node is Element => isElement(node) && BLOCKS.has(node.name);

/** Blocks, and what stands between them as paragraphs. */
export function blocksOf(nodes: readonly Node[], writing: Writing, place: Place): Block[] {
  const blocks: Block[] = [];
  let line: Node[] = [];
  const endLine = () => {
    if (line.some((node) => isElement(node) || node.trim() !== '')) blocks.push(...paragraphsOf(line, writing, place));
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && isHidden(node)) continue;
    if (!isBlock(node)) {
      line.push(node);
      continue;
    }
    endLine();
    blocks.push(...blockOf(node, writing, place));
  }
  endLine();
  return blocks;
}

function blockOf(element: Element, writing: Writing, place: Place): Block[] {
  const { name, children } = element;
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading !== undefined) return [headingOf(element, Number(heading), writing, { ...place, ...alignedIn(element) })];
  if (isSourceList(element) || isRemarkList(element)) return [];
  if (hasClass(element, 'tiles')) return tilesOf(element, writing);
  if (hasClass(element, 'topics')) return [topicsOf(element, writing)];
  switch (name) {
    case 'ul':
    case 'ol':
      return listOf(element, writing, place);
    case 'table':
      return tableOf(element, writing, place, blocksOf);
    case 'figure':
      return figureOf(element, writing, blocksOf);
    case 'pre':
      return [codeOf(element, writing, place)];
    case 'hr':
      return [new Paragraph({ thematicBreak: true })];
    case 'blockquote':
      return blocksOf(children, writing, { ...place, quotes: place.quotes + 1, style: 'Quote' });
  }
  const around = { ...place, ...alignedIn(element), ...(name === 'dd' && { depth: place.depth + 1 }) };
  if (children.some(isBlock)) return blocksOf(children, writing, around);
  const format = name === 'summary' || name === 'dt' ? { format: BOLD } : {};
  return paragraphsOf(children, writing, { ...around, ...styleOf(element), ...format }, element.attributes['dir']);
}

const STYLES: Readonly<Record<string, string>> = {
  subtitle: 'Subtitle',
  byline: 'Byline',
  'figure-note': 'FigureNote',
  'figure-error': 'Problem',
  unreadable: 'Problem',
};

function styleOf({ attributes }: Element): { style?: string } {
  const style = (attributes['class'] ?? '').split(' ').flatMap((name) => STYLES[name] ?? [])[0];
  return style === undefined ? {} : { style };
}

/** A paragraph; none where nothing would be seen of it. */
function paragraphsOf(nodes: readonly Node[], writing: Writing, place: Place, direction?: string): Paragraph[] {
  const children = inlineOf(nodes, writing, place.format);
  return children.length === 0 ? [] : [paragraph(children, writing, place, direction)];
}

export function paragraph(
  children: readonly ParagraphChild[],
  writing: Writing,
  place: Place,
  direction: string = writing.direction,
): Paragraph {
  const { lead } = place;
  const isFirst = lead !== undefined && lead.start !== null;
  const start: Start = (isFirst && lead.start) || { indent: { left: indentOf(place) } };
  if (isFirst) lead.start = null;
  return new Paragraph({
    children: isFirst ? [...(lead.runs ?? []), ...children] : children,
    ...(place.style !== undefined && { style: place.style }),
    ...(indentOf(place) > 0 || 'numbering' in start ? start : {}),
    ...(place.keepNext && { keepNext: true }),
    ...(place.alignment !== undefined && { alignment: place.alignment }),
    ...sideOf(direction),
  });
}

function headingOf(element: Element, level: number, writing: Writing, place: Place): Paragraph {
  const children = inlineOf(element.children, writing);
  const bookmark = writing.bookmarks.get(`#${element.attributes['id']}`);
  // The title of the page has its own style, and the sections below it start with the first level.
  const heading = level === 1 ? HeadingLevel.TITLE : (HEADINGS[level - 2] ?? HeadingLevel.HEADING_5);
  return new Paragraph({
    heading,
    children: bookmark === undefined ? children : [new Bookmark({ id: bookmark, children })],
    ...(place.alignment !== undefined && { alignment: place.alignment }),
    ...sideOf(element.attributes['dir'] ?? writing.direction),
  });
}

function topicsOf(list: Element, writing: Writing): Paragraph {
  const topics = list.children.map((topic) => textOf(topic)).join(' · ');
  return paragraph([run(topics)], writing, { ...TOP, style: 'Topics' });
}

function listOf(list: Element, writing: Writing, place: Place): Block[] {
  const level = Math.min(8, place.depth);
  const isNumbered = list.name === 'ol';
  const first = Number(list.attributes['start'] ?? 1);
  const instance = isNumbered ? writing.nextList() : 0;
  const inside: Place = { ...place, style: place.style ?? 'ListParagraph', depth: place.depth + 1 };
  return list.children.filter(isElement).flatMap((item) => {
    const numbering = { reference: isNumbered ? `numbers-${first}` : 'bullets', level, instance };
    const indent = { left: indentOf(inside), hanging: INDENT };
    const start = hasClass(item, 'task') ? { indent } : { numbering, indent };
    const marks = { ...inside, lead: { start } };
    const blocks = blocksOf(item.children, writing, marks);
    // Its number stands alone where it is empty, or starts with what has no place for one.
    return marks.lead.start === null ? blocks : [paragraph([], writing, marks), ...blocks];
  });
}

/** Code in one paragraph, so that nothing parts its lines. */
function codeOf(element: Element, writing: Writing, place: Place): Paragraph {
  const lines = textOf(element)
    .replace(/\n$/, '')
    .split(/\r\n?|\n/);
  const runs = lines.map((text, index) => new TextRun({ text, noProof: true, ...(index > 0 && { break: 1 }) }));
  return paragraph(runs, { ...writing, direction: 'ltr' }, { ...place, style: 'Code' });
}

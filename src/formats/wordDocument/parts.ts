/** Reads the parts beside the text: styles, numbering, the targets of links. */
import { readXml } from './xml';

export interface ListLevel {
  readonly isOrdered: boolean;
  /** Lists with the same counter go on with each other's numbers. */
  readonly counter: string;
  /** Number of its first item. */
  readonly start: number;
}

/** Meaning of a style for Markdown. */
export interface ParagraphStyle {
  /** 0 for the title of the document, 1 and up for headings; absent for text. */
  readonly level?: number;
  readonly list?: { readonly id: string; readonly depth: number };
  /** True for a table of contents, which repeats the headings. */
  readonly isContents?: boolean;
  /** True for a style of runs that raises its text. */
  readonly isRaised?: boolean;
}

/** Reads the styles by their ids, each with what it takes over from the style that it is based on. */
export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  interface Raw {
    name: string;
    basedOn: string;
    outline?: number;
    list?: string;
    depth: number;
    raised?: boolean;
  }
  const raw = new Map<string, Raw>();
  let style: Raw | null = null;
  readXml(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') {
        style = { name: '', basedOn: '', depth: 0 };
        raw.set(attributes['w:styleId'] ?? '', style);
      } else if (style) {
        if (name === 'w:name') style.name = value.toLowerCase();
        else if (name === 'w:basedOn') style.basedOn = value;
        else if (name === 'w:vertAlign') style.raised = value === 'superscript';
        else if (name === 'w:outlineLvl') style.outline = Number(value);
        else if (name === 'w:numId') style.list = value;
        else if (name === 'w:ilvl') style.depth = Number(value) || 0;
      }
    },
    close: (name) => {
      if (name === 'w:style') style = null;
    },
  });
  const meant = (id: string, hops: number): ParagraphStyle => {
    const found = raw.get(id);
    if (!found || hops > 20) return {};
    const base = meant(found.basedOn, hops + 1);
    const named = found.name === 'title' ? 0 : Number(/^heading (\d)$/.exec(found.name)?.[1] ?? Number.NaN);
    const level = Number.isNaN(named) ? outlineLevel(found.outline) : named;
    return {
      ...base,
      ...(level === undefined ? {} : { level }),
      ...(found.list === undefined ? {} : { list: { id: found.list, depth: found.depth } }),
      ...(found.raised === undefined ? {} : { isRaised: found.raised }),
      ...(/^toc (?:\d|heading)$/.test(found.name) ? { isContents: true } : {}),
    };
  };
  return new Map([...raw.keys()].map((id) => [id, meant(id, 0)]));
}

/** Word counts levels of the outline from 0; 9 is text. */
function outlineLevel(outline: number | undefined): number | undefined {
  return outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined;
}

/** Tells how each level of each list is numbered, by `id/depth`. A list goes on with its model's numbers unless it says a start. */
export function readNumbering(xml: string): ReadonlyMap<string, ListLevel> {
  const formats = new Map<string, string>();
  const starts = new Map<string, number>();
  /** Starts that a list says itself, by `id/depth`. */
  const own = new Map<string, number>();
  const levels = new Map<string, ListLevel>();
  const bases = new Map<string, string>();
  let abstract = '';
  let list = '';
  let depth = '';
  readXml(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') abstract = attributes['w:abstractNumId'] ?? '';
      else if (name === 'w:num') list = attributes['w:numId'] ?? '';
      else if (name === 'w:abstractNumId') bases.set(list, value);
      else if (name === 'w:lvl' || name === 'w:lvlOverride') depth = attributes['w:ilvl'] ?? '0';
      else if (name === 'w:start' && abstract !== '') starts.set(`${abstract}/${depth}`, Number(value) || 0);
      else if (name === 'w:startOverride') own.set(`${list}/${depth}`, Number(value) || 0);
      else if (name === 'w:numFmt' && abstract !== '') formats.set(`${abstract}/${depth}`, value);
    },
    close: (name) => {
      if (name === 'w:abstractNum') abstract = '';
    },
  });
  for (const [id, base] of bases) {
    for (let at = 0; at < 9; at++) {
      const format = formats.get(`${base}/${at}`);
      if (format === undefined) continue;
      const start = own.get(`${id}/${at}`);
      levels.set(`${id}/${at}`, {
        isOrdered: format !== 'bullet' && format !== 'none',
        counter: start === undefined ? `model ${base}` : id,
        start: start ?? starts.get(`${base}/${at}`) ?? 1,
      });
    }
  }
  return levels;
}

/** Reads the addresses of external links, by the links' ids. */
export function readLinks(xml: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  readXml(xml, {
    open: (name, { Id, Target, TargetMode }) => {
      if (name === 'Relationship' && Id !== undefined && TargetMode === 'External') links.set(Id, Target ?? '');
    },
  });
  return links;
}

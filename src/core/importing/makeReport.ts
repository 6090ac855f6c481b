import type { Brief } from '../brief';
import { comparableUrl } from '../checks/urls';
import { type LayoutBlock, layoutOf } from '../model/layout';
import { indexLines, type Span } from '../text';
import { addressesIn, cleanAddress } from './addresses';
import {
  type CitationShape,
  type ImportReport,
  type ImportShape,
  MOST_EXAMPLES,
  type Notes,
  type Place,
  type Unplaced,
} from './report';

/**
 * What an import did, with the places of the input that it speaks of. That nothing is left unsaid rests on this alone:
 * each address of the input is that of a source of the brief, or is named.
 *
 * @param input the text as it was given
 * @param leftOut addresses of a file that was turned into `input`, in what was no text; lines of `input` are none of the
 *   file's then, and are not told. Absent where the input is what was given.
 */
export function makeReport(
  input: string,
  brief: Brief,
  notes: Notes,
  shape: ImportShape,
  leftOut?: readonly string[],
): ImportReport {
  const finder =
    leftOut === undefined
      ? () => placeFinder(input)
      : () =>
          (text: string): Place => ({ text });
  const place = finder();
  return {
    shape,
    citedBy: CITED_BY.filter((each) => notes.citedBy.has(each)),
    citations: brief.citations.length,
    sources: brief.sources.length,
    links: { cited: notes.cited, made: [...notes.made] },
    numbered: notes.numbered,
    merged: notes.merged,
    shortened: notes.shortened,
    removed: [...notes.removed].map(([kind, texts]) => {
      const at = finder();
      return { kind, count: texts.length, examples: texts.slice(0, MOST_EXAMPLES).map(at) };
    }),
    withoutSource: [...notes.stubs].sort(byNumber).map((id) => placeOfCitation(leftOut === undefined ? input : '', id)),
    lost: notes.lost.map(place),
    left: leftLinks(input, brief, leftOut),
    untitled: [...notes.untitled],
  };
}

const CITED_BY: readonly CitationShape[] = [
  'links',
  'numbers',
  'raised numbers',
  'bare numbers',
  'footnotes',
  'keys',
  'marks of an assistant',
];

/** Finds texts in the input one after the other: the same text again is looked for behind where it was. */
function placeFinder(input: string): (text: string) => Place {
  const lines = indexLines(input);
  const from = new Map<string, number>();
  return (text) => {
    const at = input.indexOf(text, from.get(text) ?? 0);
    if (at === -1) return { text };
    from.set(text, at + text.length);
    return { text, line: lines.lineAt(at) + 1 };
  };
}

/** Numbers in their order, before keys. */
function byNumber(a: string, b: string): number {
  return (Number(a) || Number.POSITIVE_INFINITY) - (Number(b) || Number.POSITIVE_INFINITY) || 0;
}

/** `[4]`, with the line of the first place that may cite it. */
function placeOfCitation(input: string, id: string): Place {
  const text = /^\d+$/.test(id) ? `[${id}]` : `[@${id}]`;
  const written = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const at = input.search(new RegExp(`[[【［,，;、\\s^@]${written}(?=[\\]】］,，;、\\s-]|$)`));
  return at === -1 ? { text } : { text, line: indexLines(input.slice(0, at + 1)).count };
}

function leftLinks(input: string, brief: Brief, leftOut: readonly string[] | undefined): Unplaced[] {
  const known = new Set(brief.sources.flatMap(({ url }) => (url ? [comparableUrl(url.value)] : [])));
  const lines = indexLines(input);
  const left: Unplaced[] = [];
  const whyAt = reasons(brief);
  for (const { url, span } of addressesIn(input)) {
    const key = comparableUrl(url);
    if (known.has(key)) continue;
    known.add(key);
    const line = leftOut === undefined ? { line: lines.lineAt(span.start) + 1 } : {};
    left.push({ text: url, ...line, why: whyAt(url) });
  }
  for (const url of leftOut ?? []) {
    const key = comparableUrl(url);
    if (!known.has(key)) left.push({ text: url, why: OUTSIDE });
    known.add(key);
  }
  return left;
}

const OUTSIDE = 'in the navigation or a control of the page, which is left out';

const BLOCKS: Readonly<Record<string, string>> = {
  heading: 'in a heading',
  fence: 'in code',
  code: 'in code',
  html: 'in HTML',
  comment: 'in a comment',
};

/** Says of an address in the brief why it is no source. */
function reasons(brief: Brief): (url: string) => string {
  const { text, frontMatter, sections } = brief;
  const blocks: LayoutBlock[] = [];
  const collect = (some: readonly LayoutBlock[]) => {
    for (const block of some) {
      blocks.push(block);
      collect(block.children);
    }
  };
  const holds = ({ start, end }: Span, at: number) => start <= at && at < end;
  return (url) => {
    const at = Math.max(text.indexOf(url), text.indexOf(cleanAddress(url)));
    if (at === -1) return 'written in another way in the brief';
    if (frontMatter && at < frontMatter.span.end) return 'in the front matter';
    if (blocks.length === 0) collect(layoutOf(brief));
    const kinds = blocks.filter(({ span }) => holds(span, at)).map(({ kind }) => kind);
    const named = kinds.map((kind) => BLOCKS[kind]).find((why) => why !== undefined);
    if (named !== undefined) return named;
    if (/!\[[^\]\n]{0,500}\]\(<?$/.test(text.slice(Math.max(0, at - 510), at))) return 'an image';
    if (sections.some(({ kind, span }) => kind === 'sources' && holds(span, at)))
      return "in the list of sources, but no source's first address";
    return text[at - 1] === '`' ? 'in code' : 'in no link that could be read';
  };
}

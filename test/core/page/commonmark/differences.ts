/**
 * Where a brief's page is meant to differ from what CommonMark specifies, and why: the examples by their numbers in
 * version 0.31.2 of its specification. What each reason changes is written as code, so that nothing else may differ.
 */
import { tests } from 'commonmark-spec';
import { safeUrl } from '../../../../src/core/base/safeUrl';
import { isTag, type Node, parseHtml, replaceNodes } from './plainHtml';
import { SHOWN_HTML } from './shownHtml';

export interface Reason {
  readonly why: string;
  readonly examples: readonly number[];
  /** What a brief's page has in the place of what is specified. */
  readonly change: (specified: readonly Node[], markdown: string) => readonly Node[];
}

export const DIFFERENCES: readonly Reason[] = [
  {
    why: 'of HTML the page shows what its list allows, whole and by itself; all other tags are text',
    examples: Object.keys(SHOWN_HTML).map(Number),
    change: (_specified, markdown) => parseHtml(SHOWN_HTML[numberOf(markdown)] ?? ''),
  },
  {
    why: 'after a comment, the rest of its line is Markdown and not HTML',
    examples: [177],
    change: (specified) =>
      specified.flatMap((node) => (node === '*bar*\n' ? parseHtml('<p><em>bar</em></p>') : [node])),
  },
  {
    why: 'a link leads where the gate for addresses lets it; of others, and of such images, their words stay',
    examples: [
      22, 23, 32, 33, 192, 193, 196, 198, 200, 202, 205, 206, 214, 215, 216, 217, 218, 346, 404, 419, 422, 433, 473,
      474, 482, 483, 485, 486, 487, 489, 500, 502, 505, 506, 507, 509, 510, 512, 514, 515, 516, 517, 518, 519, 521, 527,
      528, 529, 530, 531, 532, 533, 534, 535, 539, 540, 541, 542, 543, 544, 549, 550, 553, 554, 555, 556, 557, 558, 559,
      560, 561, 562, 564, 565, 566, 567, 568, 569, 570, 571, 572, 574, 575, 579, 581, 582, 583, 584, 585, 586, 587, 588,
      589, 591, 593, 596, 598, 599, 601,
    ],
    change: (specified) => replaceNodes(specified, refuse),
  },
  {
    why: 'the first heading of level 1 is the title, which stands above all else',
    examples: [68, 76, 78, 79, 83, 84, 141, 227],
    change: (specified) => {
      const title = specified.find((node) => isTag(node) && node.name === 'h1');
      return title === undefined ? specified : [title, ...specified.filter((node) => node !== title)];
    },
  },
  {
    why: 'an address that stands in the text is a link, as on GitHub',
    examples: [602, 608, 611],
    change: (specified) => replaceNodes(specified, linkAddresses),
  },
  {
    why: 'ids of headings have a prefix of ours, and so have the fragments that lead to them',
    examples: [501],
    change: (specified) =>
      replaceNodes(specified, (node) => {
        if (!isTag(node) || !node.attributes['href']?.startsWith('#')) return [node];
        return [{ ...node, attributes: { ...node.attributes, href: `#h-${node.attributes['href'].slice(1)}` } }];
      }),
  },
  {
    why: 'empty brackets are a citation that is not finished, and are marked',
    examples: [556, 587],
    change: (specified) => replaceNodes(specified, markEmptyBrackets),
  },
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  tests.map(({ markdown, number }) => [markdown.replaceAll('→', '\t'), number]),
);
const numberOf = (markdown: string): number => NUMBERS.get(markdown) ?? 0;

function refuse(node: Node): readonly Node[] {
  if (!isTag(node)) return [node];
  const { name, attributes, children } = node;
  const address = name === 'a' ? attributes['href'] : name === 'img' ? attributes['src'] : undefined;
  if (address === undefined || safeUrl(address) !== null) return [node];
  if (name === 'img') return [{ name: 'span', attributes: {}, children: [attributes['alt'] || address] }];
  return [{ name: 'span', attributes: { title: `This address is not opened: ${address}` }, children }];
}

function linkAddresses(node: Node): readonly Node[] {
  if (isTag(node)) return [node];
  return node.split(/(https?:\/\/[^\s<>]+)/).map((part, index) => {
    return index % 2 === 0 ? part : { name: 'a', attributes: { href: part }, children: [part] };
  });
}

function markEmptyBrackets(node: Node): readonly Node[] {
  if (isTag(node)) return [node];
  const mark = { name: 'span', attributes: { title: 'the brackets are empty' }, children: ['[]'] };
  return node.split(/(\[\](?!:))/).map((part, index) => (index % 2 === 0 ? part : mark));
}

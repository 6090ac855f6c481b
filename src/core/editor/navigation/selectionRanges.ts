import { contains, type Span, touches } from '../../base/text';
import { type LayoutBlock, layoutOf, verbatimIn } from '../../brief/blocks/layout';
import type { Brief } from '../../brief/types';
import { frontMatterLayout, readLaidOut } from '../../document/frontMatter/layout';
import type { YamlNode } from '../../document/frontMatter/yaml/yamlTree';

/**
 * Returns the spans that a growing selection at a place covers, the narrowest first, each within the next. In the body:
 * word, source in a citation, citation, citations side by side, sentence, insight, item with those nested in it, list,
 * section, body, document. In front matter: word, value, key with its value, entry, list, front matter.
 */
export function selectionRanges(brief: Brief, offset: number): Span[] {
  const { frontMatter, text } = brief;
  const inYaml = frontMatter !== null && touches(frontMatter.span, offset);
  const spans = [
    ...wordAt(brief, offset),
    ...(inYaml ? yamlSpans(brief, offset) : bodySpans(brief, offset)),
    { start: 0, end: text.length },
  ];
  const growing: Span[] = [];
  for (const span of spans.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = growing.at(-1);
    if (span.start === span.end || !touches(span, offset)) continue;
    if (!last) growing.push(span);
    else if (contains(span, last) && !contains(last, span)) growing.push(span);
  }
  return growing.length > 0 ? growing : [{ start: offset, end: offset }];
}

function bodySpans(brief: Brief, offset: number): Span[] {
  const { sections, insights, citations, clusters, figureReferences, frontMatter, text } = brief;
  const here = ({ span }: { readonly span: Span }) => touches(span, offset);
  const held = insights.filter(here);
  return [
    ...figureReferences.filter(here).map(({ span }) => span),
    ...citations.filter(here).flatMap(({ span, items }) => [span, ...items.map((item) => item.span)]),
    ...clusters.flatMap((cluster) => {
      const [first] = cluster;
      const last = cluster.at(-1);
      return first && last ? [{ start: first.span.start, end: last.span.end }] : [];
    }),
    ...held.flatMap(({ span, sentences }) => [span, ...sentences.map((sentence) => sentence.span)]),
    ...blocksAt(layoutOf(brief), offset),
    ...verbatimIn(brief),
    ...sections.filter(here).map(({ span }) => span),
    ...sections.filter(here).map(({ headingSpan }) => headingSpan),
    { start: frontMatter?.span.end ?? 0, end: text.length },
  ];
}

function blocksAt(blocks: readonly LayoutBlock[], offset: number): Span[] {
  return blocks
    .filter(({ span }) => touches(span, offset))
    .flatMap(({ span, children }) => [span, ...blocksAt(children, offset)]);
}

function yamlSpans({ text, frontMatter }: Brief, offset: number): Span[] {
  if (!frontMatter) return [];
  const key = frontMatterLayout(text, frontMatter).keys.find(({ span }) => touches(span, offset));
  const entry = key?.entries.find((span) => touches(span, offset));
  const part = entry ?? key?.span;
  const node = part ? readLaidOut(text, part) : null;
  const list = key?.entries[0] && { start: key.entries[0].start, end: key.entries.at(-1)?.end ?? key.span.end };
  return [
    ...(node ? nodeSpans(node) : []),
    ...[entry, list, key?.span].filter((span) => span !== undefined),
    frontMatter.yaml,
    frontMatter.span,
  ];
}

function nodeSpans(node: YamlNode): Span[] {
  if (node.kind === 'text') return [node.span];
  if (node.kind === 'list') return [node.span, ...node.items.flatMap((item) => (item ? nodeSpans(item) : []))];
  const pairs = node.pairs.flatMap(({ keySpan, value }) => [
    { start: keySpan.start, end: value?.span.end ?? keySpan.end },
    ...(value ? nodeSpans(value) : []),
  ]);
  return [node.span, ...pairs];
}

/** The word at an offset, or the word that ends there. CJK text is cut into words if the platform can. */
function wordAt({ text, lines, language }: Brief, offset: number): Span[] {
  const line = lines.lineAt(offset);
  // A line may be very long; no word is.
  const start = Math.max(lines.startOf(line), offset - LONGEST_WORD);
  const around = text.slice(start, Math.min(lines.endOf(line), offset + LONGEST_WORD));
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of new Intl.Segmenter(localeOf(language), {
    granularity: 'word',
  }).segment(around)) {
    const span = { start: start + index, end: start + index + segment.length };
    if (isWordLike && touches(span, offset)) words.push(span);
  }
  // Between two words, as in CJK text, the next one counts.
  return words.slice(-1);
}

const LONGEST_WORD = 100;

function localeOf(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

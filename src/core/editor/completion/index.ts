/** Completions at a place of a brief. */

import { say } from '../../base/say';
import { contains, type Span, touches } from '../../base/text';
import { sectionKindOf } from '../../brief/needs/sectionWords';
import { sourceOf } from '../../brief/queries/citedSources';
import type { Brief } from '../../brief/types';
import { inlineTextAt } from '../../document/inlinePlace';
import type { Block } from '../../evidence/cards/markup';
import { citedPassage, locatorOf, nearestPassage, passageBlocks } from '../../evidence/cards/passage';
import { notesBlocks, sourceCard } from '../../evidence/cards/sourceCard';
import { languageOf } from '../../languages';
import { citationsAt, emptyBracketIn } from './citations';
import { commentAt } from './comments';
import { type Completion, type CompletionRequest, type Completions, NOTHING } from './completion';
import { valuesAt } from './figures';
import { filesWantedAt, type KnownKeyPlace, knownKeyAt, type WantedFiles, yamlAt } from './frontMatter';
import type { YamlText } from './yamlSubject';

export type { Completion, CompletionKind, CompletionRequest, Completions } from './completion';
export type { WantedFiles } from './frontMatter';

/**
 * Returns the completions at an offset: sources and marks after `[` and `@`, figures after `{{` and `@fig:`, names of sections
 * after `##`. In the front matter and in `figure` blocks: keys and values; in our comments: rule codes. There are no
 * completions in code, math, addresses, and comments of others.
 */
export function completionsAt(brief: Brief, offset: number, request: CompletionRequest): Completions {
  const yaml = yamlTextAt(brief, offset);
  if (yaml) return yamlAt(brief, yaml, offset, request);
  const { text } = brief;
  if (brief.frontMatter && offset <= brief.frontMatter.span.end) return NOTHING;
  const block = brief.blocks.findLast(({ span }) => span.start <= offset);
  // A character that is typed at the end of a text may be in no block yet.
  const line = brief.lines.startOf(brief.lines.lineAt(offset));
  const isInBlock = block !== undefined && (touches(block.span, offset) || line < block.span.end);
  if (block && isInBlock && block.kind !== 'code' && block.kind !== 'figure') {
    // A heading has the author's own words. Nothing comes up there by itself.
    const sections = block.kind === 'heading' && request.asked ? sectionsAt(brief, offset) : null;
    if (sections) return sections;
    const leaf = inlineTextAt(text, block.span, offset);
    if (leaf === null) return NOTHING;
    const comment = commentAt(text, block.span.start, offset, request.asked);
    if (comment || leaf === 'comment') return comment ?? NOTHING;
    return valuesAt(brief, leaf, offset) ?? citationsAt(brief, leaf, offset, request);
  }
  return NOTHING;
}

/**
 * Returns the bracket around an offset of inline text, if nothing is written in it yet and a citation may stand there; else
 * null.
 */
export function emptyBracketAt(brief: Brief, offset: number): Span | null {
  const block = brief.blocks.findLast(({ span }) => span.start <= offset);
  if (!block || block.kind === 'code' || block.kind === 'figure') return null;
  const leaf = inlineTextAt(brief.text, block.span, offset);
  return leaf === null || leaf === 'comment' ? null : emptyBracketIn(brief, leaf, offset);
}

/** Returns the files that have to be read before completion, or null. The request then has them as `files` or `columns`. */
export function wantedFiles(brief: Brief, offset: number): WantedFiles | null {
  const yaml = yamlTextAt(brief, offset);
  return yaml && filesWantedAt(brief, yaml, offset);
}

/** The key of the front matter, or of a `figure` block, that stands at an offset. */
export function keyAt(brief: Brief, offset: number): KnownKeyPlace | null {
  const yaml = yamlTextAt(brief, offset);
  return yaml && knownKeyAt(brief, yaml, offset);
}

/** The front matter or the `figure` block that a place is in, between its fences. */
function yamlTextAt(brief: Brief, offset: number): YamlText | null {
  const { text, lines, frontMatter } = brief;
  if (frontMatter) {
    const { yaml, closed } = frontMatter;
    if (yaml.start <= offset && (offset < yaml.end || (offset === yaml.end && !closed)))
      return { span: yaml, owner: 'front matter' };
  } else if (isFirstKey(brief, offset)) {
    // Without a key there is no front matter yet.
    const line = lines.lineAt(offset);
    return { span: { start: lines.startOf(line), end: lines.endOf(line) }, owner: 'front matter' };
  }
  const block = brief.figures.find(
    ({ span, declaredIn }) => declaredIn === 'block' && contains(span, { start: offset, end: offset }),
  );
  if (!block) return null;
  const first = lines.lineAt(block.span.start);
  const last = lines.lineAt(block.span.end);
  const isClosed =
    last > first && /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(text.slice(lines.startOf(last), block.span.end));
  const start = lines.startOf(first + 1);
  const end = isClosed ? lines.startOf(last) : block.span.end;
  return start <= offset && (offset < end || !isClosed) ? { span: { start, end }, owner: 'figure' } : null;
}

/** True if an offset is on the first line with words after a `---` that a text starts with. */
function isFirstKey({ text, lines }: Brief, offset: number): boolean {
  const before = text.slice(0, lines.startOf(lines.lineAt(offset)));
  return before.length < 1000 && /^\ufeff?---[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*$/.test(before);
}

const HEADING = /^[ ]{0,3}#{2,6}[ \t]+([^\r\n[\]@{}]*)$/;

/** Returns the names of sections that aren't there yet, for a heading below the first level. */
function sectionsAt(brief: Brief, offset: number): Completions | null {
  const { text, lines, sections } = brief;
  const line = lines.lineAt(offset);
  const typed = HEADING.exec(text.slice(lines.startOf(line), offset))?.[1];
  if (typed === undefined) return null;
  const end = lines.endOf(line);
  const others = sections.filter(({ headingSpan }) => lines.lineAt(headingSpan.start) !== line);
  const there = new Set(others.map(({ heading }) => heading.toLowerCase()));
  const hasSources = others.some(({ kind }) => kind === 'sources');
  const spans = {
    insert: { start: offset - typed.length, end: offset },
    replace: { start: offset - typed.length, end },
  };
  const items = namesIn(brief.language)
    .filter((name) => !there.has(name.toLowerCase()) && !(hasSources && sectionKindOf(name) === 'sources'))
    .map((name): Completion => ({ kind: 'section', label: name, newText: name, ...spans }));
  return { items, incomplete: false };
}

function namesIn(language: string): readonly string[] {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  const traditional = primary === 'zh' && /-(?:hant|tw|hk|mo)\b/.test(tag);
  const { headings } = languageOf(traditional ? 'zh-hant' : primary) ?? {};
  return headings?.names ?? languageOf('en')?.headings?.names ?? [];
}

/**
 * Returns the documentation of a source in a completion: its card, and the passage that is nearest to the insight being
 * written.
 *
 * @param offset where it is to be cited
 * @returns nothing where no such source is declared
 */
export function sourceDocumentation(brief: Brief, id: string, offset: number): readonly Block[] {
  const source = sourceOf(brief, id);
  if (!source) return [];
  const insight = brief.insights.find(({ span }) => touches(span, offset));
  const text = insight?.sentences.findLast(({ span }) => span.start <= offset)?.text ?? insight?.text;
  const cited = citedPassage(source);
  const place = cited ?? (text === undefined ? null : nearestPassage(brief, source, text));
  const card = sourceCard(brief, source);
  const notes = notesBlocks(source);
  if (!place) return [card, ...notes];
  const where: Block = { kind: 'lines', lines: [[`${say('Nearest passage')}${locatorOf(brief, place)}`]] };
  return [card, { kind: 'rule' }, ...(cited ? [] : [where]), ...passageBlocks(brief, place), ...notes];
}

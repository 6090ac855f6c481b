/** Text in, model out: the stages from a document to its Brief, in order. */
import type { BibliographyFile, Brief, DataFile, Field, Figure, SourceDeclaration, SourceText } from '../brief';
import type { Workspace } from '../config/config';
import { inheritEvidence } from '../evidence/briefEvidence';
import { inheritRanking } from '../evidence/candidates';
import { parseFrontMatter } from '../syntax/frontMatter';
import { parseMarkdown } from '../syntax/markdown';
import { indexLines, type LineIndex, type Span } from '../text';
import { namesSource } from './captions';
import { type CitationReading, clustersOf, readCitations } from './citations';
import { suppressionsOf } from './comments';
import { gatherDeclarations, mergeDeclarations } from './declarations';
import type { BodyReading } from './drafts';
import { excuse } from './excuse';
import { buildInsights, idsOf, ownCoverage } from './insights';
import { createTextReader, type KnownTexts } from './knownTexts';
import { guessLanguage } from './language';
import { keepTree, parsedBodyOf } from './layout';
import { readBody } from './readBody';
import { keepReading } from './targets';

/** A brief longer than this, in UTF-16 units, is read up to here. */
const LONGEST = 10 * 1024 * 1024;

export interface ParseOptions {
  /** The files that the front matter's `bibliography` names, as far as they were read. */
  readonly bibliography?: readonly BibliographyFile[];
  /** The local copies that sources name with `text`, as far as they were read. */
  readonly texts?: readonly SourceText[];
  /** The files of rows that figures name, as far as they were read. */
  readonly data?: readonly DataFile[];
  /** What the configuration of its workspace gives it. */
  readonly workspace?: Workspace;
  /** An earlier version of the same brief: what an edit left alone is not read again. The result is the same. */
  readonly previous?: Brief;
}

/** What is known of each brief's texts, from which the next version takes it. */
const known = new WeakMap<Brief, KnownTexts>();
/** What each brief was read with besides its text. */
const circumstances = new WeakMap<Brief, ParseOptions>();

/**
 * Reads a brief. Never throws: what is wrong is in the model, beside all that could be read.
 *
 * @param text the whole document; all spans of the result are UTF-16 offsets in it
 */
export function parseBrief(text: string, options: ParseOptions = {}): Brief {
  const read = text.length > LONGEST ? text.slice(0, text.lastIndexOf('\n', LONGEST) + 1 || LONGEST) : text;
  const lines = indexLines(text);
  const { previous, workspace } = options;
  const frontMatter = previous && sameFrontMatter(previous, read) ? previous.frontMatter : parseFrontMatter(read);
  const base = frontMatter?.span.end ?? 0;
  const plain = asParserWants(read);
  const body = base === 0 ? plain : plain.slice(base);
  const tree = parseMarkdown(body, previous && parsedBodyOf(previous));
  const reading = readBody(plain, base, tree, frontMatter?.title?.value ?? null, workspace?.exemptSections ?? []);
  const language = frontMatter?.language?.value || guessLanguage(read.slice(base));

  const own = options.bibliography ?? [];
  const shared = workspace?.bibliography ?? [];
  const bibliography = [...own, ...shared];
  const copies = [...(options.texts ?? []), ...(workspace?.texts ?? [])];
  const { all, declared } = gatherDeclarations(plain, frontMatter, entriesOf(own), entriesOf(shared), reading);
  const named = [...(frontMatter?.figures ?? []), ...reading.figures];
  const found = readCitations(plain, reading, declared, named);
  const suppressions = suppressionsOf(reading.comments, lines, startsByLine(lines, reading, all), text.length);
  const texts = createTextReader(language, previous && known.get(previous));
  const built = buildInsights(read, language, reading, found.evidence, texts);
  const insights = excuse(built, suppressions, frontMatter, workspace?.excused ?? false);
  const sources = mergeDeclarations(all, copies, previous?.sources);
  const { titleHeading } = reading;

  const brief: Brief = {
    text,
    lines,
    language,
    frontMatter,
    title: frontMatter?.title ?? (titleHeading ? { value: titleHeading.text, span: titleHeading.span } : null),
    sections: reading.sections,
    insights,
    citations: found.citations,
    clusters: clustersOf(plain, found.citations),
    bibliography,
    texts: copies,
    data: options.data ?? [],
    sources,
    figures: [...named, ...tableFigures(plain, reading, found)],
    figureReferences: found.figureReferences,
    links: found.links,
    slips: found.slips,
    suppressions,
    blocks: reading.blocks,
    blockErrors: reading.figureErrors,
    blockUnknownKeys: reading.figureUnknownKeys,
    limits: limitsOf(text, read.length, reading),
  };
  known.set(brief, texts.known);
  const { previous: _, ...others } = options;
  circumstances.set(brief, others);
  keepTree(brief, { body, tree, base });
  keepReading(brief, reading);
  if (previous) inheritEvidence(brief, previous);
  if (previous) inheritRanking(brief, previous);
  return brief;
}

function entriesOf(files: readonly BibliographyFile[]): SourceDeclaration[] {
  return files.flatMap((file) => file.declarations);
}

/** Reads a changed text of a brief, with the same files and the same configuration. */
export function parseChanged(brief: Brief, text: string): Brief {
  return parseBrief(text, { ...circumstances.get(brief), previous: brief });
}

/** Whether a text starts with the very front matter of an earlier version, and goes on after its closing fence. */
function sameFrontMatter({ text, frontMatter }: Brief, next: string): boolean {
  if (!frontMatter?.closed) return false;
  const { end } = frontMatter.span;
  return next.startsWith(text.slice(0, end)) && /^(?:\r|\n|$)/.test(next.slice(end, end + 1));
}

/**
 * The text as the Markdown parser wants it, with every character in its place. It knows LF as the only line end, and no
 * white space after the last bar of a table's delimiter row (GFM allows it there). In an item of an ordered list it
 * takes a wrapped line that starts with a year, "2024. It …", for a list, which only 1 may start within a paragraph
 * (CommonMark 0.31, "List items"): a no-break space keeps it text.
 */
function asParserWants(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
  return plain
    .replace(/^([ \t>]*\|[ \t:|-]*)\|([ \t]+)$/gm, '$1$2|')
    .replace(/(?<=\S[ \t]*\n[ \t]{2,40}(?:1[5-9]|20)\d\d[.)])[ \t]/g, '\u00A0');
}

/** A Markdown table is an unnamed figure, covered by what is cited in it, in its caption and in its lead-in. */
function tableFigures(text: string, reading: BodyReading, found: CitationReading): Figure[] {
  return reading.tables.map((table) => {
    const held = [table, ...table.neighbors].map((part) => found.evidence.get(part));
    const citations = held.flatMap((part) => part?.citations ?? []);
    const named = table.neighbors.some(({ span }) => namesSource(text.slice(span.start, span.end)));
    const via = held.map((part) => ownCoverage(part).via).find((how) => how !== null) ?? (named ? 'textual' : null);
    const spanOf = (id: string) => citations.find((citation) => citation.items.some((item) => item.id === id))?.span;
    return {
      id: null,
      span: table.span,
      declaredIn: 'table',
      cites: idsOf(citations).map((id) => ({ value: id, span: spanOf(id) ?? table.span })),
      own: held.some((part) => part?.own),
      content: { kind: 'table', rows: table.rows },
      section: table.section,
      ...(via ? { citedVia: via } : {}),
    };
  });
}

/** The insights, entries and blocks that start on each line, for suppressions that speak of a line. */
function startsByLine(
  lines: LineIndex,
  reading: BodyReading,
  declarations: readonly SourceDeclaration[],
): Map<number, Span> {
  const starts = new Map<number, Span>();
  if (reading.comments.length === 0) return starts;
  const add = (span: Span) => {
    const line = lines.lineAt(span.start);
    const before = starts.get(line);
    starts.set(
      line,
      before ? { start: Math.min(before.start, span.start), end: Math.max(before.end, span.end) } : span,
    );
  };
  for (const { kind, span } of reading.blocks) if (kind !== 'list') add(span);
  for (const draft of reading.drafts) add(draft.span);
  for (const { uri, span } of declarations) if (uri === undefined) add(span);
  return starts;
}

function limitsOf(text: string, read: number, reading: BodyReading): Field[] {
  const limits = reading.tooDeep.map((span) => ({ value: 'Blocks nested more than 100 deep are not read.', span }));
  if (read < text.length) {
    const span = { start: read, end: text.length };
    limits.push({ value: 'The brief is over 10 MB: what follows is not read. Split it.', span });
  }
  return limits;
}

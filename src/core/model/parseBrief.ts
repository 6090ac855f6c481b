/** Text in, model out: the stages from a document to its Brief, in order. */

import { sameList } from '../base/same';
import { say } from '../base/say';
import { differenceBetween, indexLines, type LineIndex, type TextEdit } from '../base/text';
import type { BibliographyFile, Brief, DataFile, ImageFile, Limit, SourceText, StyleChoice, StyleFile } from '../brief';
import type { Workspace } from '../config/config';
import { inheritEvidence } from '../evidence/briefEvidence';
import { inheritRanking } from '../evidence/candidates';
import { parseFrontMatter } from '../syntax/frontMatter';
import { misspeltFence } from '../syntax/frontMatter/fences';
import type { ChangedLines } from './blocks/bodyBlocks';
import type { Unread } from './blocks/drafts';
import { movedSpan } from './blocks/move';
import { endOfLine, type ParserText, parserText, startOfLine } from './blocks/parserText';
import { readBody, titleHeadingOf } from './blocks/readBody';
import { endOfRead, type Reading, stepsBetween, whyNotRead } from './blocks/readTo';
import { startsOfLines } from './blocks/startsOfLines';
import { type BriefFacts, inheritFacts } from './briefFacts';
import { figureFacts, targetsOf } from './citations';
import { suppressionsOf } from './comments';
import { excuser } from './comments/excuse';
import { idleMarks, ownComments } from './comments/idleMarks';
import { createTextReader, type KnownTexts } from './knownTexts';
import { countScripts, countsAfter, languageOf, type ScriptCounts } from './language';
import { keepMeantBlocks, meantBlocks, meantBlocksOf } from './meantBlocks';
import { citesByYear, citesNumbers, citingIn, declaringIn, leavesOf, listsOf, placeParts, resolveParts } from './parts';
import { type Declarations, type DeclaringParts, gatherDeclarations } from './sources/declarations';
import { keepMeantSources, meantSources } from './sources/meantSources';
import { keepReading } from './targets';

export interface ParseOptions {
  /** The files that the front matter's `bibliography` names, as far as they were read. */
  readonly bibliography?: readonly BibliographyFile[];
  /** The local copies that sources name with `text`, as far as they were read. */
  readonly texts?: readonly SourceText[];
  /** The files of rows that figures name, as far as they were read. */
  readonly data?: readonly DataFile[];
  /** The style that the front matter names by its path, as far as it was read. */
  readonly styles?: readonly StyleFile[];
  /** The images that it shows, as far as they were looked for. */
  readonly images?: readonly ImageFile[];
  /** What the configuration of its workspace gives it. */
  readonly workspace?: Workspace;
  /** An earlier version of the same brief: what an edit left alone is not read again. The result is the same. */
  readonly previous?: Brief;
  /** The one edit since then, and the lines that the text has now, where they are known. */
  readonly change?: { readonly edit: TextEdit; readonly lines: LineIndex };
}

interface Known {
  readonly text: ParserText;
  readonly texts: KnownTexts;
  readonly facts: BriefFacts;
  /** Null where the front matter tells the language. */
  readonly scripts: ScriptCounts | null;
  /** The indexes of the blocks that declare something. */
  readonly declaring: readonly number[];
  /** The indexes of the blocks that cite in brackets. */
  readonly citing: readonly number[];
  readonly gathered: { readonly parts: DeclaringParts; readonly gathered: Declarations };
}

/** What is known of each brief, from which the next version takes it. */
const known = new WeakMap<Brief, Known>();
/** What each brief was read with besides its text. */
const circumstances = new WeakMap<Brief, ParseOptions>();

/**
 * Reads a brief. Never throws: what is wrong is in the model, beside all that could be read.
 *
 * @param text the whole document; all spans of the result are UTF-16 offsets in it
 */
export function parseBrief(text: string, options: ParseOptions = {}): Brief {
  const { previous, change } = options;
  const before = previous && known.get(previous);
  const edit = previous && (change?.edit ?? differenceBetween(previous.text, text));
  const lines = change?.lines ?? indexLines(text, previous && edit && { lines: previous.lines, edit });
  const now = { text, lines, end: endOfRead(text, lines) };
  if (!before || !edit) return readTo(now, options);
  const reading = { text: previous.text, lines: previous.lines, end: before.text.written.length };
  return stepsBetween(reading, now, edit).reduce<Brief>(
    (brief, step) => readTo(step, { ...options, previous: brief }, step.edit),
    previous,
  );
}

/** @param edit the one edit since the previous version, in what is read of it */
function readTo({ text, lines, end }: Reading, options: ParseOptions, edit?: TextEdit): Brief {
  const { previous, workspace } = options;
  const before = previous && known.get(previous);
  const readBefore = before?.text.written ?? '';
  const read = text.slice(0, end);
  const frontMatter =
    previous && sameFrontMatter(previous, read)
      ? previous.frontMatter
      : parseFrontMatter(read, previous?.frontMatter && edit ? { frontMatter: previous.frontMatter, edit } : undefined);
  const base = frontMatter?.span.end ?? 0;
  const parsed = parserText(read, before && edit && { ...before.text, edit });
  const { plain } = parsed;
  const body = base === 0 ? plain : plain.slice(base);
  const isEditOfBody = edit !== undefined && frontMatter === previous?.frontMatter && edit.span.start >= base;
  const title = frontMatter?.title ?? null;
  const meant = edit && previous && meantBlocksOf(previous);
  const { body: bodyRead, replaced } = readBody(
    { body, written: read, isPlain: plain === read, base },
    { frontMatterTitle: title?.value ?? null, exempt: workspace?.exemptSections ?? [] },
    // What the first line of a body becomes depends on the fence before it.
    meant && (base === 0) === (meant.body.base === 0)
      ? {
          body: meant.body,
          lines: changedLines(
            read.slice(base),
            isEditOfBody ? atBody(edit, base) : differenceBetween(readBefore.slice(meant.body.base), read.slice(base)),
          ),
        }
      : undefined,
  );
  const declaring = declaringIn(bodyRead, before && replaced && { found: before.declaring, replaced });
  const citing = citingIn(bodyRead, before && replaced && { found: before.citing, replaced });
  const declarations = placeParts(bodyRead, declaring);
  const told = frontMatter?.language?.value;
  const counts = isEditOfBody ? before?.scripts : null;
  const { language, scripts } = told
    ? { language: told, scripts: null }
    : guessed(
        read.slice(base),
        counts && isEditOfBody ? { counts, text: readBefore.slice(base), edit: atBody(edit, base) } : null,
      );

  const own = options.bibliography ?? [];
  const shared = workspace?.bibliography ?? [];
  const files = [...own, ...shared];
  const copies = [...(options.texts ?? []), ...(workspace?.texts ?? [])];
  const parts = {
    frontMatter,
    own,
    shared,
    body: declarations,
    brackets: citing.length > 0,
    years: citesByYear(bodyRead),
  };
  const gathered = gatherDeclarations(
    parts,
    () => leavesOf(bodyRead),
    (start, end) => citesNumbers(bodyRead, start, end),
    before?.gathered,
  );
  const { all, declared } = gathered;
  const named = [...(frontMatter?.figures ?? []), ...declarations.figures];
  const targets = targetsOf(declarations.definitions);
  const facts = inheritFacts(
    { declared, figures: figureFacts(named), targets, language, scopes: gathered.scopes },
    before?.facts,
  );
  const reader = createTextReader(language, before?.texts);
  const sources = meantSources(all, copies, previous);
  const meaningsBefore =
    meant && replaced && sameFacts(before?.facts, facts) ? { meanings: meant.meanings, replaced } : null;
  const { meanings, replaced: replacedMeanings } = resolveParts(bodyRead, facts, reader, meaningsBefore);
  const starts = startsOfLines(lines, bodyRead, all);
  const suppressions = suppressionsOf(declarations.comments, lines, starts, text.length);
  const isExcused = excuser(suppressions, frontMatter, workspace?.excused ?? false);
  const blocks = meantBlocks(
    bodyRead,
    meanings,
    isExcused,
    meant && replacedMeanings && { blocks: meant, replaced: replacedMeanings },
  );
  const lists = listsOf(blocks, named);

  const brief: Brief = {
    text,
    lines,
    language,
    frontMatter,
    misspeltFence: frontMatter ? null : misspeltFence(read),
    title: title ?? titleHeadingOf(bodyRead),
    get sections() {
      return lists.sections();
    },
    get insights() {
      return lists.insights();
    },
    get citations() {
      return lists.citations();
    },
    get clusters() {
      return lists.clusters();
    },
    bibliography: previous && sameList(previous.bibliography, files) ? previous.bibliography : files,
    library: workspace?.library ?? null,
    texts: copies,
    data: options.data ?? [],
    images: options.images ?? [],
    style: styleOf(frontMatter?.style?.value, options.styles ?? []) ?? workspace?.style ?? null,
    get sources() {
      return sources.placed();
    },
    works: gathered.unnumbered.length === 0 ? declarations.works : [...declarations.works, ...gathered.unnumbered],
    get figures() {
      return lists.figures();
    },
    get figureReferences() {
      return lists.figureReferences();
    },
    get links() {
      return lists.links();
    },
    get slips() {
      return lists.slips();
    },
    suppressions,
    get idleMarks() {
      return idleMarks(brief);
    },
    get ownComments() {
      return ownComments(brief);
    },
    get blocks() {
      return lists.blocks();
    },
    blockErrors: declarations.figureErrors,
    blockUnknownKeys: declarations.figureUnknownKeys,
    limits: limitsOf({ text, lines, end }, declarations.unread),
  };
  const gathering = { parts, gathered };
  known.set(brief, { text: parsed, texts: reader.known, facts, scripts, declaring, citing, gathered: gathering });
  const { previous: _, change: _change, ...others } = options;
  circumstances.set(brief, others);
  keepMeantBlocks(brief, blocks, named, previous);
  keepMeantSources(brief, sources);
  keepReading(brief, { body: bodyRead, definitions: declarations.definitions, footnotes: declarations.footnotes });
  if (previous) inheritEvidence(brief, previous);
  if (previous) inheritRanking(brief, previous);
  return brief;
}

function styleOf(name: string | undefined, files: readonly StyleFile[]): StyleChoice | null {
  return name === undefined ? null : { name, file: files.find(({ path }) => path === name) ?? null };
}

/** Reads a changed text of a brief, with the same files and the same configuration. */
export function parseChanged(brief: Brief, text: string): Brief {
  return parseBrief(text, { ...circumstances.get(brief), previous: brief });
}

/**
 * The language of a body that does not tell it.
 *
 * @param before what was counted of an earlier version, and the one edit since
 */
function guessed(
  body: string,
  before: { readonly counts: ScriptCounts; readonly text: string; readonly edit: TextEdit } | null,
): { readonly language: string; readonly scripts: ScriptCounts } {
  const scripts = before ? countsAfter(before.counts, before.text, before.edit, body) : countScripts(body);
  return { language: languageOf(scripts), scripts };
}

/**
 * The lines of a body that an edit changed, and the one after: what the parser is given for a line depends on the line
 * before it. None for an edit that changes nothing, as where only files came to be read.
 */
function changedLines(body: string, { span, newText }: TextEdit): ChangedLines {
  if (span.start === span.end && newText === '') return { start: 0, end: 0, endBefore: 0 };
  const by = newText.length - (span.end - span.start);
  const start = startOfLine(body, span.start - 1);
  const end = endOfLine(body, endOfLine(body, span.end + by));
  return { start, end, endBefore: end - by };
}

function sameFacts(before: BriefFacts | undefined, now: BriefFacts): boolean {
  return (
    before?.declared === now.declared &&
    before.figures === now.figures &&
    before.targets === now.targets &&
    before.language === now.language &&
    before.scopes === now.scopes
  );
}

/** An edit of a document as one of its body, which starts at `base`. */
function atBody({ span, newText }: TextEdit, base: number): TextEdit {
  return { span: movedSpan(span, -base), newText };
}

/** Whether a text starts with the very front matter of an earlier version, and goes on after its closing fence. */
function sameFrontMatter({ text, frontMatter }: Brief, next: string): boolean {
  if (!frontMatter?.closed) return false;
  const { end } = frontMatter.span;
  return next.startsWith(text.slice(0, end)) && /^(?:\r|\n|$)/.test(next.slice(end, end + 1));
}

const UNREAD: Readonly<Record<Unread['why'], () => string>> = {
  deep: () =>
    say(
      'Quotations, items and footnotes are nested more than 100 deep here: what is deeper is not checked, and shown as it is written. Nest less.',
    ),
  long: () =>
    say(
      'This text is over 100,000 characters long: it is not checked, and shown as it is written. Part it with blank lines.',
    ),
  cites: () =>
    say('This text has over 1,000 citations: they are not read, and it is not checked. Part it with blank lines.'),
  blocks: () =>
    say(
      'This list, quotation or footnote has over 20,000 items and paragraphs: what follows in it is not checked, and shown as it is written. Part it with a heading.',
    ),
};

function limitsOf({ text, lines, end }: Reading, unread: readonly Unread[]): Limit[] {
  const limits: Limit[] = unread.map(({ span, why }) => ({ value: UNREAD[why](), why, span }));
  if (end === text.length) return limits;
  return [...limits, { value: whyNotRead(lines, end), why: 'size', span: { start: end, end: text.length } }];
}

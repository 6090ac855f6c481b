/** The second stage: what a document means, with the files that it names and the configuration of its workspace. */

import { steady } from '../base/derive';
import { sameList } from '../base/same';
import { say } from '../base/say';
import { misspeltFence } from '../document/frontMatter/fences';
import type { Unread } from './blocks/drafts';
import { readBody, titleHeadingOf } from './blocks/readBody';
import { type Reading, whyNotRead } from './blocks/readTo';
import { startsOfLines } from './blocks/startsOfLines';
import { steadyFacts } from './briefFacts';
import { figureFacts, targetsOf } from './citations';
import { suppressionsOf } from './comments';
import { excuser } from './comments/excuse';
import { idleMarks, ownComments } from './comments/idleMarks';
import { type Given, keepModel } from './model';
import { textReaderOf } from './needs/knownTexts';
import type { Document } from './parse';
import { citesByYear, citesInBrackets, citesNumbers, leavesOf, listsOf, placeParts, resolveParts } from './parts';
import { resolvedBlocks } from './resolvedBlocks';
import { gatherDeclarations } from './sources/declarations';
import { linkSources } from './sources/linkedSources';
import type { BibliographyFile, Brief, Limit, SourceText, StyleChoice, StyleFile } from './types';

/**
 * Links a document. Never throws: what is wrong is in the brief, beside all that could be read.
 *
 * @param given the files that it names, as far as they were read, and the configuration; a document is linked again once
 *   more of them are read
 */
export function link(document: Document, given: Given = {}): Brief {
  const { text, lines, lineage, frontMatter, language } = document;
  const { workspace } = given;
  const title = frontMatter?.title ?? null;
  const body = readBody(document, {
    frontMatterTitle: title?.value ?? null,
    exempt: workspace?.exemptSections ?? NO_SECTIONS,
  });
  const declarations = placeParts(body);
  const own = given.bibliography ?? [];
  const shared = workspace?.bibliography ?? [];
  const texts = sameTexts(lineage, [...(given.texts ?? []), ...(workspace?.texts ?? [])]);
  const gathered = gatherDeclarations(
    lineage,
    {
      frontMatter,
      own,
      shared,
      body: declarations,
      brackets: citesInBrackets(body),
      years: citesByYear(body),
    },
    { leaves: () => leavesOf(body), cites: (start, end) => citesNumbers(body, start, end) },
  );
  const { all, declared, scopes } = gathered;
  const named = [...(frontMatter?.figures ?? []), ...declarations.figures];
  const facts = steadyFacts(lineage, {
    declared,
    figures: figureFacts(named),
    targets: targetsOf(declarations.definitions),
    language,
    scopes,
  });
  const sources = linkSources(all, lineage, texts);
  const starts = startsOfLines(lines, body, all);
  const suppressions = suppressionsOf(declarations.comments, lines, starts, text.length);
  const isExcused = excuser(suppressions, frontMatter, workspace?.excused ?? false);
  const blocks = resolvedBlocks(body, resolveParts(body, facts, textReaderOf(lineage, language)), isExcused);
  const lists = listsOf(blocks, named);

  const brief: Brief = {
    text,
    lines,
    language,
    frontMatter,
    misspeltFence: frontMatter ? null : misspeltFence(document.plain.written),
    title: title ?? titleHeadingOf(body),
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
    bibliography: sameFiles(lineage, [...own, ...shared]),
    library: workspace?.library ?? null,
    texts,
    data: given.data ?? [],
    images: given.images ?? [],
    style: styleOf(frontMatter?.style?.value, given.styles ?? []) ?? workspace?.style ?? null,
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
    limits: limitsOf(document, declarations.unread),
  };
  const { definitions, footnotes } = declarations;
  keepModel(brief, { document, given, blocks, sources, declaredFigures: named, definitions, footnotes });
  return brief;
}

const sameTexts = steady<readonly SourceText[]>(sameList);
const sameFiles = steady<readonly BibliographyFile[]>(sameList);
const NO_SECTIONS: readonly string[] = [];

function styleOf(name: string | undefined, files: readonly StyleFile[]): StyleChoice | null {
  return name === undefined ? null : { name, file: files.find(({ path }) => path === name) ?? null };
}

const UNREAD: Readonly<Record<Unread['why'], () => string>> = {
  deep: () =>
    say(
      'Quotations, items and footnotes are nested more than 100 deep here. Deeper ones are shown as written and not checked. Nest less.',
    ),
  long: () =>
    say(
      'This text is over 100,000 characters long, so it is shown as written and not checked. Split it with blank lines.',
    ),
  cites: () =>
    say('This text has over 1,000 citations, so they are not read and it is not checked. Split it with blank lines.'),
  blocks: () =>
    say(
      'This list, quotation or footnote has over 20,000 items and paragraphs. The rest is shown as written and not checked. Split it with a heading.',
    ),
};

function limitsOf({ text, lines, end }: Reading, unread: readonly Unread[]): Limit[] {
  const limits: Limit[] = unread.map(({ span, why }) => ({ value: UNREAD[why](), why, span }));
  if (end === text.length) return limits;
  return [...limits, { value: whyNotRead(lines, end), why: 'size', span: { start: end, end: text.length } }];
}

/** The second stage: what a document means, with the files that it names and the configuration of its workspace. */

import { derive, steady } from '../base/derive';
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
import { citesNumbers, leavesOf, listsOf, placeParts, resolveParts, toldBy } from './parts';
import { resolvedBlocks } from './resolvedBlocks';
import { gatherDeclarations } from './sources/declarations';
import { linkSources } from './sources/linkedSources';
import { type NumberedPassages, numberedPassages } from './sources/numberedPassages';
import type { BibliographyFile, Brief, Limit, SourceText, StyleChoice, StyleFile } from './types';

/**
 * Links a document. Never throws: what is wrong is in the brief, beside all that could be read.
 *
 * @param given the files that it names, as far as they were read, and the configuration; a document is linked again once
 *   more of them are read
 */
export function link(document: Document, given: Given = {}): Brief {
  const { content, lines, lineage, frontMatter, language } = document;
  const { workspace } = given;
  const body = readBody(document, {
    frontMatterTitle: frontMatter?.title?.value ?? null,
    exempt: workspace?.exemptSections ?? NO_SECTIONS,
  });
  const told = toldBy(lineage, body.parts);
  const declarations = placeParts(body, told);
  const texts = sameTexts(lineage, [...(given.texts ?? []), ...(workspace?.texts ?? [])]);
  const gathered = gatherDeclarations(
    lineage,
    {
      frontMatter,
      own: given.bibliography ?? [],
      shared: workspace?.bibliography ?? [],
      body: declarations,
      brackets: told.brackets,
      years: told.years,
    },
    { leaves: () => leavesOf(body), cites: (start, end) => citesNumbers(body, start, end) },
  );
  const { all, scopes } = gathered;
  const sources = linkSources(all, lineage, texts);
  const declared = withPassages(gathered.declared, numberedPassages(sources.origins));
  const declaredFigures = [...(frontMatter?.figures ?? []), ...declarations.figures];
  const facts = steadyFacts(lineage, {
    declared,
    figures: figureFacts(declaredFigures),
    targets: targetsOf(declarations.definitions),
    language,
    scopes,
  });
  const starts = startsOfLines(lines, body, all);
  const suppressions = suppressionsOf(declarations.comments, lines, starts, content.length);
  const isExcused = excuser(suppressions, frontMatter, workspace?.excused ?? false);
  const blocks = resolvedBlocks(
    lineage,
    body,
    resolveParts(lineage, body, facts, textReaderOf(lineage, language)),
    isExcused,
  );
  const brief = briefOf(document, given, {
    body,
    declarations,
    texts,
    gathered,
    sources,
    suppressions,
    lists: listsOf(blocks, declaredFigures),
  });
  const { definitions, footnotes } = declarations;
  keepModel(brief, { document, given, blocks, sources, declaredFigures, definitions, footnotes });
  return brief;
}

type Declared = ReturnType<typeof gatherDeclarations>['declared'];

/** What numbers cite is declared, too. */
const withPassages = derive(
  (declared: Declared, numbered: NumberedPassages | null): Declared =>
    numbered ? { ...declared, ids: new Set([...declared.ids, ...numbered.numbers]) } : declared,
);

/** What a brief is made of besides its document and what it is linked with. */
interface Parts {
  readonly body: ReturnType<typeof readBody>;
  readonly declarations: ReturnType<typeof placeParts>;
  readonly texts: readonly SourceText[];
  readonly gathered: ReturnType<typeof gatherDeclarations>;
  readonly sources: ReturnType<typeof linkSources>;
  readonly suppressions: Brief['suppressions'];
  readonly lists: ReturnType<typeof listsOf>;
}

/** The lists of a brief are made when somebody asks. */
function briefOf(
  document: Document,
  { bibliography = [], data = [], images = [], styles = [], workspace }: Given,
  { body, declarations, texts, gathered, sources, suppressions, lists }: Parts,
): Brief {
  const { content, lines, lineage, frontMatter, language } = document;
  const { unnumbered } = gathered;
  const brief: Brief = {
    get text() {
      return content.whole;
    },
    content,
    lines,
    language,
    frontMatter,
    misspeltFence: frontMatter ? null : misspeltFence(content, document.end),
    title: frontMatter?.title ?? titleHeadingOf(body),
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
    bibliography: sameFiles(lineage, [...bibliography, ...(workspace?.bibliography ?? [])]),
    library: workspace?.library ?? null,
    texts,
    data,
    images,
    style: styleOf(frontMatter?.style?.value, styles) ?? workspace?.style ?? null,
    get sources() {
      return sources.placed();
    },
    works: unnumbered.length === 0 ? declarations.works : [...declarations.works, ...unnumbered],
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

function limitsOf({ content, lines, end }: Reading, unread: readonly Unread[]): Limit[] {
  const limits: Limit[] = unread.map(({ span, why }) => ({ value: UNREAD[why](), why, span }));
  if (end === content.length) return limits;
  return [...limits, { value: whyNotRead(lines, end), why: 'size', span: { start: end, end: content.length } }];
}

/** The second stage: tells what a document means, with the files that it names and the configuration of its workspace. */

import { steadyLists } from '../base/derive';
import { NONE } from '../base/same';
import { say } from '../base/say';
import { misspeltFence } from '../document/frontMatter/fences';
import type { Unread } from './blocks/drafts';
import { readBody, titleHeadingOf } from './blocks/readBody';
import { type Reading, whyNotRead } from './blocks/readTo';
import { startsOfLines } from './blocks/startsOfLines';
import { factsOf } from './briefFacts';
import { suppressionsOf } from './comments';
import { excuser } from './comments/excuse';
import { idleMarks, ownComments } from './comments/idleMarks';
import { type Given, keepModel } from './model';
import { textReaderOf } from './needs/knownTexts';
import type { Document } from './parse';
import { leavesOf, listsOf, numbersIn, placeParts, resolveParts, toldBy } from './parts';
import { resolvedBlocks } from './resolvedBlocks';
import { gatherDeclarations, mayCountByPlace } from './sources/declarations';
import { linkSources } from './sources/linkedSources';
import type { Brief, Limit, StyleChoice, StyleFile } from './types';

/**
 * Links a document. Never throws: errors are in the brief, beside all that could be read.
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
  const told = toldBy(body.parts);
  const declarations = placeParts(body, told);
  const files = sameFiles(lineage, filesOf(given));
  const gathered = gatherDeclarations(
    lineage,
    {
      frontMatter,
      own: files.own,
      shared: files.shared,
      body: declarations,
      brackets: told.brackets,
      glued: told.glued >= LEAST_GLUED,
      years: told.years,
      links: told.links,
      numbers: mayCountByPlace(declarations) ? [...told.numbers()].sort((a, b) => Number(a) - Number(b)).join() : '',
    },
    { leaves: () => leavesOf(body), numbersIn: (start, end) => numbersIn(body, start, end) },
  );
  const sources = linkSources(gathered.all, lineage, files.texts);
  const { definitions, footnotes, figures } = declarations;
  const declaredFigures =
    figures.length > 0 ? [...(frontMatter?.figures ?? []), ...figures] : (frontMatter?.figures ?? NONE);
  const facts = factsOf(lineage, gathered, sources.origins, declaredFigures, definitions, language);
  const starts = startsOfLines(lines, body, gathered.all);
  const suppressions = suppressionsOf(declarations.comments, lines, starts, content.length);
  const blocks = resolvedBlocks(lineage, body, resolveParts(lineage, body, facts, textReaderOf(lineage, language)), {
    isExcused: excuser(suppressions, frontMatter, workspace?.excused ?? false),
    declares: frontMatter !== null && (frontMatter.sources.length > 0 || frontMatter.sourcesList !== null),
    demand: workspace?.demand ?? 'habit',
    typing: given.typing ?? null,
  });
  const brief = briefOf(document, given, {
    body,
    declarations,
    files,
    gathered,
    sources,
    suppressions,
    lists: listsOf(blocks, declaredFigures),
  });
  keepModel(brief, { document, given, blocks, sources, declaredFigures, definitions, footnotes });
  return brief;
}

/** Fewest numbers without brackets that show how a text cites. */
const LEAST_GLUED = 3;

/** The parts of a brief besides its document and the files and settings that it is linked with. */
interface Parts {
  readonly body: ReturnType<typeof readBody>;
  readonly declarations: ReturnType<typeof placeParts>;
  readonly files: Files;
  readonly gathered: ReturnType<typeof gatherDeclarations>;
  readonly sources: ReturnType<typeof linkSources>;
  readonly suppressions: Brief['suppressions'];
  readonly lists: ReturnType<typeof listsOf>;
}

/** Makes the brief. Its lists are made when somebody asks for them. */
function briefOf(
  document: Document,
  { data = NONE, images = NONE, styles = NONE, workspace }: Given,
  { body, declarations, files, gathered, sources, suppressions, lists }: Parts,
): Brief {
  const { content, lines, frontMatter, language } = document;
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
    bibliography: files.bibliography,
    library: workspace?.library ?? null,
    texts: files.texts,
    data,
    images,
    style: styleOf(frontMatter?.style?.value, styles) ?? workspace?.style ?? null,
    get sources() {
      return sources.placed();
    },
    works: gathered.works,
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

/** The files that a brief is linked with: those that the front matter names, and those that the workspace shares. */
type Files = ReturnType<typeof filesOf>;

function filesOf({ bibliography: own = NONE, texts = NONE, workspace }: Given) {
  const { bibliography: shared = NONE, texts: sharedTexts = NONE } = workspace ?? {};
  return { own, shared, bibliography: [...own, ...shared], texts: [...texts, ...sharedTexts] };
}

const sameFiles = steadyLists<Files>();
const NO_SECTIONS: readonly string[] = [];

function styleOf(name: string | undefined, files: readonly StyleFile[]): StyleChoice | null {
  return name === undefined ? null : { name, file: files.find(({ path }) => path === name) ?? null };
}

const UNREAD: Readonly<Record<Unread['why'], () => string>> = {
  deep: () =>
    say(
      'Quotations, items and footnotes are nested more than 100 deep here. Deeper ones are shown as written and not checked. Use fewer levels.',
    ),
  long: () =>
    say(
      'This text is over 100,000 characters long, so it is shown as written and not checked. Split it with blank lines.',
    ),
  cites: () =>
    say(
      'This text has over 1,000 citations. They are not read, and the text is not checked. Split it with blank lines.',
    ),
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

import { digits } from '../../base/messages';
import type { EditorCommand, Finding } from '../../base/problem';
import { say } from '../../base/say';
import { contains, offsetOfFirstWord, type Span } from '../../base/text';
import { hardlyCites } from '../../brief/needs';
import { uncitedIn } from '../../brief/needs/uncited';
import { decisionOn, insightAt, originsOf, practiceOf } from '../../brief/queries/blocks';
import { uncitedSources } from '../../brief/queries/citedSources';
import { sumsUpOneWork } from '../../brief/queries/soleWork';
import { sourceOrigins } from '../../brief/queries/sources';
import type { Brief, Section, SourceDeclaration } from '../../brief/types';
import { briefRule } from '../rule';

/**
 * Reports once that a whole document or section lacks citations: nobody reads hundreds of problems. It is a `briefRule`, as it counts
 * what is missing.
 */
export const none = briefRule({
  code: 'citation/none',
  severity: 'warning',
  inPlaceOf: 'citation/missing',
  description: 'A document or section that states checkable things and cites nothing, or hardly anything.',
  *check({ brief }): Iterable<Finding> {
    const practice = practiceOf(brief);
    // Broken citations are reported one by one.
    if (!hardlyCites({ ...practice, citing: practice.citing + practice.broken })) {
      yield* inSections(brief);
      return;
    }
    if (sumsUpOneWork(brief) || (practice.citing >= OFTEN && citesItsList(brief))) return;
    const uncited = uncitedIn(brief);
    const count = uncited.length;
    if (listsBySection(brief, uncited)) return;
    // A plan, a log or a report on one's own work also states a few checkable things.
    if (count === 0 || count < SHARE * originsOf(brief).length) return;
    const span = brief.title?.span ?? firstWord(brief);
    yield {
      span,
      about: linesOf(brief, span),
      message: message(brief, count, practice.citing),
      commands: COMMANDS,
    };
  },
});

/** True if nearly all of several sources that a brief lists are cited: there is nothing left in the list to cite. */
function citesItsList(brief: Brief): boolean {
  const isListed = ({ declaredIn }: Pick<SourceDeclaration, 'declaredIn'>) =>
    declaredIn !== 'inline' && declaredIn !== 'bibliography';
  const own = sourceOrigins(brief).filter(({ declarations }) => declarations.every(isListed));
  const listed = own.length + brief.works.length;
  const idle = uncitedSources(brief).length + brief.works.length;
  return listed >= FEWEST_CITED && idle <= listed * MOST_IDLE;
}

/** Fewest statements with a source in a text that can't be told that it hardly cites, if it cites its whole list. */
const OFTEN = 10;
const FEWEST_CITED = 5;
const MOST_IDLE = 0.2;

/** True if most statements stand in sections that each end with their own sources: readers know what they rest on. */
function listsBySection(brief: Brief, uncited: readonly number[]): boolean {
  const listing = new Set<number | null>();
  const declared = brief.sources.flatMap(({ declarations }) => declarations);
  for (const { declaredIn, span } of [...declared, ...brief.works]) {
    if (declaredIn !== 'section') continue;
    const index = brief.sections.findLastIndex((section) => contains(section.span, span));
    const section = brief.sections[index];
    listing.add(section?.kind === 'sources' ? section.parent : index);
  }
  if (listing.size < FEWEST_LISTS) return false;
  const sections = uncited.map((index) => insightAt(brief, index)?.section ?? null);
  const inThem = sections.filter((section) => listing.has(section));
  return inThem.length * 2 > uncited.length && new Set(inThem).size >= FEWEST_LISTS;
}

/** Fewest sections with statements and sources of their own. */
const FEWEST_LISTS = 3;

/** Reports each section that cites nothing, at its heading, where others cite. */
function* inSections(brief: Brief): Iterable<Finding> {
  const counts = new Map<Section, number>();
  for (const index of uncitedIn(brief)) {
    if (decisionOn(brief, index)?.because !== 'section-practice') continue;
    const section = brief.sections[insightAt(brief, index)?.section ?? -1];
    if (section) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  for (const [{ headingSpan }, count] of counts)
    yield {
      span: headingSpan,
      about: linesOf(brief, headingSpan),
      message:
        count === 1
          ? say('Nothing is cited in this section, and 1 statement needs a source.')
          : say('Nothing is cited in this section, and {0} statements need a source.', digits(count)),
      commands: COMMANDS_OF_SECTION,
    };
}

const SHARE = 0.1;
const COMMANDS_OF_SECTION: readonly EditorCommand[] = ['showUncited', 'suggestSources'];
const COMMANDS: readonly EditorCommand[] = ['showUncited', 'suggestSources', 'importFile'];

function message(brief: Brief, count: number, citing: number): string {
  const listed = sourceOrigins(brief).length + brief.works.length;
  const found = foundIn(digits(count), count, citing);
  if (listed === 0 || citesItsList(brief))
    return say('{0} Add the sources, and cite them after the statements that they support.', found);
  return listed === 1
    ? say('{0} 1 source is listed. Cite it after the statements that it supports.', found)
    : say('{0} {1} sources are listed. Cite them after the statements that they support.', found, digits(listed));
}

function foundIn(shown: string, count: number, citing: number): string {
  if (citing === 1) return say('Hardly anything is cited here: {0} statements need a source, and 1 has one.', shown);
  if (citing > 1)
    return say('Hardly anything is cited here: {0} statements need a source, and {1} have one.', shown, digits(citing));
  return count === 1
    ? say('Nothing is cited here, and 1 statement needs a source.')
    : say('Nothing is cited here, and {0} statements need a source.', shown);
}

/** Returns the span of the first word of the text; in scripts without spaces, of its first characters. */
function firstWord({ content }: Brief): Span {
  const start = Math.max(0, offsetOfFirstWord(content));
  const line = content.slice(start, start + LONGEST_LOOKED_AT);
  const { 0: word, index } = WORD.exec(line) ?? { 0: line.slice(0, 1), index: 0 };
  return { start: start + index, end: start + index + word.length };
}

const LONGEST_LOOKED_AT = 200;
const WORD = /[\p{L}\p{N}]{1,12}/u;

/** The whole lines that a span is on. */
function linesOf({ lines }: Pick<Brief, 'lines'>, { start, end }: Span): Span {
  return { start: lines.startOf(lines.lineAt(start)), end: lines.endOf(lines.lineAt(end)) };
}

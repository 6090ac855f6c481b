import { plain } from '../../base/messages';
import { say } from '../../base/say';
import { type Span, touches } from '../../base/text';
import { nameAt } from '../../brief/queries/occurrences';
import type { Brief } from '../../brief/types';
import { EXTRACT, TO_FRONT_MATTER, TO_KEYS, TO_NUMBERS, TO_SECTION, WRITE_CALCULATION } from '../navigation/kinds';
import { convertCitations, type IdKind, isConvertible } from '../sources/convertCitations';
import { movableTo, moveSources, type SourcePlace } from '../sources/moveSources';
import type { CodeAction } from './codeActions';
import { extractableAt } from './extractFigure';
import { writeCalculation } from './writeCalculation';

/** Lists the rewrites at a place that don't change what the brief says. Cheap: the edits are computed when called for. */
export function refactorings(brief: Brief, span: Span): CodeAction[] {
  return [
    ...extraction(brief, span),
    ...conversion(brief, span, 'keys', { title: say('Convert numbered citations to keys'), kind: TO_KEYS }),
    ...conversion(brief, span, 'numbers', { title: say('Convert keyed citations to numbers'), kind: TO_NUMBERS }),
    ...moving(brief, span),
    ...calculation(brief, span),
  ];
}

/** Offers two ways to write the reference: readable in any viewer, and short. */
function extraction(brief: Brief, span: Span): CodeAction[] {
  const found = extractableAt(brief, span);
  if (!found) return [];
  const { value, id, edits } = found;
  const words = id.replace(/-\d+$/, '').replaceAll('-', ' ');
  return [true, false].map((readable) => ({
    title: readable
      ? say('Extract {0} to a key number, and keep it in the text', `[${value}]{{${id}}}`)
      : say('Extract {0} to a key number', `{{${id}}}`),
    kind: EXTRACT,
    edits: () => edits(readable),
    untitled: { id, words: words.charAt(0).toUpperCase() + words.slice(1) },
  }));
}

/** Offers to write the calculation of a number if its words say how it's computed, and no comment names it yet. */
function calculation(brief: Brief, { start }: Span): CodeAction[] {
  const found = writeCalculation(brief, start);
  if (!found) return [];
  const { formula, edits } = found;
  return [{ title: say('Write the calculation: {0}', plain(formula)), kind: WRITE_CALCULATION, edits: () => edits }];
}

/** Offers a conversion at each source that it would convert: at its citations and where it's declared. */
function conversion(
  brief: Brief,
  { start }: Span,
  to: IdKind,
  action: Pick<CodeAction, 'title' | 'kind'>,
): CodeAction[] {
  const name = nameAt(brief, start)?.name;
  const source = name?.kind === 'source' ? brief.sources.find(({ id }) => id === name.id) : undefined;
  if (!source || !isConvertible(brief, source, to)) return [];
  return [{ ...action, slow: true, edits: () => convertCitations(brief, to) ?? [] }];
}

/** Offers, where a source is declared, to move it and all others declared there to the other place. */
function moving(brief: Brief, { start }: Span): CodeAction[] {
  const declarations = brief.sources.flatMap((source) => source.declarations);
  const here = declarations.find(({ uri, span }) => uri === undefined && touches(span, start));
  if (!here) return [];
  const isInSection = here.declaredIn === 'section';
  const place: SourcePlace = isInSection ? 'front matter' : 'section';
  const movable = movableTo(brief, place);
  if (!movable.some(({ declaration }) => declaration === here)) return [];
  return [
    {
      title: isInSection ? titleToFrontMatter(movable.length) : titleToSection(movable.length),
      kind: isInSection ? TO_FRONT_MATTER : TO_SECTION,
      slow: true,
      edits: () => moveSources(brief, place) ?? [],
    },
  ];
}

function titleToFrontMatter(sources: number): string {
  return sources === 1
    ? say('Move this source to the front matter')
    : say('Move {0} sources to the front matter', sources);
}

function titleToSection(sources: number): string {
  return sources === 1
    ? say('Move this source to a sources section')
    : say('Move {0} sources to a sources section', sources);
}

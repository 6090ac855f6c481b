/** Counts the members of the lists of passages: "founded by Ana Ruiz, Bo Lund and Cem Ak" names three founders. */
import { derive } from '../../../base/derive';
import { NONE } from '../../../base/same';
import type { TextSpan } from '../../../base/text';
import type { Amount } from '../../numbers';
import type { Statement } from '../statements';
import type { Topic } from '../topic';
import type { PassageFacts, SourceFacts } from '../types';
import { allAbout, MOST_PASSAGES } from './numberInstead';
import type { Within } from './within';

/** Returns the list of names in a passage that has as many members as a claim counts; null if there is none. */
export function listedIn(
  { kind, unit, low, high, bound, surface }: Amount,
  statement: Statement,
  cited: readonly SourceFacts[],
  topic: Topic,
): Within | null {
  if (kind !== 'number' || unit !== null || low !== high || bound !== null) return null;
  if (!Number.isInteger(low) || low < FEWEST || low > MOST || /[.,]/.test(surface)) return null;
  for (const { source, passage, facts } of allAbout(statement, cited, topic).slice(0, MOST_PASSAGES)) {
    const list = listsIn(facts).find(({ members }) => members === low);
    if (list) return { place: { source, passage, ...list.span }, facts };
  }
  return null;
}

/** The lists of names in a passage. */
const listsIn = derive(
  ({ passage: { text } }: PassageFacts): readonly { readonly span: TextSpan; readonly members: number }[] =>
    text.length > MOST_TEXT
      ? NONE
      : Array.from(text.matchAll(LISTS), ({ 0: list, index }) => ({
          span: { start: index, end: index + list.length },
          members: list.split(SEPARATORS).length,
        })),
);

/** Two members often aren't a list. */
const FEWEST = 3;
const MOST = 20;
/** Longest passage that is searched for lists, in UTF-16 units. */
const MOST_TEXT = 8000;

const NAME = String.raw`(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}.'’-]{0,30}(?: (?:(?:de|del|di|da|la|le|of|the|van|von|und) )?\p{Lu}[\p{L}\p{N}.'’-]{0,30}){0,4}`;
/** Names with commas and a last "and" between them, or with semicolons. */
const LISTS = new RegExp(
  `${NAME}(?:, ${NAME})+,? (?:and|und|et|y|e|&) ${NAME}|${NAME}(?:; ?${NAME}){2,}|\\p{Script=Han}{2,8}(?:、\\p{Script=Han}{2,8})+(?:[和与及]\\p{Script=Han}{2,8})?`,
  'gu',
);
const SEPARATORS = /,? (?:and|und|et|y|e|&) |, |; ?|[、和与及]/u;

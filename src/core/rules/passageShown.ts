import { derive } from '../base/derive';
import { shown, withEscapes } from '../base/messages';
import type { Related } from '../base/problem';
import { NONE } from '../base/same';
import { say } from '../base/say';
import type { Span } from '../base/text';
import { bibliographyAt } from '../brief/sources/fileOf';
import type { Brief, Passage, Source } from '../brief/types';
import { excerptOf } from '../evidence/cards/excerpt';
import { placeOfPassage } from '../evidence/placeOfPassage';
import type { PassagePlace } from '../evidence/verdicts';
import type { RuleContext } from './rule';

/** Returns the place in a passage that explains a problem, with its words; empty if nobody can open the place. */
export function passageShown(
  context: Pick<RuleContext, 'brief' | 'sources'>,
  place: PassagePlace | null,
): readonly Related[] {
  return relatedOf(context, place && shownPassage(place));
}

/** A place in a passage, and the related places last returned for it. */
export interface ShownPassage {
  readonly place: PassagePlace;
  frontMatter: Brief['frontMatter'];
  /** Null if the place may change with the next version, even if the front matter doesn't. */
  related: readonly Related[] | null;
}

/** Keeps one object for each place. A place stays the same object as long as its passage doesn't change. */
export const shownPassage = derive(
  (place: PassagePlace): ShownPassage => ({ place, frontMatter: null, related: null }),
);

/** Like {@link passageShown}, for a place that may have been shown before. */
export function relatedOf(
  { brief, sources }: Pick<RuleContext, 'brief' | 'sources'>,
  shown: ShownPassage | null,
): readonly Related[] {
  if (!shown) return NONE;
  const { frontMatter } = brief;
  if (shown.related && shown.frontMatter === frontMatter) return shown.related;
  const { place } = shown;
  const source = sources.get(place.source);
  const passage = source?.passages[place.passage];
  if (!source || !passage) return NONE;
  const related = relatedTo(brief, source, passage, place);
  // A place in the front matter stays where it is as long as the front matter doesn't change.
  const isFixed = related.every(({ span, elsewhere }) => !elsewhere && frontMatter && span.end <= frontMatter.span.end);
  shown.frontMatter = frontMatter;
  shown.related = isFixed ? related : null;
  return related;
}

function relatedTo(brief: Brief, source: Source, passage: Passage, place: PassagePlace): Related[] {
  const spot = placeOfPassage(brief, passage, place.start, place.end);
  if (!spot) return [];
  const words = { message: messageOf(place, passage), short: say('The passage of {0}', shown(place.source)) };
  if (spot.uri === undefined) return [{ ...words, span: spot.span }];
  const { uri, range } = spot;
  return [{ ...words, span: placeOfFileName(brief, source, passage), elsewhere: { uri, range } }];
}

/** Places and passages stay the same objects from version to version as long as the evidence does. */
const messageOf = derive((place: PassagePlace, passage: Passage): string => {
  const words = excerptOf(passage.text, [place], COLUMNS).map(({ text }) => text);
  return say('{0} says: "{1}"', shown(place.source), withEscapes(words.join('').replace(/\s+/g, ' ')));
});

/** Length of an excerpt, about a line. A CJK character takes two columns. */
const COLUMNS = 100;

/** Returns the span that names the file of a passage in the brief: the source's `text`, or the bibliography. */
function placeOfFileName(brief: Brief, { declarations }: Source, { from, uri }: Passage): Span {
  const naming = declarations.find(({ textPath }) => textPath);
  // A name in another file isn't in the brief.
  if (from === 'text' && naming?.textPath && naming.uri === undefined) return naming.textPath.span;
  const file = uri === undefined ? undefined : bibliographyAt(brief, uri);
  const named = brief.frontMatter?.bibliography.find(({ value }) => value === file?.path);
  return named?.span ?? { start: 0, end: 0 };
}

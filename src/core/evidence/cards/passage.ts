import { say } from '../../base/say';
import type { TextSpan, Unplaced } from '../../base/text';
import { sourceOf } from '../../brief/queries/citedSources';
import type { Brief, Source } from '../../brief/types';
import { plainText } from '../../document/claims';
import { languageOfPart } from '../../document/language';
import { sourceFacts } from '../lookup/passageFacts';
import { topicOf } from '../lookup/topic';
import type { PassagePlace } from '../verdicts';
import { excerptOf } from './excerpt';
import type { Block, Inline, Line } from './markup';
import { addressOfPlace, zoteroOfPlace } from './original';

/** A passage with marked stretches, after a line of its context. */
export function passageBlocks(brief: Brief, place: PassagePlace, marks: readonly TextSpan[] = [place]): Block[] {
  const passage = sourceOf(brief, place.source)?.passages[place.passage];
  if (!passage) return [];
  const pieces = excerptOf(passage.text, marks).map(
    ({ text, marked }): Inline => (marked ? { kind: 'match', text } : text),
  );
  const context: Line[] =
    passage.context === undefined ? [] : [excerptOf(passage.context, [], 120).map(({ text }) => text)];
  return [{ kind: 'quote', lines: [...context, pieces] }];
}

/** A passage with marked stretches, and the ways to its places outside the brief. */
export function shownPassage(brief: Brief, place: PassagePlace, marks: readonly TextSpan[] = [place]): Block[] {
  const [first] = [...marks].sort((a, b) => a.start - b.start);
  return [...passageBlocks(brief, place, marks), ...waysFrom(brief, { ...place, ...first })];
}

/** The ways from a stretch of a passage; empty if there are no ways. */
export function waysFrom(brief: Brief, place: PassagePlace): Block[] {
  const passage = sourceOf(brief, place.source)?.passages[place.passage];
  if (!passage) return [];
  const url = addressOfPlace(brief, place);
  const inCopy = passage.from === 'text';
  const inZotero = zoteroOfPlace(brief, place) !== null;
  return url === null && !inCopy && !inZotero ? [] : [{ kind: 'ways', place, url, inCopy, inZotero }];
}

/** The passage that a source stands for, if its id is the number of a passage with a known text; else null. */
export function citedPassage({ id, partOf, passages }: Unplaced<Source>): PassagePlace | null {
  const passage = partOf === undefined ? -1 : passages.findIndex(({ from }) => from === 'text');
  return passage < 0 ? null : { source: id, passage, start: 0, end: 0 };
}

/** The locator of a passage in its source, after a dot: ` · p. 3 · summaries.md`; the latter is its local copy. */
export function locatorOf(brief: Brief, { source, passage: index }: PassagePlace): string {
  const passage = sourceOf(brief, source)?.passages[index];
  const page = passage?.page === undefined ? '' : ` · ${say('p. {0}', passage.page)}`;
  return passage?.path === undefined ? page : `${page} · ${passage.path}`;
}

/**
 * The passage of a source that shares the most names and terms with a text; null if no passage shares any. Only the facts
 * that evidence keeps of this source are read.
 */
export function nearestPassage(brief: Brief, source: Source, text: string): PassagePlace | null {
  const words = plainText(text);
  const topic = topicOf(words, languageOfPart(words, brief.language));
  let most = 0;
  let nearest: PassagePlace | null = null;
  for (const [passage, facts] of sourceFacts(source, brief.language).passages.entries()) {
    const shared = facts.passage.from === 'title' ? 0 : topic.sharedWith(facts);
    if (shared <= most) continue;
    most = shared;
    nearest = { source: source.id, passage, start: 0, end: 0 };
  }
  return nearest;
}

/** The title of a source, else its publisher, shortened; empty if unknown. */
export function titleOf({ title, publisher }: Source): string {
  return shorten(title?.value ?? publisher?.value ?? '');
}

const LONGEST = 160;

export function shorten(text: string): string {
  return excerptOf(text, [], LONGEST)
    .map((piece) => piece.text)
    .join('');
}

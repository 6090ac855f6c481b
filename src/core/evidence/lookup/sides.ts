import type { InText, TextSpan } from '../../base/text';
import type { SaidOtherwise } from '../verdicts';
import type { Statement } from './statements';
import type { PassageFacts } from './types';

/** A passage, with the id of its source and its index there. */
export interface Held {
  readonly source: string;
  readonly passage: number;
  readonly facts: PassageFacts;
}

/**
 * The two sides of what a passage says otherwise.
 *
 * @param claimed in the text of the statement
 * @param written where that stands in a figure, whose text is not that of the document
 * @param found in the text of the passage
 */
export function sidesOf(
  kind: SaidOtherwise['kind'],
  { text, spanOf }: Statement,
  claimed: TextSpan,
  { source, passage, facts }: Held,
  found: TextSpan,
  written = claimed,
): InText<SaidOtherwise> {
  return {
    kind,
    span: spanOf?.(claimed) ?? written,
    said: text.slice(claimed.start, claimed.end),
    at: { source, passage, start: found.start, end: found.end },
    found: facts.passage.text.slice(found.start, found.end),
  };
}

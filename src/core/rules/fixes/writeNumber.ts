import { plain } from '../../base/messages';
import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { Brief } from '../../brief/types';
import { withValue } from '../../evidence/numbers/rewriteNumber';

/** A number of the document, and what it comes to as it stands there. */
interface Written {
  readonly span: Span;
  readonly low: number;
}

/** A number with another value, in the form of the one that stands there; null where that is not possible, or has another sign. */
export function numberWith({ content, language }: Brief, { span, low }: Written, value: number): string | null {
  if (Math.sign(value) !== Math.sign(low)) return null;
  return withValue(content.slice(span.start, span.end), low, Math.abs(value), language);
}

/** Puts what a number comes to in its place. It is not preferred: the slip may be in what it is worked out from. */
export function writeNumberFix(brief: Brief, written: Written, value: number): Fix | null {
  const newText = numberWith(brief, written, value);
  return newText === null
    ? null
    : { title: say('Write {0}', plain(newText)), edits: [{ span: written.span, newText }] };
}

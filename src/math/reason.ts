import katex from 'katex';
import { say } from '../core/base/say';

/** Why a formula cannot be read, as a sentence for its author. */
export function reasonOf(error: unknown): string {
  // Formulas within formulas are read by functions that call each other, to where there is no room for another.
  if (error instanceof RangeError) return say('It is nested too deep.');
  if (!(error instanceof katex.ParseError)) return say('It could not be read.');
  const { rawMessage } = error;
  const unknown = /^Undefined control sequence: (\\\S+)/.exec(rawMessage)?.[1];
  if (unknown !== undefined) return say('There is no command {0}.', unknown);
  const environment = /^No such environment: (\S+)/.exec(rawMessage)?.[1];
  if (environment !== undefined) return say('There is no environment {0}.', environment);
  if (/^Too many expansions/.test(rawMessage)) return say('It stands for more than a formula can hold.');
  if (/^Unexpected end of input|got 'EOF'/.test(rawMessage))
    return say('Its end is missing: a "}", a "\\right" or an "\\end".');
  const extra = /got '([^']+)'/.exec(rawMessage)?.[1];
  if (extra !== undefined) return say('"{0}" is not expected here.', extra);
  const line = rawMessage.replace(/\s+/g, ' ').trim().slice(0, 200);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

import katex from 'katex';

/** Why a formula cannot be read, as a sentence for its author. */
export function reasonOf(error: unknown): string {
  // Formulas within formulas are read by functions that call each other, to where there is no room for another.
  if (error instanceof RangeError) return 'It is nested too deep.';
  if (!(error instanceof katex.ParseError)) return 'It could not be read.';
  const { rawMessage } = error;
  const unknown = /^Undefined control sequence: (\\\S+)/.exec(rawMessage)?.[1];
  if (unknown !== undefined) return `There is no command ${unknown}.`;
  const environment = /^No such environment: (\S+)/.exec(rawMessage)?.[1];
  if (environment !== undefined) return `There is no environment ${environment}.`;
  if (/^Too many expansions/.test(rawMessage)) return 'It stands for more than a formula can hold.';
  if (/^Unexpected end of input|got 'EOF'/.test(rawMessage))
    return 'Its end is missing: a "}", a "\\right" or an "\\end".';
  const extra = /got '([^']+)'/.exec(rawMessage)?.[1];
  if (extra !== undefined) return `"${extra}" is not expected here.`;
  const line = rawMessage.replace(/\s+/g, ' ').trim().slice(0, 200);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

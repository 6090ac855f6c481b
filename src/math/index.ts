/** Turns formulas in TeX into MathML. A bundle of its own, loaded when a brief has a formula. */
import katex, { type KatexOptions } from 'katex';
import { say } from '../core/base/say';
import type { WriteFormula, WrittenFormula } from '../core/page/sections/formulas';
import { readMarkup } from './readMarkup';
import { toCore } from './toCore';

/** Most characters of a formula on a page. */
const LONGEST = 5000;

/**
 * Commands that define commands. With these, a short formula can ask for work without end, and no limit of KaTeX's counts all
 * of it. They are refused.
 */
const DEFINES = /\\(?:[gex]?def|newcommand|renewcommand|providecommand|(?:future)?let|global|long)(?![A-Za-z])/;

/** Commands that KaTeX would turn into links, images and attributes, if `trust` allowed that. */
const REFUSED = /\\(?:href|url|includegraphics|html(?:Class|Id|Style|Data))(?![A-Za-z])/;

const OPTIONS: KatexOptions = {
  output: 'mathml',
  throwOnError: true,
  trust: false,
  strict: 'ignore',
  maxExpand: 1000,
  maxSize: 20,
};

/**
 * Writes a formula as the MathML that browsers draw without a font, style sheet or script of KaTeX's. Never throws; returns a
 * reason, as a sentence, if the formula can't be written.
 */
export const writeFormula: WriteFormula = (tex, display): WrittenFormula => {
  if (tex.length > LONGEST) return { error: say('A formula has at most {0} characters. Split it up.', LONGEST) };
  const own = DEFINES.exec(tex)?.[0];
  if (own !== undefined) return { error: say('{0} defines a command, and formulas cannot do that.', own) };
  const refused = REFUSED.exec(tex)?.[0];
  if (refused !== undefined) return { error: say('{0} is not allowed in a formula.', refused) };
  try {
    // KaTeX would write its definitions into the options. Assistants escape the asterisk as in Markdown: `t^\*`.
    const markup = katex.renderToString(tex, { ...OPTIONS, displayMode: display, macros: { '\\*': '*' } });
    return { nodes: toCore(readMarkup(markup)) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
};

/** Returns the reason why a formula can't be read, as a sentence for its author. */
export function reasonOf(error: unknown): string {
  // Formulas within formulas are read by recursive functions, which can run out of stack.
  if (error instanceof RangeError) return say('It is nested too deep.');
  if (!(error instanceof katex.ParseError)) return say('It could not be read.');
  const { rawMessage } = error;
  const unknown = /^Undefined control sequence: (\\\S+)/.exec(rawMessage)?.[1];
  if (unknown !== undefined) return say('There is no command {0}.', unknown);
  const environment = /^No such environment: (\S+)/.exec(rawMessage)?.[1];
  if (environment !== undefined) return say('There is no environment {0}.', environment);
  if (/^Too many expansions/.test(rawMessage)) return say('It expands to more than a formula can hold.');
  if (/^Unexpected end of input|got 'EOF'/.test(rawMessage))
    return say('Its end is missing: a "}", a "\\right" or an "\\end".');
  const extra = /got '([^']+)'/.exec(rawMessage)?.[1];
  if (extra !== undefined) return say('"{0}" is not expected here.', extra);
  const line = rawMessage.replace(/\s+/g, ' ').trim().slice(0, 200);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

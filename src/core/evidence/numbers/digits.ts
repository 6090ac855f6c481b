import { isDigit } from '../../base/text';

/** A number in digits as written: where it ends, and the same in plain decimal notation. */
export interface Digits {
  readonly end: number;
  /** `1234.5`, whatever the separators were. */
  readonly decimal: string;
  /** Nothing but digits: no separators. */
  readonly plain: boolean;
}

/** Languages where a comma sets off decimals and a full stop groups thousands. */
export const COMMA_DECIMALS: ReadonlySet<string> = new Set([
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'ru',
  'sv',
  'da',
  'tr',
  'id',
]);

/**
 * Reads the digits that start at `at`, with separators by their form, and by the language where the form leaves it
 * open: `1,234.5`, `1.234,5`, `1 234,5`, `1'234`, `12,34,567`. Digits joined by more full stops than a number can
 * hold (a version, an address) give null.
 */
export function readDigits(text: string, at: number, language: string): Digits | null | undefined {
  const isLed = text.charCodeAt(at) === 46;
  let i = isLed ? at : runEnd(text, at);
  if (i === at && !isLed) return undefined;
  const lead = isLed ? '0' : text.slice(at, i);
  if (!isMark(text.charCodeAt(i)) || !isDigit(text.charCodeAt(i + 1)))
    return { end: at + lead.length, decimal: lead, plain: true };
  const runs: string[] = [lead];
  const marks: string[] = [];
  while (marks.length < MOST_MARKS) {
    if (!isMark(text.charCodeAt(i))) break;
    const mark = text.charAt(i);
    const end = runEnd(text, i + 1);
    if (end === i + 1) break;
    const run = text.slice(i + 1, end);
    if (SPACES.has(mark) && (run.length !== 3 || !mayGroup(runs, marks, mark))) break;
    runs.push(run);
    marks.push(mark);
    i = end;
  }
  for (let count = marks.length; count > 0; count--) {
    const decimal = interpret(runs.slice(0, count + 1), marks.slice(0, count), language);
    if (decimal) return { end: endAfter(at, text, runs, count), decimal, plain: false };
    if (marks.slice(0, count).every((mark) => mark === '.')) return null;
  }
  return { end: at + lead.length, decimal: lead, plain: true };
}

/** More groups than a number has; so that a long list of digits is not read over and over. */
const MOST_MARKS = 12;

const SPACES: ReadonlySet<string> = new Set([' ', '\u00a0', "'"]);

/** The code of a full stop, a comma or one of those. */
function isMark(code: number): boolean {
  return code === 46 || code === 44 || code === 32 || code === 0xa0 || code === 39;
}

function runEnd(text: string, at: number): number {
  let i = at;
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}

function mayGroup(runs: readonly string[], marks: readonly string[], mark: string): boolean {
  const first = runs[0] ?? '';
  return first.length <= 3 && !first.startsWith('0') && marks.every((other) => other === mark);
}

function endAfter(at: number, text: string, runs: readonly string[], count: number): number {
  const lead = text[at] === '.' ? 0 : (runs[0]?.length ?? 0);
  return runs.slice(1, count + 1).reduce((end, run) => end + 1 + run.length, at + lead);
}

/** The runs as one number in plain notation, or null if their marks do not make one. */
function interpret(runs: readonly string[], marks: readonly string[], language: string): string | null {
  const last = marks.at(-1);
  const tail = runs.at(-1) ?? '';
  const group = marks[0];
  if (last === undefined || group === undefined) return null;
  const commaIsDecimal = COMMA_DECIMALS.has(language);
  const uniform = marks.every((mark) => mark === group);
  if (uniform && isGrouped(runs, group)) {
    const thousands = marks.length > 1 || SPACES.has(group) || (group === ',' ? !commaIsDecimal : commaIsDecimal);
    if (thousands && runs[0] !== '0') return runs.join('');
  }
  if (marks.length === 1) {
    if (SPACES.has(last)) return null;
    // "2019,2020" is a list, and "1,5" a decimal whatever the language.
    if (last === ',' && !commaIsDecimal && (tail.length > 2 || (tail.length === runs[0]?.length && tail.length > 1)))
      return null;
    return `${runs[0]}.${tail}`;
  }
  const whole = runs.slice(0, -1);
  const groups = marks.slice(0, -1);
  if (
    (last === '.' || last === ',') &&
    last !== group &&
    groups.every((mark) => mark === group) &&
    isGrouped(whole, group)
  ) {
    return `${whole.join('')}.${tail}`;
  }
  return null;
}

/** Threes after one to three digits; or as in India, twos and a last three. */
function isGrouped(runs: readonly string[], mark: string): boolean {
  const [first = '', ...rest] = runs;
  if (first.length === 0 || first.length > 3) return false;
  if (rest.every((run) => run.length === 3)) return true;
  const last = rest.at(-1);
  return mark === ',' && first.length <= 2 && last?.length === 3 && rest.slice(0, -1).every((run) => run.length === 2);
}

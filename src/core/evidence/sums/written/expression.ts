/** Calculations as authors write them: `(250 − 200) ÷ 200`. */
import type { TextSpan } from '../../../base/text';
import { type Amount, findNumbers, type Quantity } from '../../numbers';
import type { CalculationFault } from '../../verdicts';

/** A calculation that was read. */
export interface Expression {
  /** Operands in the order in which they are written, each with its place in the text that was read. */
  readonly operands: readonly Operand[];
  /** Steps in postfix order: the index of an operand, or the operation on the last one or two values. */
  readonly steps: readonly Step[];
}

export interface Operand {
  readonly quantity: Amount;
  readonly span: TextSpan;
  /** Operation that the operand takes part in directly: × or ÷ (`scales`), + or − (`adds`), or neither. */
  readonly role: 'scales' | 'adds' | 'alone';
}

export type Step = number | Operator;
type Operator = '+' | '−' | '×' | '÷' | 'negative';

/** Reason why a calculation can't be read, and the place of its faulty part. */
export interface Unreadable {
  readonly fault: Exclude<CalculationFault['fault'], 'operand' | 'unchecked'>;
  readonly span: TextSpan;
}

/** Length of the longest calculation that is read, in UTF-16 units. */
export const LONGEST_CALCULATION = 500;

/**
 * Reads a calculation: numbers as a brief writes them, with `+ − × ÷` in any usual form, and parentheses.
 *
 * @param language of the numbers
 * @returns null if the text is a remark: it has no digit, or begins with a word
 */
export function readExpression(text: string, language: string): Expression | Unreadable | null {
  if (text === '') return null;
  const whole = { start: 0, end: text.length };
  if (text.length > LONGEST_CALCULATION) return isMeant(text, language) ? { fault: 'length', span: whole } : null;
  const read = parse(tokensOf(text, language), whole);
  if ('fault' in read) return isMeant(text, language) ? read : null;
  if (!HAS_DIGIT.test(text) && read.steps.length === 1) return null;
  const result = resultOf(
    read,
    read.operands.map(({ quantity }) => quantity.low),
  );
  return Number.isFinite(result) ? read : { fault: 'result', span: whole };
}

/** True if a text that can't be read looks like a calculation: it has a digit, and begins as one. */
function isMeant(text: string, language: string): boolean {
  if (!HAS_DIGIT.test(text)) return false;
  const [first = ''] = text
    .replace(/^[\s(（+＋\-−–－]+/, '')
    .slice(0, LONGEST_CALCULATION)
    .split(SIGN, 1);
  return first === '' || /^[.\p{Nd}\p{Sc}]/u.test(first) || findNumbers(first, language)[0]?.span.start === 0;
}

const HAS_DIGIT = /\p{Nd}/u;
const SIGN = /[()（）+＋\-−–－*＊×/／÷]/;
const SIGNS: Readonly<Record<string, '(' | ')' | Operator>> = Object.fromEntries(
  (['(（', ')）', '+＋', '−-–－', '×*＊', '÷/／'] as const).flatMap((signs) =>
    [...signs].map((sign) => [sign, signs[0] as '(' | ')' | Operator]),
  ),
);

interface Token {
  readonly span: TextSpan;
  /** A sign, a number, or what is neither. */
  readonly is: '(' | ')' | Operator | Amount | null;
}

function tokensOf(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const addNumber = (end: number) => {
    const written = text.slice(from, end);
    const start = from + written.length - written.trimStart().length;
    const words = written.trim();
    if (words !== '')
      tokens.push({ span: { start, end: start + words.length }, is: readNumber(words, language, start) });
  };
  for (let at = 0; at < text.length; at++) {
    const sign = SIGNS[text.charAt(at)];
    if (!sign) continue;
    addNumber(at);
    tokens.push({ span: { start: at, end: at + 1 }, is: sign });
    from = at + 1;
  }
  addNumber(text.length);
  return tokens;
}

/** Returns the number that a whole text is; null if the text is anything else. Four digits may be a year. */
function readNumber(words: string, language: string, start: number): Amount | null {
  const [found, ...more] = findNumbers(words, language);
  if (!found || more.length > 0 || found.surface.length !== words.length || found.kind === 'ordinal') return null;
  const amount = found.kind === 'date' ? yearOf(found) : found;
  return amount && amount.low === amount.high
    ? { ...amount, span: { start, end: start + words.length }, checkable: true }
    : null;
}

/** A year as a number to calculate with. */
function yearOf({ value, surface, span, approximate, bound, checkable }: Quantity): Amount | null {
  if (!/^\d{4}$/.test(String(value))) return null;
  const year = Number(value);
  const same = { surface, span, approximate, bound, checkable };
  return { ...same, kind: 'number', value: year, unit: null, low: year, high: year, step: 1, lowStep: 1 };
}

const RANKS: Readonly<Record<Operator | '(', number>> = { '(': 0, '+': 1, '−': 1, '×': 2, '÷': 2, negative: 3 };

/** Puts the signs behind their operands. Open signs are kept in a list, without recursion, so that any depth is safe. */
function parse(tokens: readonly Token[], whole: TextSpan): Expression | Unreadable {
  const amounts: { readonly quantity: Amount; readonly span: TextSpan }[] = [];
  const steps: Step[] = [];
  const open: { readonly sign: Operator | '('; readonly span: TextSpan }[] = [];
  const close = (rank: number) => {
    for (let last = open.at(-1); last && last.sign !== '(' && RANKS[last.sign] >= rank; last = open.at(-1)) {
      steps.push(last.sign);
      open.pop();
    }
  };
  let wantsNumber = true;
  for (const { is, span } of tokens) {
    if (is === null) return { fault: 'part', span };
    if (typeof is === 'object') {
      if (!wantsNumber) return { fault: 'sign', span };
      steps.push(amounts.push({ quantity: is, span }) - 1);
      wantsNumber = false;
    } else if (is === '(') {
      if (!wantsNumber) return { fault: 'sign', span };
      open.push({ sign: is, span });
    } else if (is === ')') {
      if (wantsNumber) return { fault: 'number', span };
      close(0);
      if (!open.pop()) return { fault: 'parenthesis', span };
    } else if (wantsNumber) {
      if (is !== '+' && is !== '−') return { fault: 'number', span };
      if (is === '−') open.push({ sign: 'negative', span });
    } else {
      close(RANKS[is]);
      open.push({ sign: is, span });
      wantsNumber = true;
    }
  }
  const last = tokens.at(-1);
  if (!last || wantsNumber) return { fault: 'number', span: last?.span ?? whole };
  close(0);
  const unclosed = open.at(-1);
  if (unclosed) return { fault: 'parenthesis', span: unclosed.span };
  const roles = rolesOf(steps);
  return { operands: amounts.map((one, i) => ({ ...one, role: roles.get(i) ?? 'alone' })), steps };
}

function rolesOf(steps: readonly Step[]): ReadonlyMap<number, 'scales' | 'adds'> {
  const roles = new Map<number, 'scales' | 'adds'>();
  const stack: (number | null)[] = [];
  for (const step of steps) {
    if (typeof step === 'number') stack.push(step);
    else if (step !== 'negative') {
      const role = step === '×' || step === '÷' ? 'scales' : 'adds';
      for (const leaf of [stack.pop(), stack.pop()]) if (typeof leaf === 'number') roles.set(leaf, role);
      stack.push(null);
    }
  }
  return roles;
}

/**
 * Returns the result of a calculation. It isn't finite after a division by zero.
 *
 * @param values of its operands, in their order
 */
export function resultOf({ steps }: Expression, values: readonly number[]): number {
  const stack: number[] = [];
  for (const step of steps) {
    if (typeof step === 'number') stack.push(values[step] ?? Number.NaN);
    else if (step === 'negative') stack.push(-(stack.pop() ?? Number.NaN));
    else {
      const b = stack.pop() ?? Number.NaN;
      const a = stack.pop() ?? Number.NaN;
      stack.push(step === '+' ? a + b : step === '−' ? a - b : step === '×' ? a * b : a / b);
    }
  }
  return stack.pop() ?? Number.NaN;
}

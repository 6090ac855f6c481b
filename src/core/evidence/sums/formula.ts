import type { Calculation } from '../verdicts';

/** A calculation as it is written: `8.2 million − 7.1 million`. */
export function formulaOf(calculation: Calculation): string {
  if ('formula' in calculation) return calculation.formula;
  const { operands, sign } = calculation;
  const [a = '', b = ''] = operands.map(({ surface }) => surface);
  switch (sign) {
    case '+':
      return operands.map(({ surface }) => surface).join(' + ');
    case 'mean':
      return `(${operands.map(({ surface }) => surface).join(' + ')}) ÷ ${operands.length}`;
    case '×':
      return `${a} × ${b}`;
    case '−':
      return `${a} − ${b}`;
    case '100 −':
      return `100% − ${a}`;
    case '÷':
    case '%':
      return `${a} ÷ ${b}`;
    case 'Δ%':
      return `(${b} − ${a}) ÷ ${a}`;
  }
}

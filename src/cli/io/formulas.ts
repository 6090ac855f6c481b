import {
  type CheckOptions,
  faultOfFormula,
  TOO_MANY_FORMULAS,
  type WriteFormula,
  weighFormulas,
} from '../../core/checking';

/** Returns the function that writes formulas, loaded only for a text that may have some; null for other texts. */
export async function formulaWriter(text: string): Promise<WriteFormula | null> {
  const weight = weighFormulas(text);
  if (weight === 'too many') return TOO_MANY_FORMULAS;
  return weight === 'some' ? (await import('../../math')).writeFormula : null;
}

/** Returns a function that finds the fault of a formula; null if the text has no formulas, or too many. */
export async function formulaFaults(text: string): Promise<NonNullable<CheckOptions['formulaFault']> | null> {
  const write = await formulaWriter(text);
  // For too many formulas, the page itself says that it shows none.
  if (write === null || write === TOO_MANY_FORMULAS) return null;
  return (source) => faultOfFormula(source, write);
}

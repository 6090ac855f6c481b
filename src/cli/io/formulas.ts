import {
  type CheckOptions,
  faultOfFormula,
  TOO_MANY_FORMULAS,
  type WriteFormula,
  weighFormulas,
} from '../../core/checking';

/** What writes formulas, loaded where a text may have any. */
export async function formulaWriter(text: string): Promise<WriteFormula | null> {
  const weight = weighFormulas(text);
  if (weight === 'too many') return TOO_MANY_FORMULAS;
  return weight === 'some' ? (await import('../../math')).writeFormula : null;
}

/** What tells what is wrong with a formula of a text; null where it has none. */
export async function formulaFaults(text: string): Promise<NonNullable<CheckOptions['formulaFault']> | null> {
  const write = await formulaWriter(text);
  // Of too many, the page says itself that it shows none.
  if (write === null || write === TOO_MANY_FORMULAS) return null;
  return (source) => faultOfFormula(source, write);
}

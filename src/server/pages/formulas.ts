import type { Brief } from '../../core';
import { derive } from '../../core/base/derive';
import type { FormulaFault } from '../../core/base/problem';
import { faultOfFormula, TOO_MANY_FORMULAS, type WriteFormula, weighFormulas } from '../../core/page/sections/formulas';

/** Writes the formulas of briefs. The code for it is loaded with the first brief that has a formula. */
export interface Formulas {
  /**
   * Returns the function that writes the formulas of a brief; null as long as it isn't loaded.
   *
   * @param done called when it is loaded; never called if it is loaded already, or not needed
   */
  of(brief: Brief, done: () => void): WriteFormula | null;
  /**
   * Returns a function that tells what is wrong with a formula. The function returns null if nothing is wrong, or as long as
   * the code that knows is being loaded.
   *
   * @param uri of the brief that asks
   * @param done called when it is loaded, once for each brief that has asked
   */
  faults(uri: string, done: () => void): (source: string) => FormulaFault | null;
  /**
   * Returns the function that writes the formulas of a brief, once it is loaded; null if it isn't needed, or can't be loaded.
   */
  ready(brief: Brief): Promise<WriteFormula | null>;
}

/** @param failed called once, with the reason, if the code can't be loaded; pages then show the source of formulas */
export function createFormulas(failed: (reason: unknown) => void): Formulas {
  let there: WriteFormula | null = null;
  let loading: Promise<WriteFormula | null> | undefined;

  const load = () => {
    loading ??= import('../../math').then(
      ({ writeFormula }) => {
        there = writeFormula;
        return writeFormula;
      },
      (reason: unknown) => {
        failed(reason);
        return null;
      },
    );
    return loading;
  };
  const waiting = new Map<string, () => void>();
  const weigh = derive(({ text }: Brief) => weighFormulas(text));

  return {
    of: (brief, done) => {
      const weight = weigh(brief);
      if (weight === 'too many') return TOO_MANY_FORMULAS;
      // A function that is there is handed on in any case: a page must not change when the last formula goes.
      if (there !== null || weight === 'none') return there;
      load().then(
        (loaded) => loaded && done(),
        () => undefined,
      );
      return null;
    },
    faults: (uri, done) => (source) => {
      if (there !== null) return faultOfFormula(source, there);
      if (waiting.size === 0)
        load().then(
          () => {
            const asked = [...waiting.values()];
            waiting.clear();
            if (there !== null) for (const tell of asked) tell();
          },
          () => undefined,
        );
      waiting.set(uri, done);
      return null;
    },
    ready: async (brief) => {
      const weight = weigh(brief);
      return weight === 'too many' ? TOO_MANY_FORMULAS : weight === 'some' ? load() : null;
    },
  };
}

import type { Brief } from '../../core';
import { derive } from '../../core/base/derive';
import type { FormulaFault } from '../../core/base/problem';
import { faultOfFormula, TOO_MANY_FORMULAS, type WriteFormula, weighFormulas } from '../../core/page/sections/formulas';

/** What writes formulas, loaded with the first brief that has one. */
export interface Formulas {
  /**
   * @param done called when it is loaded, unless it is there, or not needed
   * @returns null as long as it is not
   */
  of(brief: Brief, done: () => void): WriteFormula | null;
  /**
   * Tells what is wrong with a formula; null where nothing is, or what knows is being loaded.
   *
   * @param uri of the brief that asks
   * @param done called when it is loaded, once for each brief that has asked
   */
  faults(uri: string, done: () => void): (source: string) => FormulaFault | null;
  /** The same as `of`, once it is loaded. */
  ready(brief: Brief): Promise<WriteFormula | null>;
}

/** @param failed is told why it could not be loaded, once; the source of formulas stands for them then */
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

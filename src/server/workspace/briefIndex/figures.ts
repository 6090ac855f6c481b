import { type Brief, declaredFiguresOf, type NumberFact } from '../../../core/checking';

/** The key numbers of all briefs, and the numbers of their insights, by their ids. */
export interface FigureFacts {
  /** Replaces the numbers of a brief by others. */
  replace(old: readonly NumberFact[], now: readonly NumberFact[]): void;
  /** Returns the numbers with an id, in the order of their briefs. */
  of(id: string): readonly NumberFact[];
}

export function createFigureFacts(): FigureFacts {
  const byId = new Map<string, NumberFact[]>();
  /** Ids whose numbers are to be sorted. */
  const mixed = new Set<string>();
  return {
    replace: (old, now) => {
      for (const fact of old) {
        const group = byId.get(fact.id) ?? [];
        const at = group.indexOf(fact);
        if (at >= 0) group.splice(at, 1);
        if (group.length === 0) byId.delete(fact.id);
      }
      for (const fact of now) {
        const group = byId.get(fact.id);
        if (group) group.push(fact);
        else byId.set(fact.id, [fact]);
        mixed.add(fact.id);
      }
    },
    of: (id) => {
      const group = byId.get(id) ?? [];
      if (mixed.delete(id)) group.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
      return group;
    },
  };
}

/** True if another brief may contradict this one: it has a key number with an id, a date and a value. */
export function hasKeyNumbers(brief: Brief): boolean {
  return declaredFiguresOf(brief).some(({ id, asOf, content }) => id && asOf && content?.kind === 'value');
}

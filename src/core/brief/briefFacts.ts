/** The declarations of a brief. Declarations that say the same as in the last version are the same objects. */

import { derive } from '../base/derive';
import { sameList, sameMaps, sameSets } from '../base/same';
import type { Unplaced } from '../base/text';
import type { Definition } from './blocks/drafts';
import type { Declared } from './blocks/resolve';
import { type FigureFacts, figureFacts, type Targets, targetsOf } from './citations';
import type { Declarations } from './sources/declarations';
import { type NumberedPassages, numberedPassages } from './sources/numberedPassages';
import type { NumberScope } from './sources/numberScopes';
import type { Figure, Source } from './types';

/** All declarations of a brief that its blocks may depend on. */
export interface BriefFacts {
  readonly declared: Declared & { readonly ids: ReadonlySet<string> };
  readonly figures: FigureFacts;
  readonly targets: Targets;
  readonly language: string;
  readonly scopes: readonly NumberScope[];
}

/** Gathers the declarations of a version. Declarations that say the same as in the last version are the same objects. */
export const factsOf = derive(
  (
    _lineage: object,
    { declared, scopes }: Declarations,
    sources: readonly Unplaced<Source>[],
    figures: readonly Figure[],
    definitions: readonly Definition[],
    language: string,
  ): BriefFacts => ({
    language,
    declared: withPassages(declared, numberedPassages(sources)),
    figures: figureFacts(figures),
    targets: targetsOf(definitions),
    scopes,
  }),
  (last, now) => ({
    language: now.language,
    declared: settled(last.declared, now.declared),
    figures: isSameFigures(last.figures, now.figures) ? last.figures : now.figures,
    targets: isSameTargets(last.targets, now.targets) ? last.targets : now.targets,
    scopes: isSameScopes(last.scopes, now.scopes) ? last.scopes : now.scopes,
  }),
);

type DeclaredNames = BriefFacts['declared'];

/** Adds the numbers of numbered passages to the declared ids. */
function withPassages(declared: DeclaredNames, numbered: NumberedPassages | null): DeclaredNames {
  return numbered ? { ...declared, ids: new Set([...declared.ids, ...numbered.numbers]) } : declared;
}

function settled(last: DeclaredNames, now: DeclaredNames): DeclaredNames {
  const remarks = sameMaps(last.remarks, now.remarks, sameList) ? last.remarks : now.remarks;
  const byAuthorYear = sameMaps(last.byAuthorYear, now.byAuthorYear, Object.is) ? last.byAuthorYear : now.byAuthorYear;
  const names = sameMaps(last.names, now.names, Object.is) ? last.names : now.names;
  const isSame =
    last.remarks === remarks &&
    last.names === names &&
    last.byAuthorYear === byAuthorYear &&
    last.keyed === now.keyed &&
    last.brackets === now.brackets &&
    last.glued === now.glued &&
    sameSets(last.ids, now.ids);
  return isSame ? last : { ...now, remarks, byAuthorYear, names };
}

function isSameFigures(a: FigureFacts, b: FigureFacts): boolean {
  return sameMaps(a, b, (one, other) => one.own === other.own && sameList(one.cites, other.cites));
}

function isSameTargets(a: Targets, b: Targets): boolean {
  return sameMaps(a, b, (one, other) => one.target === other.target && one.url.start === other.url.start);
}

function isSameScopes(a: readonly NumberScope[], b: readonly NumberScope[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end, suffix }, i) => start === b[i]?.start && end === b[i].end && suffix === b[i].suffix)
  );
}

/** What a brief declares, as the same objects as in an earlier version wherever it says the same. */
import { sameList, sameMaps } from '../base/same';
import type { FigureFacts, Targets } from './citations';
import type { Declared } from './resolve';
import type { NumberScope } from './sources/numberScopes';

/** What the brief declares. Each is the same object as in the version before, where it says the same. */
export interface BriefFacts {
  readonly declared: Declared & { readonly ids: ReadonlySet<string> };
  readonly figures: FigureFacts;
  readonly targets: Targets;
  readonly language: string;
  readonly scopes: readonly NumberScope[];
}

/** Takes over the parts that say the same: blocks that rest on them need no second look. */
export function inheritFacts(now: BriefFacts, before: BriefFacts | undefined): BriefFacts {
  if (!before) return now;
  return {
    language: now.language,
    declared: inheritDeclared(now.declared, before.declared),
    figures: sameFigures(before.figures, now.figures) ? before.figures : now.figures,
    targets: sameTargets(before.targets, now.targets) ? before.targets : now.targets,
    scopes: sameScopes(before.scopes, now.scopes) ? before.scopes : now.scopes,
  };
}

function inheritDeclared(now: BriefFacts['declared'], before: BriefFacts['declared']): BriefFacts['declared'] {
  if (now === before) return before;
  const remarks = sameMaps(before.remarks, now.remarks, sameList) ? before.remarks : now.remarks;
  const byAuthorYear = sameMaps(before.byAuthorYear, now.byAuthorYear, Object.is)
    ? before.byAuthorYear
    : now.byAuthorYear;
  const isSame =
    remarks === before.remarks &&
    byAuthorYear === before.byAuthorYear &&
    before.keyed === now.keyed &&
    before.brackets === now.brackets &&
    sameSets(before.ids, now.ids);
  return isSame ? before : { ...now, remarks, byAuthorYear };
}

function sameSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}

function sameFigures(a: FigureFacts, b: FigureFacts): boolean {
  return sameMaps(a, b, (one, other) => one.own === other.own && sameList(one.cites, other.cites));
}

function sameScopes(a: BriefFacts['scopes'], b: BriefFacts['scopes']): boolean {
  const isSame = (one: NumberScope, other: NumberScope | undefined) =>
    one.start === other?.start && one.end === other.end && one.suffix === other.suffix;
  return a.length === b.length && a.every((scope, i) => isSame(scope, b[i]));
}

function sameTargets(a: Targets, b: Targets): boolean {
  return sameMaps(a, b, (one, other) => one.target === other.target && one.url.start === other.url.start);
}

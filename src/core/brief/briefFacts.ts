/** What a brief declares, as the same objects as in an earlier version wherever it says the same. */
import { derive, steady } from '../base/derive';
import { sameList, sameMaps } from '../base/same';
import type { Declared } from './blocks/resolve';
import type { FigureFacts, Targets } from './citations';
import type { NumberScope } from './sources/numberScopes';

/** What the brief declares.  */
export interface BriefFacts {
  readonly declared: Declared & { readonly ids: ReadonlySet<string> };
  readonly figures: FigureFacts;
  readonly targets: Targets;
  readonly language: string;
  readonly scopes: readonly NumberScope[];
}

/** The facts of a version: what says the same as in the last one is the same object. */
export function steadyFacts(lineage: object, { language, declared, figures, targets, scopes }: BriefFacts): BriefFacts {
  const remarks = sameRemarks(lineage, declared.remarks);
  const byAuthorYear = sameNames(lineage, declared.byAuthorYear);
  return {
    language,
    declared: sameDeclared(lineage, withMaps(declared, remarks, byAuthorYear)),
    figures: sameFigures(lineage, figures),
    targets: sameTargets(lineage, targets),
    scopes: sameScopes(lineage, scopes),
  };
}

const withMaps = derive(
  (declared: BriefFacts['declared'], remarks: Declared['remarks'], byAuthorYear: Declared['byAuthorYear']) => ({
    ...declared,
    remarks,
    byAuthorYear,
  }),
);

const sameRemarks = steady<Declared['remarks']>((a, b) => sameMaps(a, b, sameList));
const sameNames = steady<Declared['byAuthorYear']>((a, b) => sameMaps(a, b, Object.is));
const sameDeclared = steady<BriefFacts['declared']>(
  (a, b) =>
    a.remarks === b.remarks &&
    a.byAuthorYear === b.byAuthorYear &&
    a.keyed === b.keyed &&
    a.brackets === b.brackets &&
    sameSets(a.ids, b.ids),
);
const sameFigures = steady<FigureFacts>((a, b) =>
  sameMaps(a, b, (one, other) => one.own === other.own && sameList(one.cites, other.cites)),
);
const sameTargets = steady<Targets>((a, b) =>
  sameMaps(a, b, (one, other) => one.target === other.target && one.url.start === other.url.start),
);
const sameScopes = steady<BriefFacts['scopes']>(
  (a, b) =>
    a.length === b.length &&
    a.every(({ start, end, suffix }, i) => start === b[i]?.start && end === b[i].end && suffix === b[i].suffix),
);

function sameSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}

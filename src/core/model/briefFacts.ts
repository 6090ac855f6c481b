/** What a brief declares, as the same objects as in an earlier version wherever it says the same. */
import { sameList, sameMaps } from '../same';
import type { FigureFacts, Targets } from './citations';
import type { Declared } from './resolve';
import type { BriefFacts } from './resolveBlock';

/** Takes over the parts that say the same: blocks that rest on them need no second look. */
export function inheritFacts(now: BriefFacts, before: BriefFacts | undefined): BriefFacts {
  if (!before) return now;
  return {
    language: now.language,
    declared: sameDeclared(before.declared, now.declared) ? before.declared : now.declared,
    figures: sameFigures(before.figures, now.figures) ? before.figures : now.figures,
    targets: sameTargets(before.targets, now.targets) ? before.targets : now.targets,
  };
}

function sameDeclared(a: Declared, b: Declared): boolean {
  if (a.keyed !== b.keyed || a.ids.size !== b.ids.size) return false;
  for (const id of a.ids) if (!b.ids.has(id)) return false;
  return sameMaps(a.remarks, b.remarks, sameList);
}

function sameFigures(a: FigureFacts, b: FigureFacts): boolean {
  return sameMaps(a, b, (one, other) => one.own === other.own && sameList(one.cites, other.cites));
}

function sameTargets(a: Targets, b: Targets): boolean {
  return sameMaps(a, b, (one, other) => one.target === other.target && one.url.start === other.url.start);
}

/** The passages that an insight may rest on, and how likely that is. */

import { derive } from '../../base/derive';
import { recent } from '../../base/recent';
import type { Local } from '../../base/text';
import { originsOf } from '../../brief/queries/blocks';
import { sourceOrigins, sourcesById } from '../../brief/queries/sources';
import type { Brief, Origin, Source, SourceText } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { evidenceOfOrigin } from '../../evidence/brief';
import { rankerOf } from '../../evidence/candidates';
import type { Candidate, RankLimits } from '../../evidence/ranking';
import { likelihood } from '../../evidence/ranking/likelihood';

/** The score from which a source is the right one so often that it may be cited without a look: docs/command-line.md. */
export const SURE = 0.9;

export interface Suggestion {
  readonly candidate: Candidate;
  /** Likelihood that the insight rests on the candidate, from 0 to 1. */
  readonly score: number;
}

/** Maximum number of suggestions; more wouldn't help in choosing. */
const MOST = 5;

/**
 * The best passage of each source for an insight, the likeliest first, at most five. The result is cached by the words of the
 * insight, as long as the sources don't change.
 *
 * @param index of the insight
 */
export function bestSuggestions(brief: Brief, index: number): readonly Suggestion[] {
  const origin = originsOf(brief)[index];
  if (!origin) return [];
  const find = () => suggestionsFor(brief, origin, { most: MOST, mostOfSource: 1 });
  // The value of `{{id}}` may change.
  if (origin.text.includes('{{')) return find();
  return keptFor(sourceOrigins(brief), brief.texts, brief.language).take(origin.text, (kept) => kept ?? find());
}

const keptFor = derive((_sources: readonly Local<Source>[], _texts: readonly SourceText[], _language: string) =>
  recent<readonly Suggestion[]>(),
);

/**
 * The passages that share a term with an insight, the likeliest first. The call takes some milliseconds: numbers and quotations
 * of the insight are looked up in each source.
 *
 * @param origin the insight, which the brief need not have
 */
export function suggestionsFor(brief: Brief, origin: Origin, limits: RankLimits): readonly Suggestion[] {
  const candidates = rankerOf(brief).candidates(origin.text, limits);
  const byId = sourcesById(brief);
  const checks = new Map<string, Check>();
  const language = languageOfPart(origin.text, brief.language);
  return candidates
    .map((candidate): Suggestion => {
      const { source: id, passage } = candidate;
      const source = byId.get(id);
      const said = source?.passages[passage ?? -1];
      const check = checks.get(id) ?? checkAgainst(brief, origin, id);
      checks.set(id, check);
      // The best of each source comes first.
      const rival = candidates.find((other) => other.source !== id)?.score ?? 0;
      const score = likelihood({
        terms: candidate.terms(),
        isForeign: said ? languageOfPart(said.text, source?.language?.value ?? brief.language) !== language : false,
        lead: 1 - rival / candidate.score,
        isTitle: said === undefined || said.from === 'title',
        ...check,
      });
      return { candidate, score };
    })
    .sort((a, b) => b.score - a.score);
}

interface Check {
  readonly found: number;
  readonly isWrong: boolean;
}

/** Looks up the numbers and quotations of an insight in a source, as if the insight cited it. */
function checkAgainst(brief: Brief, origin: Origin, id: string): Check {
  const cites = [id];
  const { numbers, quotations, denied } = evidenceOfOrigin(brief, {
    ...origin,
    cites,
    citedVia: 'text',
    own: false,
    sentences: origin.sentences.map((sentence) => ({ ...sentence, cites })),
  });
  const verdicts = [...numbers, ...quotations].map(({ verdict }) => verdict);
  return {
    found: verdicts.filter((verdict) => verdict === 'found').length,
    isWrong: denied.length > 0 || verdicts.some((verdict) => verdict !== null && !RIGHT.has(verdict)),
  };
}

const RIGHT: ReadonlySet<string> = new Set(['found', 'uncheckable']);

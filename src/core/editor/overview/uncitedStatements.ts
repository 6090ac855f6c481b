/** The statements of a brief that need a source and have none, for a list to go through. */

import type { Span } from '../../base/text';
import { plainHeading } from '../../brief/needs/sectionWords';
import { uncitedIn } from '../../brief/needs/uncited';
import { insightAt, originsOf } from '../../brief/queries/blocks';
import { gapsOf } from '../../brief/queries/finders';
import type { Brief, Origin } from '../../brief/types';
import { claimWeight } from '../../document/claims';
import { citationOf, citeEdit } from '../../rules/fixes/cite';
import { type SuggestedChoice, suggestedChoices } from '../editing/citationChoices';
import { oneLine } from './sourceOverview';

export interface UncitedStatement {
  /** Span of the whole insight. */
  readonly span: Span;
  /** Its words on one line, without marks of Markdown, at most 200 characters. */
  readonly text: string;
  /** The heading of its section; empty outside sections. */
  readonly section: string;
  /**
   * The sources that it may rest on, the likeliest first, each with the edit that cites it; empty if no source is likely.
   * They are computed on each call, which takes some milliseconds.
   */
  readonly suggested: (most: number) => readonly SuggestedChoice[];
}

export interface UncitedStatements {
  readonly total: number;
  /** Statements with the greatest need of a source first; equal ones in document order. */
  readonly statements: readonly UncitedStatement[];
}

/** @param most how many statements are wanted */
export function uncitedStatements(brief: Brief, most: number): UncitedStatements {
  const indexes = uncitedIn(brief);
  const origins = originsOf(brief);
  const weighed = indexes.map((index) => ({ index, weight: weightOf(brief, origins[index]) }));
  // Sorting is stable: statements of the same weight stay in document order.
  weighed.sort((a, b) => b.weight - a.weight);
  const statements = weighed.slice(0, most).flatMap(({ index }) => uncitedStatement(brief, index) ?? []);
  return { total: indexes.length, statements };
}

/** Weight of the sentence that looks most like a claim in an insight. */
function weightOf({ language }: Brief, origin: Origin | undefined): number {
  return (origin?.sentences ?? []).reduce((most, { text }) => Math.max(most, claimWeight(text, language)), 0);
}

/** UTF-16 units of Markdown that are read for a line of 200 characters. */
const LONGEST_READ = 1000;

/** An insight that needs a source, by its index; null if the brief has no insight with this index. */
export function uncitedStatement(brief: Brief, index: number): UncitedStatement | null {
  const insight = insightAt(brief, index);
  if (!insight) return null;
  const { span, text, section } = insight;
  const gap = gapsOf(brief).get(index);
  return {
    span,
    text: oneLine(plainHeading(text.slice(0, LONGEST_READ))),
    section: section === null ? '' : oneLine(brief.sections[section]?.heading ?? ''),
    suggested: (most) => {
      const cite = (id: string) => {
        const mark = citationOf(id);
        return gap ? { span: gap, newText: mark } : citeEdit(brief, insight, mark);
      };
      return suggestedChoices(brief, index, insight, cite, most);
    },
  };
}

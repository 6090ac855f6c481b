import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, readLocated } from '../../messages/readParams';
import { part } from '../../part';
import type { Feature } from '../feature';
import { readEarlier } from './comparing';
import { readReadings } from './reading';

/** Most problems, passages and changes in an answer, as in `brief mcp`. */
const MOST_PROBLEMS = 50;
const MOST_PASSAGES = 8;
const MOST_CHANGES = 100;
const MOST_READINGS = 100;
/** Longest claim, or words of an insight, in UTF-16 units. */
const LONGEST = 5000;

/** Answers requests of tools for language models about an open document. */
export const assistant: Feature = {
  register: ({ onWholeDocument, session }) => {
    onWholeDocument('brief/toolCheck', readLocated, async (document, { params }) => {
      const least = severityOf('brief/toolCheck', part(params, 'least'));
      const { checkReport, toData } = await import('../../../core/editor');
      // The model itself chooses which severities it wants.
      const problems = session().check(document.brief(), document.uri, { least: 'hint' });
      const text = toData(checkReport(document.brief(), problems, { most: MOST_PROBLEMS, least }));
      return { version: document.version, text, edits: [] };
    });

    onWholeDocument('brief/toolEvidence', readLocated, async (document, { params }) => {
      const claim = wordsOf('brief/toolEvidence', params, 'claim');
      if (claim === undefined) throw invalid('brief/toolEvidence', 'claim must be a text');
      const { evidenceReport, toData } = await import('../../../core/editor');
      const text = toData(evidenceReport(document.brief(), { claim, sources: [], most: MOST_PASSAGES }));
      return { version: document.version, text, edits: [] };
    });

    onWholeDocument('brief/toolCite', readLocated, async (document, { params }) => {
      const insight = wordsOf('brief/toolCite', params, 'insight');
      const source = wordsOf('brief/toolCite', params, 'source');
      const line = lineOf('brief/toolCite', params);
      const { citeInsight, toData } = await import('../../../core/editor');
      const outcome = citeInsight(document.brief(), { insight, line, source });
      if ('refused' in outcome) return outcome;
      const { version, positions } = document;
      return { version, text: toData(outcome.report), edits: toTextEdits(positions, outcome.edits) };
    });

    onWholeDocument('brief/toolCompare', readEarlier, async (document, { earlier }) => {
      const { compareReport, earlierVersion, toData } = await import('../../../core/editor');
      const brief = document.brief();
      const report = compareReport(earlierVersion(brief, earlier), brief, MOST_CHANGES);
      return { version: document.version, text: toData(report), edits: [] };
    });

    onWholeDocument('brief/toolReading', readReadings, async (document, { readings }) => {
      const { toData, toldReadings } = await import('../../../core/editor');
      const text = toData(toldReadings(document.brief(), () => readings, MOST_READINGS));
      return { version: document.version, text, edits: [] };
    });
  },
};

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** @throws ResponseError where it is not a severity */
function severityOf(method: string, value: unknown): (typeof SEVERITIES)[number] {
  const least = value === undefined ? 'hint' : SEVERITIES.find((severity) => severity === value);
  if (least) return least;
  throw invalid(method, `least must be one of ${SEVERITIES.join(', ')}`);
}

/** @throws ResponseError where it is not text, or longer than any may be */
function wordsOf(method: string, params: unknown, name: string): string | undefined {
  const value = part(params, name);
  if (value === undefined || (typeof value === 'string' && value.length <= LONGEST)) return value;
  throw invalid(method, `${name} must be a text of at most ${LONGEST} characters`);
}

/** @throws ResponseError where it is not a line */
function lineOf(method: string, params: unknown): number | undefined {
  const value = part(params, 'line');
  if (value === undefined || (typeof value === 'number' && Number.isInteger(value) && value > 0)) return value;
  throw invalid(method, 'line must be a whole number, counted from 1');
}

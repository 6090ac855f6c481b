import { toTextEdits } from '../../diagnostics/toLsp';
import type { OpenDocument } from '../../documents/document';
import { invalid, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import {
  TOOL_CHECK_REQUEST,
  TOOL_CITE_REQUEST,
  TOOL_COMPARE_REQUEST,
  TOOL_EVIDENCE_REQUEST,
  TOOL_READING_REQUEST,
  type ToolAnswer,
} from '../../protocol';
import type { Feature } from '../feature';
import { earlierOf } from './comparing';
import { readingsIn } from './reading';

/** Most problems, passages and changes in an answer, as in `brief mcp`. */
const MOST_PROBLEMS = 50;
const MOST_PASSAGES = 8;
const MOST_CHANGES = 100;
const MOST_READINGS = 100;
/** Longest claim, or words of an insight, in UTF-16 units. */
const LONGEST = 5000;

/** Answers requests of tools for language models about an open document. */
export const assistant: Feature = {
  register: ({ connection, session, documentOf, answer }) => {
    /** Answers about a document, once all texts of its sources are read. */
    const about = (method: string, work: (document: OpenDocument, params: unknown) => Promise<ToolAnswer>): void => {
      connection.onRequest<ToolAnswer | null, void>(
        method,
        answer(method, async (params: unknown): Promise<ToolAnswer | null> => {
          const { uri } = readTextDocument(method, params);
          await session().whole(uri);
          const document = await documentOf(uri);
          return document ? work(document, params) : null;
        }),
      );
    };

    about(TOOL_CHECK_REQUEST, async (document, params) => {
      const least = severityOf(TOOL_CHECK_REQUEST, part(params, 'least'));
      const { checkReport, toData } = await import('../../../core/editor');
      // The model itself chooses which severities it wants.
      const problems = session().check(document.brief(), document.uri, { least: 'hint' });
      const text = toData(checkReport(document.brief(), problems, { most: MOST_PROBLEMS, least }));
      return { version: document.version, text, edits: [] };
    });

    about(TOOL_EVIDENCE_REQUEST, async (document, params) => {
      const claim = wordsOf(TOOL_EVIDENCE_REQUEST, params, 'claim');
      if (claim === undefined) throw invalid(TOOL_EVIDENCE_REQUEST, 'claim must be a text');
      const { evidenceReport, toData } = await import('../../../core/editor');
      const text = toData(evidenceReport(document.brief(), { claim, sources: [], most: MOST_PASSAGES }));
      return { version: document.version, text, edits: [] };
    });

    about(TOOL_CITE_REQUEST, async (document, params) => {
      const insight = wordsOf(TOOL_CITE_REQUEST, params, 'insight');
      const source = wordsOf(TOOL_CITE_REQUEST, params, 'source');
      const line = lineOf(TOOL_CITE_REQUEST, params);
      const { citeInsight, toData } = await import('../../../core/editor');
      const outcome = citeInsight(document.brief(), { insight, line, source });
      if ('refused' in outcome) return outcome;
      const { version, positions } = document;
      return { version, text: toData(outcome.report), edits: toTextEdits(positions, outcome.edits) };
    });

    about(TOOL_COMPARE_REQUEST, async (document, params) => {
      const earlier = earlierOf(TOOL_COMPARE_REQUEST, params);
      const { compareReport, earlierVersion, toData } = await import('../../../core/editor');
      const brief = document.brief();
      const report = compareReport(earlierVersion(brief, earlier), brief, MOST_CHANGES);
      return { version: document.version, text: toData(report), edits: [] };
    });

    about(TOOL_READING_REQUEST, async (document, params) => {
      const readings = readingsIn(TOOL_READING_REQUEST, params);
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

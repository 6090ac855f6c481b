import { indexLines, type Range } from '../../../core/base/text';
import type { SourceChoice } from '../../../core/editor';
import { toTextEdits } from '../../diagnostics/toLsp';
import type { OpenDocument } from '../../documents/document';
import { type PositionEncoding, positionsIn } from '../../documents/positions';
import { invalid, isRange, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import type { CandidatesResult, Params } from '../../protocol';
import { newFile } from '../../workspace/newFile';
import type { Feature } from '../feature';

/** Lists the sources that can be cited at a place, for a picker. */
export const candidates: Feature = {
  register: ({ onDocument, agreement }) => {
    onDocument('brief/candidates', readCandidatesParams, (document, { range, search }) =>
      candidatesAt(document, range, search ?? null, agreement().encoding),
    );
  },
};

/** Returns the sources that can be cited at a place of a document, with the edits that cite them. */
async function candidatesAt(
  document: OpenDocument,
  range: Range,
  search: string | null,
  encoding: PositionEncoding,
): Promise<CandidatesResult> {
  const { citationChoices } = await import('../../../core/editor');
  const { version, positions } = document;
  const choices = citationChoices(document.brief(), positions.spanOf(range), search);
  if (!choices) return { version, offer: null };
  const offered = <T extends SourceChoice>(choice: T) => ({ ...choice, edits: toTextEdits(positions, choice.edits) });
  const { claim, likely, others, more, newSource } = choices;
  const added = newSource && {
    citation: newSource.citation,
    edits: toTextEdits(positions, newSource.edits),
    title: positionsIn(newSource.text, indexLines(newSource.text), encoding).rangeOf(newSource.title),
    ...(newSource.file ? { file: newFile(newSource.file, encoding) } : {}),
  };
  const offer = { claim, likely: likely.map(offered), others: others.map(offered), more, newSource: added };
  return { version, offer };
}

/**
 * Reads what a client sent, which may be anything.
 *
 * @throws ResponseError that says what is wrong
 */
function readCandidatesParams(method: string, params: unknown): Params<'brief/candidates'> {
  const textDocument = readTextDocument(method, params);
  const range = part(params, 'range');
  if (!isRange(range)) throw invalid(method, 'range must have a start and an end, each a position');
  const search = part(params, 'search');
  if (search !== undefined && typeof search !== 'string') throw invalid(method, 'search must be a text');
  return { textDocument, range, ...(search === undefined ? {} : { search }) };
}

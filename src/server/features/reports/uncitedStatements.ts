import { toTextEdits } from '../../diagnostics/toLsp';
import type { OpenDocument } from '../../documents/document';
import type { CancellationToken } from '../../lsp';
import { stopIfCancelled } from '../../messages/answers';
import { invalid, readTextDocument } from '../../messages/readParams';
import { createTurns } from '../../messages/turns';
import { part } from '../../part';
import type { Params, SuggestedSource, UncitedStatement, UncitedStatementsResult } from '../../protocol';
import type { Feature } from '../feature';

/** More than anybody goes through. */
const MOST = 1000;
const MOST_SUGGESTED = 5;

/** The statements that need a source, for lists of them and of what may be cited. */
export const uncitedStatements: Feature = {
  register: ({ onRequest, documentOf, session }) => {
    onRequest('brief/uncitedStatements', async (params, token) => {
      const { textDocument, suggest = false } = readParams('brief/uncitedStatements', params);
      await documentOf(textDocument.uri);
      // The likeliest source may be known by its local copy alone.
      if (suggest) await session().whole(textDocument.uri);
      const document = session().document(textDocument.uri);
      return document ? uncitedIn(document, suggest, token) : null;
    });
  },
};

/** @throws ResponseError where the client wants it no more */
async function uncitedIn(
  { uri, version, positions, brief: read }: OpenDocument,
  suggest: boolean,
  token: CancellationToken,
): Promise<UncitedStatementsResult> {
  const { importFinds, SURE, uncitedStatements } = await import('../../../core/editor');
  const brief = read();
  const { total, statements } = uncitedStatements(brief, MOST);
  const told: UncitedStatement[] = [];
  const turn = createTurns();
  for (const { span, text, section, suggested } of statements) {
    await turn();
    stopIfCancelled('brief/uncitedStatements', token);
    const statement = { range: positions.rangeOf(span), text, section };
    const sources = (suggest ? suggested(MOST_SUGGESTED) : []).map(({ at, ...source }): SuggestedSource => {
      const place = at && { uri: at.uri ?? uri, range: at.uri === undefined ? positions.rangeOf(at.span) : at.range };
      return { ...source, edits: toTextEdits(positions, source.edits), at: place };
    });
    told.push(suggest ? { ...statement, likely: sources[0] ?? null, suggested: sources } : statement);
  }
  return { version, total, statements: told, sure: SURE, imports: importFinds(brief) };
}

/** @throws ResponseError that says what is wrong with what a client sent */
function readParams(method: string, params: unknown): Params<'brief/uncitedStatements'> {
  const textDocument = readTextDocument(method, params);
  const suggest = part(params, 'suggest');
  if (suggest === undefined) return { textDocument };
  if (typeof suggest === 'boolean') return { textDocument, suggest };
  throw invalid(method, 'suggest must be true or false');
}

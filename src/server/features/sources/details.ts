import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import {
  CHANGE_DETAILS_REQUEST,
  type ChangeDetailsResult,
  DETAILS_REQUEST,
  type DetailChange,
  type DetailsResult,
} from '../../protocol';
import type { Feature } from '../feature';

/** A form for the front matter of a brief. */
export const details: Feature = {
  register: ({ connection, documentOf, answer }) => {
    connection.onRequest(
      DETAILS_REQUEST,
      answer(DETAILS_REQUEST, async (params: unknown): Promise<DetailsResult | null> => {
        const document = await documentOf(readTextDocument(DETAILS_REQUEST, params).uri);
        if (!document) return null;
        const { detailsOf } = await import('../../../core/editor');
        return { version: document.version, ...detailsOf(document.brief()) };
      }),
    );
    connection.onRequest<ChangeDetailsResult | null, void>(
      CHANGE_DETAILS_REQUEST,
      answer(CHANGE_DETAILS_REQUEST, async (params: unknown) => {
        const { uri } = readTextDocument(CHANGE_DETAILS_REQUEST, params);
        const change = readChange(part(params, 'change'));
        const document = await documentOf(uri);
        if (!document) return null;
        const { changeDetails } = await import('../../../core/editor');
        const { version, positions } = document;
        const changed = changeDetails(document.brief(), change);
        return 'refused' in changed
          ? { version, refused: changed.refused }
          : { version, edits: toTextEdits(positions, changed.edits) };
      }),
    );
  },
};

/** @throws ResponseError that says what is wrong */
function readChange(change: unknown): DetailChange {
  const [kind, list, index, id] = ['kind', 'list', 'index', 'id'].map((key) => part(change, key));
  const [key, value, by] = ['key', 'value', 'by'].map((name) => part(change, name));
  const isText = typeof key === 'string' && typeof value === 'string';
  if (kind === 'set' && list === null && isText) return { kind, list, key, value };
  if (list !== 'sources' && list !== 'figures')
    throw invalid(CHANGE_DETAILS_REQUEST, 'change.list must be sources or figures');
  if (kind === 'add') return { kind, list };
  if (typeof index !== 'number' || typeof id !== 'string')
    throw invalid(CHANGE_DETAILS_REQUEST, 'change.index must be a number, and id a text');
  const at = { list, index, id } as const;
  if (kind === 'set' && isText) return { ...at, kind, key, value };
  if (kind === 'remove') return { ...at, kind };
  if (kind === 'move' && (by === 1 || by === -1)) return { ...at, kind, by };
  throw invalid(CHANGE_DETAILS_REQUEST, 'change.kind must be set, add, remove or move, with what belongs to it');
}

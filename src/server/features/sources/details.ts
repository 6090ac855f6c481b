import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, readLocated } from '../../messages/readParams';
import { part } from '../../part';
import type { DetailChange } from '../../protocol';
import type { Feature } from '../feature';

/** A form for the front matter of a brief. */
export const details: Feature = {
  register: ({ onDocument }) => {
    onDocument('brief/details', readLocated, async (document) => {
      const { detailsOf } = await import('../../../core/editor');
      return { version: document.version, ...detailsOf(document.brief()) };
    });
    onDocument('brief/changeDetails', readParams, async (document, { change }) => {
      const { changeDetails } = await import('../../../core/editor');
      const { version, positions } = document;
      const changed = changeDetails(document.brief(), change);
      return 'refused' in changed
        ? { version, refused: changed.refused }
        : { version, edits: toTextEdits(positions, changed.edits) };
    });
  },
};

function readParams(method: string, params: unknown) {
  return { ...readLocated(method, params), change: readChange(part(params, 'change')) };
}

/** @throws ResponseError that says what is wrong */
function readChange(change: unknown): DetailChange {
  const [kind, list, index, id] = ['kind', 'list', 'index', 'id'].map((key) => part(change, key));
  const [key, value, by] = ['key', 'value', 'by'].map((name) => part(change, name));
  const isText = typeof key === 'string' && typeof value === 'string';
  if (kind === 'set' && list === null && isText) return { kind, list, key, value };
  if (list !== 'sources' && list !== 'figures')
    throw invalid('brief/changeDetails', 'change.list must be sources or figures');
  if (kind === 'add') return { kind, list };
  if (typeof index !== 'number' || typeof id !== 'string')
    throw invalid('brief/changeDetails', 'change.index must be a number, and id a text');
  const at = { list, index, id } as const;
  if (kind === 'set' && isText) return { ...at, kind, key, value };
  if (kind === 'remove') return { ...at, kind };
  if (kind === 'move' && (by === 1 || by === -1)) return { ...at, kind, by };
  throw invalid('brief/changeDetails', 'change.kind must be set, add, remove or move, with what belongs to it');
}

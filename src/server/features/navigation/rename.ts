import type { Brief } from '../../../core';
import { say } from '../../../core/base/say';
import { indexLines } from '../../../core/base/text';
import type { Refused, Renamed } from '../../../core/editor';
import type { Agreement } from '../../agreement';
import { toTextEdits } from '../../diagnostics/toLsp';
import { positionsIn } from '../../documents/positions';
import { decoded } from '../../documents/uris';
import { LSPErrorCodes, type TextEdit as LspTextEdit, ResponseError, type WorkspaceEdit } from '../../lsp';
import { noteRename } from '../../moves/handedRenames';
import type { Feature } from '../feature';

/**
 * Renames a source, a footnote, a figure or a heading everywhere, as one change. A source of a bibliography is renamed there
 * too, and in all briefs that have it from there.
 */
export const rename: Feature = {
  capabilities: ({ client }) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
  register: ({ connection, at, placeOf, answer, agreement, session }) => {
    connection.onPrepareRename(
      at('textDocument/prepareRename', async ({ uri, brief, offset, source, rangeOf }) => {
        const { renamableAt, sharedSourceAt } = await import('../../../core/editor');
        const { assertRead } = await import('../../workspace/briefsSharing');
        const found = renamableAt(brief, offset);
        if (!found || source?.isRenamable === false) return null;
        // Nobody should have to think of a name first.
        if (sharedSourceAt(brief, offset)) assertRead(session(), uri);
        return { range: rangeOf(found.span), placeholder: found.name };
      }),
    );
    connection.onRenameRequest(
      answer('textDocument/rename', async ({ textDocument, position, newName }) => {
        // Without its bibliography, a key of that would be renamed in the text alone.
        await session().whole(textDocument.uri);
        const place = await placeOf({ textDocument, position });
        if (!place) return null;
        const { uri, brief, offset, document, source } = place;
        const { renameAt, renameName, sharedSourceAt } = await import('../../../core/editor');
        const { briefsSharing } = await import('../../workspace/briefsSharing');
        const found = source?.isRenamable === false ? null : renameAt(brief, offset, newName);
        if (!found) return null;
        if (source?.isUnsaved)
          throw new ResponseError(LSPErrorCodes.RequestFailed, say('Save this file before you rename its source.'));
        const shared = sharedSourceAt(brief, offset);
        const others = shared ? await briefsSharing(session(), shared, uri, true) : [];
        const own = settled(found);
        const changes = document ? changesOf(document, brief, own, agreement()) : changesElsewhere(own, agreement());
        for (const { uri, version, brief: other } of others) {
          const also = settled(renameName(other, { kind: 'source', id: shared?.id ?? '' }, newName), uri);
          changes.push(...changesOf({ uri, version }, other, also, agreement()));
        }
        const edit = toEdit(changes, agreement());
        for (const { uri, newUri } of changes) if (newUri !== undefined) noteRename(session(), uri);
        return edit;
      }),
    );
  },
};

/** Changes in one file. */
interface Change {
  readonly uri: string;
  /** Version of the text that the edits are for; null for a file that is not open. */
  readonly version: number | null;
  readonly edits: LspTextEdit[];
  /** URI of the file afterwards. */
  readonly newUri?: string;
}

/** Returns a rename, or throws the reason of its refusal, which the client shows to the user. */
function settled(found: Renamed | Refused, elsewhere?: string): Renamed {
  if (!('refused' in found)) return found;
  const { refused } = found;
  const message = elsewhere === undefined ? refused : say('In {0}: {1}', elsewhere.replace(/^.*\//, ''), refused);
  throw new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function changesOf(
  { uri, version }: Pick<Change, 'uri' | 'version'>,
  { text, lines }: Brief,
  { edits, elsewhere }: Renamed,
  agreement: Agreement,
): Change[] {
  const own = { uri, version, edits: toTextEdits(positionsIn(text, lines, agreement.encoding), edits) };
  return [own, ...changesElsewhere({ elsewhere }, agreement)];
}

function changesElsewhere({ elsewhere }: Pick<Renamed, 'elsewhere'>, { encoding }: Agreement): Change[] {
  return elsewhere.map(({ uri, text, edits, newUri }) => ({
    uri,
    version: null,
    edits: toTextEdits(positionsIn(text, indexLines(text), encoding), edits),
    ...(newUri === undefined ? {} : { newUri }),
  }));
}

/**
 * Returns all changes as one edit. A bibliography that several briefs name is changed once. A file is renamed after its text is
 * changed.
 *
 * @throws ResponseError where a file is to be renamed, and the client does not do that
 */
function toEdit(changes: readonly Change[], { client }: Agreement): WorkspaceEdit {
  const byFile = new Map(changes.map((change) => [change.uri, change]));
  const files = [...byFile.values()];
  const can = client.workspace?.workspaceEdit;
  const moved = files.flatMap(({ uri, newUri }) => (newUri === undefined ? [] : [{ uri, newUri }]));
  const [first] = moved;
  if (first && !(can?.documentChanges === true && can.resourceOperations?.includes('rename')))
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      say('The id of this source is the name of its file, which this editor cannot rename: {0}.', nameOf(first.uri)),
    );
  if (can?.documentChanges !== true)
    return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
  const options = { overwrite: false, ignoreIfExists: false };
  return {
    documentChanges: [
      ...files
        .filter(({ edits }) => edits.length > 0)
        .map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })),
      ...moved.map(({ uri, newUri }) => ({ kind: 'rename' as const, oldUri: uri, newUri, options })),
    ],
  };
}

function nameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

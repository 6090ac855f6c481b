import type { Brief, Range, TextEdit } from '../../core';
import { today } from '../../core/base/dates';
import { say } from '../../core/base/say';
import type { CodeAction as Action, ConfigPlace, Organized } from '../../core/editor';
import { MARK_VERIFIED, REFACTORINGS } from '../../core/editor/navigation/kinds';
import type { Agreement } from '../agreement';
import { makesFiles, toCreation, toDiagnostic, toFileEdit, toWorkspaceEdit } from '../diagnostics/toLsp';
import type { OpenDocument } from '../documents/document';
import { decoded, folderOf } from '../documents/uris';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from '../lsp';
import { isRange } from '../messages/readParams';
import { part } from '../part';
import type { Session } from '../session';
import type { Feature } from './feature';
import { pageCommand } from './reports/rulePages';

/** Kind of the source action that applies every fix that is right whatever the author meant. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.brief`;
/** Kind of the source action that sorts the sources by their first use, and renumbers the numbered ones. */
const ORGANIZE = 'source.organizeSources.brief';

/** Offers quick fixes, refactorings, and actions on a whole brief. */
export const codeActions: Feature = {
  capabilities: (agreement) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...REFACTORINGS, FIX_ALL, ORGANIZE],
      resolveProvider: resolvesEdits(agreement),
    },
  }),
  register: ({ connection, about, answer, agreement, session }) => {
    connection.onCodeAction(
      about('textDocument/codeAction', async (document, params) => {
        const { commands } = agreement();
        const isLazy = resolvesEdits(agreement());
        const actions = await actionsAt(document, session(), params);
        return [
          ...actions.flatMap((action) => {
            if (action.command) return byCommand(document, action, commands[action.command]);
            return isLazy && action.slow
              ? [later(document, action, params)]
              : now(document, action, agreement(), session());
          }),
          ...(commands.verify === undefined ? [] : await verificationBy(commands.verify, document, session(), params)),
          ...pagesOf(document, actions, pageCommand(agreement())),
        ];
      }),
    );
    connection.onCodeActionResolve(
      answer('codeAction/resolve', (action) => resolved(session(), action, agreement().client)),
    );
  },
};

/** True if the client asks for the edits of an action once the user has picked it (LSP 3.16). */
function resolvesEdits({ client }: Agreement): boolean {
  const { dataSupport, resolveSupport } = client.textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/**
 * Returns the code actions for a range, of the kinds that the client asks for. If it names no kinds, actions on whole briefs
 * are left out.
 */
async function actionsAt(
  document: OpenDocument,
  session: Session,
  { range, context: { only, triggerKind } }: Pick<CodeActionParams, 'range' | 'context'>,
): Promise<Action[]> {
  const { fixAll, keepingCopies, organizeSources, quickFixes, readingAction, refactorings, verification } =
    await import('../../core/editor');
  const asksFor = (kind: string) => only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const brief = document.brief();
  const span = document.positions.spanOf(range);
  const check = (changed: Brief) => session.check(changed, document.uri);
  const actions: Action[] = [];
  if (asksFor(CodeActionKind.QuickFix) ?? true)
    actions.push(...quickFixes(brief, session.problems(document), span, check, configPlace(document, session)));
  // A light bulb at every citation that the cursor passes would mean nothing: these are offered on request only.
  if (!isPassing(range, triggerKind)) {
    const { reviewer } = session.settings();
    const verifying = reviewer === '' ? [] : verification(brief, span, { date: today(), reviewer });
    actions.push(
      ...[
        ...refactorings(brief, span),
        ...verifying,
        ...keepingCopies(brief, span),
        ...readingAction(brief, span),
      ].filter(({ kind }) => asksFor(kind) ?? true),
    );
  }
  if (asksFor(FIX_ALL))
    actions.push({ title: say('Fix all safe problems'), kind: FIX_ALL, edits: () => fixAll(brief, check).edits });
  if (asksFor(ORGANIZE))
    actions.push({ title: say('Organize sources'), kind: ORGANIZE, edits: () => editsOf(organizeSources(brief)) });
  return actions;
}

/**
 * Returns the configuration in which a rule is turned off for a folder. It is the one that holds for a document, because a new
 * one in the document's folder would replace it. If there is none, it is the one that would be in that folder.
 */
function configPlace({ uri }: OpenDocument, session: Session): ConfigPlace | null {
  const config = session.configOf(uri);
  if (!config || config.file?.unreadable !== undefined) return null;
  const folder = decoded(folderOf(config.uri));
  const above = folder === decoded(folderOf(uri)) ? null : folder.slice(folder.lastIndexOf('/') + 1);
  return { ...config, above, isOverruled: (rule) => session.rules().has(rule) };
}

/** True if the cursor only moved, and the user did not ask for actions. */
function isPassing({ start, end }: Range, triggerKind: CodeActionTriggerKind | undefined): boolean {
  const isCursor = start.line === end.line && start.character === end.character;
  return isCursor && triggerKind === CodeActionTriggerKind.Automatic;
}

/** Returns an action that marks the selection as verified by a command of the client, which asks for the missing initials. */
async function verificationBy(
  command: string,
  { positions, brief }: OpenDocument,
  session: Session,
  { range, context: { only, triggerKind } }: Pick<CodeActionParams, 'range' | 'context'>,
): Promise<CodeAction[]> {
  const isAsked = only?.some((asked) => MARK_VERIFIED === asked || MARK_VERIFIED.startsWith(`${asked}.`)) ?? true;
  if (session.settings().reviewer !== '' || isPassing(range, triggerKind) || !isAsked) return [];
  const { verificationAt } = await import('../../core/editor');
  const title = verificationAt(brief(), positions.spanOf(range));
  return title === null ? [] : [{ title, kind: MARK_VERIFIED, command: { title, command } }];
}

function editsOf(organized: Organized): readonly TextEdit[] {
  return typeof organized === 'string' ? [] : organized.edits;
}

/** Returns the action with its edits. An action without edits is not offered. */
function now(document: OpenDocument, action: Action, agreement: Agreement, session: Session): CodeAction[] {
  const { client, encoding, commands } = agreement;
  if (action.elsewhere) {
    if (!makesFiles(client)) return [];
    const version = session.opened(action.elsewhere.uri)?.version ?? null;
    return [{ ...withoutEdit(document, action), edit: toFileEdit(action.elsewhere, version, encoding) }];
  }
  if (action.inLibrary && makesFiles(client))
    return [{ ...withoutEdit(document, action), edit: toCreation(document, action.inLibrary) }];
  const edits = action.edits();
  if (edits.length === 0) return [];
  const { title, untitled } = action;
  const asking = untitled && commands.titleFigure;
  return [
    {
      ...withoutEdit(document, action),
      edit: toWorkspaceEdit(document, edits, client),
      ...(asking && { command: { title, command: asking, arguments: [document.uri, untitled.id, untitled.words] } }),
    },
  ];
}

/** Returns the action with the client's command, if the client has named one for it. */
function byCommand(document: OpenDocument, action: Action, command: string | undefined): CodeAction[] {
  const { title } = action;
  if (command === undefined) return [];
  return [{ ...withoutEdit(document, action), command: { title, command, arguments: [document.uri] } }];
}

/** Returns a slow action without its edits. The client asks for them once the action is picked. */
function later(document: OpenDocument, action: Action, { range }: CodeActionParams): CodeAction {
  const { uri, version } = document;
  return { ...withoutEdit(document, action), data: { uri, version, range } };
}

function withoutEdit(document: OpenDocument, { title, kind, problem, preferred }: Action): CodeAction {
  return {
    title,
    kind,
    ...(problem ? { diagnostics: [toDiagnostic(document, problem)] } : {}),
    ...(preferred ? { isPreferred: true } : {}),
  };
}

/** Returns actions, to be listed last, that open the documentation of the rules for which there are other actions. */
function pagesOf(document: OpenDocument, actions: readonly Action[], command: string | null): CodeAction[] {
  if (command === null) return [];
  const problems = new Map(actions.flatMap(({ problem }) => (problem ? [[problem.rule, problem] as const] : [])));
  return [...problems].map(([rule, problem]) => {
    const title = say('Show documentation for {0}', rule);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(document, problem)],
      command: { title, command, arguments: [rule] },
    };
  });
}

/**
 * Returns the action with its edits. To find these, the actions at its place are worked out again.
 *
 * @throws ResponseError where the document has changed since
 */
async function resolved(session: Session, action: CodeAction, client: ClientCapabilities): Promise<CodeAction> {
  if (action.edit || action.command) return action;
  const uri = part(action.data, 'uri');
  const range = part(action.data, 'range');
  const document = typeof uri === 'string' ? session.document(uri) : undefined;
  if (!document || !isRange(range)) throw new ResponseError(ErrorCodes.InvalidParams, say('There is no such action.'));
  if (document.version !== part(action.data, 'version'))
    throw new ResponseError(LSPErrorCodes.ContentModified, say('The text has changed since this was offered.'));
  const only = action.kind === undefined ? [] : [action.kind];
  const offered = await actionsAt(document, session, { range, context: { diagnostics: [], only } });
  const found = offered.find(({ title, kind }) => title === action.title && kind === action.kind);
  if (!found) throw new ResponseError(ErrorCodes.InvalidParams, say('There is no such action.'));
  const edits = found.edits();
  if (edits.length === 0)
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      say('This cannot be done here, because it would change the meaning of other text.'),
    );
  return { ...action, edit: toWorkspaceEdit(document, edits, client) };
}

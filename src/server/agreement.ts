import {
  type ClientCapabilities,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from './lsp';
import { part } from './part';
import { agreeOnEncoding, type PositionEncoding } from './positions';

/** Put in by the bundler. */
declare const BRIEF_VERSION: string;

/** What the client said that it can do, and what was agreed on. */
export interface Agreement {
  readonly encoding: PositionEncoding;
  /** The client asks for diagnostics; else they are sent to it. It is one or the other, or they would show twice. */
  readonly pulls: boolean;
  /** It asks again when it is told to. */
  readonly refreshes: boolean;
  /** It answers `workspace/configuration`. */
  readonly answersSettings: boolean;
  readonly registersSettings: boolean;
  /** It tells of changed files when it is asked to. */
  readonly watchesFiles: boolean;
  /** It shows Markdown in hovers; else plain text. */
  readonly showsMarkdown: boolean;
  /** It takes definitions as links, which say what they are the definition of. */
  readonly takesLinks: boolean;
  /** Its command that opens completion, which some of what is completed goes on with; null where it named none. */
  readonly suggestCommand: string | null;
  /** Its command that shows the references of a place, given its URI and position; null where it named none. */
  readonly referencesCommand: string | null;
  /** Its command that marks what is selected as verified and asks for initials; null where it named none. */
  readonly verifyCommand: string | null;
  /** It reads files for us (`brief/readFile`). */
  readonly readsFiles: boolean;
  /** It lists folders for us (`brief/readFolder`). */
  readonly readsFolders: boolean;
  /** The user trusts the folders that are open. A client that does not say takes care of that itself. */
  readonly trusted: boolean;
  /** All that it said, for what only one feature asks about. */
  readonly client: ClientCapabilities;
}

/**
 * A client that can ask for diagnostics does, unless its initialization options say `"diagnostics": "push"`: sent
 * ones are sooner there, and appear on their own when their time has come.
 */
export function agreeOn({ capabilities, initializationOptions }: InitializeParams): Agreement {
  const { general, textDocument, workspace } = capabilities;
  const wantsPush = part(initializationOptions, 'diagnostics') === 'push';
  const suggestCommand = part(initializationOptions, 'suggestCommand');
  const referencesCommand = part(initializationOptions, 'referencesCommand');
  const verifyCommand = part(initializationOptions, 'verifyCommand');
  return {
    encoding: agreeOnEncoding(general?.positionEncodings),
    pulls: textDocument?.diagnostic !== undefined && !wantsPush,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    answersSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    takesLinks: textDocument?.definition?.linkSupport === true,
    suggestCommand: typeof suggestCommand === 'string' ? suggestCommand : null,
    referencesCommand: typeof referencesCommand === 'string' ? referencesCommand : null,
    verifyCommand: typeof verifyCommand === 'string' ? verifyCommand : null,
    readsFiles: part(initializationOptions, 'readsFiles') === true,
    readsFolders: part(initializationOptions, 'readsFolders') === true,
    trusted: part(initializationOptions, 'trusted') !== false,
    client: capabilities,
  };
}

/** What the server tells the client, features aside. */
export function resultFor({ encoding }: Agreement, features: ServerCapabilities): InitializeResult {
  return {
    serverInfo: { name: 'brief', version: BRIEF_VERSION },
    capabilities: {
      ...features,
      positionEncoding: encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    },
  };
}

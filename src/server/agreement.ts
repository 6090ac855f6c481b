import type { EditorCommand } from '../core';
import { agreeOnEncoding, type PositionEncoding } from './documents/positions';
import {
  type ClientCapabilities,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from './lsp';
import { part } from './part';

/** Put in by the bundler. */
declare const BRIEF_VERSION: string;

/**
 * Commands that a client may have. Its initialization options name them, as `suggestCommand` for `suggest`. The server gives a
 * command its arguments where it names it.
 */
const CLIENT_COMMANDS = [
  'suggest', // opens completion
  'references', // shows the references of a place
  'rulePage', // shows the page of a rule, whose code it is given
  'addSource', // adds a source, and cites it in the empty bracket around the cursor
  'titleFigure', // asks for the title of a figure: given the URI of the document, the id of the figure, and words to offer
  'verify', // marks what is selected as verified, and asks for initials
  'readAgainstSources', // asks a language model about the claim at the cursor: given the URI of the document
  // Commands of the core; each is given the URI of the document.
  'showUncited',
  'suggestSources',
  'importFile',
  'addArticleText',
  'keepCopies',
] as const satisfies readonly (
  | 'suggest'
  | 'references'
  | 'rulePage'
  | 'addSource'
  | 'titleFigure'
  | 'verify'
  | 'readAgainstSources'
  | EditorCommand
)[];
export type ClientCommand = (typeof CLIENT_COMMANDS)[number];

/** Abilities of the client, and what was agreed on. */
export interface Agreement {
  readonly encoding: PositionEncoding;
  /**
   * True if the client asks for diagnostics; else they are sent to it. Only one of the two happens, or they would show twice.
   */
  readonly pulls: boolean;
  /** True if the client asks for diagnostics again on request (`workspace/diagnostic/refresh`). */
  readonly refreshes: boolean;
  /** True if the client answers `workspace/configuration`. */
  readonly answersSettings: boolean;
  readonly registersSettings: boolean;
  /** True if the client tells of changed files when it is asked to. */
  readonly watchesFiles: boolean;
  /** True if the client shows Markdown in hovers; else it gets plain text. */
  readonly showsMarkdown: boolean;
  /** True if the client takes definitions as links, which hold the range of the origin too. */
  readonly takesLinks: boolean;
  /** Names of the client's commands; it lacks the others. */
  readonly commands: Readonly<Partial<Record<ClientCommand, string>>>;
  /** True if the client reads files for us (`brief/readFile`). */
  readonly readsFiles: boolean;
  /** True if the client lists folders for us (`brief/readFolder`). */
  readonly readsFolders: boolean;
  /** True if the user trusts the folders that are open. A client that says nothing of it takes care of trust itself. */
  readonly trusted: boolean;
  /** All abilities of the client, for those that only one feature asks about. */
  readonly client: ClientCapabilities;
}

/**
 * Agrees with a client. A client that can ask for diagnostics does, unless its initialization options set `diagnostics` to
 * `"push"`. Diagnostics that are sent arrive sooner, and appear on their own when their time has come.
 */
export function agreeOn({ capabilities, initializationOptions }: InitializeParams): Agreement {
  const { general, textDocument, workspace } = capabilities;
  const wantsPush = part(initializationOptions, 'diagnostics') === 'push';
  return {
    encoding: agreeOnEncoding(general?.positionEncodings),
    pulls: textDocument?.diagnostic !== undefined && !wantsPush,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    answersSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    takesLinks: textDocument?.definition?.linkSupport === true,
    commands: commandsIn(initializationOptions),
    readsFiles: part(initializationOptions, 'readsFiles') === true,
    readsFolders: part(initializationOptions, 'readsFolders') === true,
    trusted: part(initializationOptions, 'trusted') !== false,
    client: capabilities,
  };
}

function commandsIn(options: unknown): Agreement['commands'] {
  const named = CLIENT_COMMANDS.map((command) => [command, part(options, `${command}Command`)] as const);
  return Object.fromEntries(named.flatMap(([command, name]) => (typeof name === 'string' ? [[command, name]] : [])));
}

/** Returns the server's answer to `initialize`. */
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

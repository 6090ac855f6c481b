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
 * What a client may have a command for. It names its command in its initialization options, as `suggestCommand` for
 * `suggest`; what a command is given, the server says where it names it.
 */
const CLIENT_COMMANDS = [
  'suggest', // opens completion
  'references', // shows the references of a place
  'rulePage', // shows the page of a rule, whose code it is given
  'addSource', // adds a source, and cites it in the empty bracket around the cursor
  'titleFigure', // asks for the title of a figure: given the URI of the document, the id of the figure, and words to offer
  'verify', // marks what is selected as verified, and asks for initials
  // What the core knows of; each is given the URI of the document.
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
  | EditorCommand
)[];
export type ClientCommand = (typeof CLIENT_COMMANDS)[number];

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
  /** Its commands, as it names them; it lacks the others. */
  readonly commands: Readonly<Partial<Record<ClientCommand, string>>>;
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

import {
  type Brief,
  type CheckOptions,
  CONFIG_NAME,
  type ConfigFile,
  checkBrief,
  type Problem,
  type SourceFile,
  type Workspace,
  workspaceOf,
} from '../../core/checking';
import type { Agreement } from '../agreement';
import { createConfigDiagnostics } from '../diagnostics/configDiagnostics';
import { createDiagnostics, PATIENCE } from '../diagnostics/diagnostics';
import { createSourceDiagnostics } from '../diagnostics/sourceDiagnostics';
import { type ContentChange, type OpenDocument, openDocument } from '../documents/document';
import { createOpenDocuments } from '../documents/openDocuments';
import { createReadInPieces } from '../documents/readInPieces';
import { folderOf, isBelow } from '../documents/uris';
import type { Connection } from '../lsp';
import { type Log, ruleFailures } from '../messages/answers';
import { createDeferred } from '../messages/deferred';
import { createUnderWay } from '../messages/underWay';
import { createStyledLists, type StyledLists } from '../pages/styledLists';
import { DEFAULT_SETTINGS, type Settings } from '../settings';
import { type BriefIndex, createBriefIndex, type Unread } from '../workspace/briefIndex';
import { createConfigs } from '../workspace/configs';
import { indexProgress } from '../workspace/indexProgress';
import { createFilesOfDocuments } from '../workspace/namedFiles';
import { registersLibraries } from '../workspace/registerLibraries';
import { sourceFileIn } from '../workspace/sourceFiles';
import { isBrief, renew } from './briefs';
import { change, close, configChanged, filesChanged, open, opened, takeAsBrief, useSettings } from './changes';
import { later, pause } from './later';
import { check, compareNumbers, optionsFor, problemsOf, visibleProblems } from './problems';
import { show, showBeside } from './show';
import { dependenciesOf, type State, type Surroundings, type Tools } from './state';

export type { Surroundings } from './state';

/** What the server knows between messages: the open documents, the settings, and what the checks found. */
export interface Session extends Tools {
  readonly styledLists: StyledLists;
  /** All briefs of the workspace. */
  readonly index: BriefIndex;
  /** An open brief. A Markdown file that is none is not found here. */
  document(uri: string): OpenDocument | undefined;
  documents(): readonly OpenDocument[];
  /** Any open document, be it a brief or not. */
  opened(uri: string): OpenDocument | undefined;
  /** A file of a library that holds for some open document, and what its configuration gives to briefs. */
  sourceFile(uri: string): { readonly file: SourceFile; readonly workspace: Workspace } | null;
  open(uri: string, languageId: string, version: number, text: string): void;
  change(uri: string, version: number, changes: readonly ContentChange[]): void;
  close(uri: string): void;
  /** Takes an open Markdown file for a brief, or for none, until it is closed. Returns whether it is open. */
  takeAsBrief(uri: string, asBrief: boolean): boolean;
  /** Takes the value of the setting `brief`, and checks all documents again. */
  useSettings(value: unknown): void;
  /** The client has told its settings, or does not: which files are briefs is known. */
  settled(): void;
  /** Reads the files that open documents name again, and their configurations; `uris` are those that changed. */
  filesChanged(uris: readonly string[]): void;
  /**
   * The configuration that holds for a document, else the one that would be in its folder. Null where the document is in no
   * open folder, or nothing can be read there.
   */
  configOf(uri: string): { readonly uri: string; readonly file: ConfigFile | null } | null;
  /** Why not all briefs of the open folder that a file is in are known; null where they are, or it is in none. */
  unread(uri: string): Unread | null;
  /** Settles when it is known which configuration holds for a document, and a long one has been read. */
  ready(uri: string): Promise<void>;
  /** Settles when all is read that a document is made of besides its text, or could not be: its sources are known. */
  whole(uri: string): Promise<void>;
  /** Settles when that is so of all open documents. */
  allWhole(): Promise<void>;
  /** Settles when nobody has typed into a document for a while, and all its problems are shown. */
  calm(uri: string): Promise<void>;
  /** All problems of a document. */
  problems(document: OpenDocument): readonly Problem[];
  /**
   * The problems of a brief that no document holds, such as one after fixes, as they are in the place of `uri`.
   *
   * @param others what takes the place of the options that the settings give
   */
  check(brief: Brief, uri: string, others?: CheckOptions): readonly Problem[];
  /** Is told of rules that throw. */
  readonly ruleFailed: NonNullable<CheckOptions['ruleFailed']>;
  /** What the user's settings say of rules: the same object till they change. */
  rules(): Settings['rules'];
  /** What the user's settings say. */
  settings(): Settings;
  /** Those to show at this moment, with a name for this state of them. */
  visible(document: OpenDocument): { readonly problems: readonly Problem[]; readonly resultId: string };
}

/** Creates the session of a connection. Nothing is open yet, and the settings are the default ones. */
export function createSession(
  connection: Connection,
  agreement: Agreement,
  log: Log,
  surroundings: Surroundings,
): Session {
  const settled = createDeferred<void>();
  if (!agreement.answersSettings) settled.resolve();
  const state = createState(connection, agreement, log, surroundings, settled.promise);
  const { documents, index, styledLists, ruleFailed } = state;
  return {
    ...surroundings,
    styledLists,
    index,
    ruleFailed,
    settled: settled.resolve,
    document: documents.brief,
    documents: documents.briefs,
    opened: (uri) => opened(state, uri),
    sourceFile: (uri) => sourceFileOf(state, uri),
    open: (uri, languageId, version, text) => open(state, uri, languageId, version, text),
    change: (uri, version, changes) => change(state, uri, version, changes),
    close: (uri) => close(state, uri),
    takeAsBrief: (uri, asBrief) => takeAsBrief(state, uri, asBrief),
    useSettings: (value) => useSettings(state, value),
    filesChanged: (uris) => filesChanged(state, uris),
    configOf: (uri) => configOf(state, uri),
    unread: (uri) => unread(state, uri),
    ready: async (uri) => state.opening.get(uri),
    whole: (uri) => whole(state, uri),
    allWhole: async () => void (await Promise.all(documents.uris().map((uri) => whole(state, uri)))),
    calm: (uri) => state.diagnostics.calm(uri),
    problems: (document) => problemsOf(state, document),
    check: (brief, uri, others) => checkBrief(brief, { ...optionsFor(state, uri), ...others }),
    rules: () => state.settings.rules,
    settings: () => state.settings,
    visible: (document) => visibleProblems(state, document),
  };
}

/** @param settled settles when the client has told its settings, or does not */
function createState(
  connection: Connection,
  agreement: Agreement,
  log: Log,
  surroundings: Surroundings,
  settled: Promise<void>,
): State {
  const { encoding, pulls, refreshes } = agreement;
  // The parts call each other through the state.
  const state: State = {
    ...surroundings,
    connection,
    agreement,
    log,
    ruleFailed: ruleFailures(log),
    documents: createOpenDocuments((document) => isBrief(state, document)),
    openConfigs: new Map(),
    opening: new Map(),
    renewing: createUnderWay(),
    inPieces: createReadInPieces({
      document: (uri) => state.documents.brief(uri),
      read: ({ uri, version, reader }, text, around) =>
        openDocument(uri, version, text, encoding, { reader, ...around }),
      dependenciesOf: (uri) => dependenciesOf(state, uri),
      check: (brief, uri) => void checkBrief(brief, optionsFor(state, uri)),
      pause: () => pause(log),
      named: () => state.named,
      log,
    }),
    configs: createConfigs(surroundings.workspace, (uri) => configChanged(state, uri)),
    named: createFilesOfDocuments(
      surroundings.files,
      (uri) => renew(state, uri),
      (uri, files) => state.inPieces.withBibliographies(uri, { ...dependenciesOf(state, uri), files }),
    ),
    index: createBriefIndex({
      files: surroundings.workspace,
      named: surroundings.files,
      include: () => state.settings.include,
      settled,
      progress: indexProgress(connection),
      toldOfChanges: agreement.watchesFiles,
      numbersChanged: (ids) => compareNumbers(state, ids),
    }),
    styledLists: createStyledLists(surroundings.list),
    settings: DEFAULT_SETTINGS,
    dependencies: 0,
    found: new Map(),
    told: new Map(),
    changedNumbers: new Set(),
    unrested: new Set(),
    diagnostics: createDiagnostics(
      {
        check: (document) => check(state, document),
        show: (document, problems, late) => show(state, document, problems, late),
        later: (milliseconds, work) => later(log, milliseconds, work),
        now: () => performance.now(),
      },
      // What is held back from a client that asks only once would never be shown.
      pulls && !refreshes ? 0 : PATIENCE,
    ),
    configDiagnostics: createConfigDiagnostics(encoding, (report) => showBeside(state, report)),
    sourceDiagnostics: createSourceDiagnostics(
      encoding,
      (report) => showBeside(state, report),
      (work) => void later(log, 0, work),
    ),
    registerLibraries: registersLibraries(connection, agreement),
  };
  return state;
}

function sourceFileOf({ configs }: State, uri: string): ReturnType<Session['sourceFile']> {
  for (const config of configs.all()) {
    const file = config.folder && sourceFileIn(config.folder, uri);
    if (file) return { file, workspace: workspaceOf(config) };
  }
  return null;
}

function configOf({ workspace, roots, configs }: State, uri: string): ReturnType<Session['configOf']> {
  if (!workspace || !roots.some((root) => isBelow(uri, root))) return null;
  const file = configs.of(uri)?.file;
  return file && !file.isMissing ? { uri: file.uri, file } : { uri: `${folderOf(uri)}/${CONFIG_NAME}`, file: null };
}

function unread({ workspace, roots, agreement }: State, uri: string): Unread | null {
  if (!roots.some((root) => isBelow(uri, root))) return null;
  if (!agreement.trusted) return 'not trusted';
  return workspace?.reaches(uri) ? null : 'out of reach';
}

async function whole({ opening, renewing, documents, named }: State, uri: string): Promise<void> {
  await opening.get(uri);
  await renewing.ended(uri);
  const document = documents.brief(uri);
  if (document) named.update(document);
  await named.settled(uri);
}

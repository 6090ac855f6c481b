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

/** The state of the server between messages: open documents, settings, and the problems that checks found. */
export interface Session extends Tools {
  readonly styledLists: StyledLists;
  /** All briefs of the workspace. */
  readonly index: BriefIndex;
  /** Returns an open brief; undefined for a Markdown file that isn't a brief, and for files that aren't open. */
  document(uri: string): OpenDocument | undefined;
  documents(): readonly OpenDocument[];
  /** Any open document, be it a brief or not. */
  opened(uri: string): OpenDocument | undefined;
  /** Returns a file of a library that holds for some open document, and what its configuration gives to briefs. */
  sourceFile(uri: string): { readonly file: SourceFile; readonly workspace: Workspace } | null;
  open(uri: string, languageId: string, version: number, text: string): void;
  change(uri: string, version: number, changes: readonly ContentChange[]): void;
  close(uri: string): void;
  /** Treats an open Markdown file as a brief, or as no brief, until it is closed. Returns false if it isn't open. */
  takeAsBrief(uri: string, asBrief: boolean): boolean;
  /** Takes the value of the setting `brief`, and checks all documents again. */
  useSettings(value: unknown): void;
  /** Tells that the client has sent its settings, or won't. It is then known which files are briefs. */
  settled(): void;
  /** Reads the files that open documents name again, and their configurations. `uris` are the files that changed. */
  filesChanged(uris: readonly string[]): void;
  /**
   * Returns the configuration that holds for a document, or else the one that would be in its folder. Null if the document is
   * in no open folder, or nothing can be read there.
   */
  configOf(uri: string): { readonly uri: string; readonly file: ConfigFile | null } | null;
  /** Tells why some briefs of the open folder around a file aren't known; null if all are, or the file is in no open folder. */
  unread(uri: string): Unread | null;
  /** Settles when the configuration of a document is known, and a long document has been read. */
  ready(uri: string): Promise<void>;
  /** Settles when all files that a document needs have been read, or can't be. Its sources are then known. */
  whole(uri: string): Promise<void>;
  /** Settles when `whole` has settled for all open documents. */
  allWhole(): Promise<void>;
  /** Settles when nobody has typed into a document for a while, and all its problems are shown. */
  calm(uri: string): Promise<void>;
  /** All problems of a document. */
  problems(document: OpenDocument): readonly Problem[];
  /**
   * Checks a brief that no document holds, such as one after fixes, as if it were in the place of `uri`.
   *
   * @param others options that replace those of the settings
   */
  check(brief: Brief, uri: string, others?: CheckOptions): readonly Problem[];
  /** Called with rules that throw. */
  readonly ruleFailed: NonNullable<CheckOptions['ruleFailed']>;
  /** The user's settings for rules: the same object until they change. */
  rules(): Settings['rules'];
  /** The user's settings. */
  settings(): Settings;
  /** The problems to show at this moment, with an id for this state of them. */
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

/** @param settled settles when the client has sent its settings, or won't */
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
      // Problems that are held back would never reach a client that asks only once.
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

import {
  type Brief,
  type CheckOptions,
  CONFIG_NAME,
  type ConfigFile,
  checkBrief,
  indexAhead,
  type Problem,
  type SourceFile,
  type Workspace,
  workspaceOf,
} from '../core/checking';
import type { ReadPdf } from '../files/apart/extractFile';
import type { ListSources } from '../files/apart/listApart';
import type { Agreement } from './agreement';
import { type ConfigReport, createConfigDiagnostics } from './diagnostics/configDiagnostics';
import { createDiagnostics, PATIENCE } from './diagnostics/diagnostics';
import { refreshViews } from './diagnostics/refreshViews';
import { createSourceDiagnostics } from './diagnostics/sourceDiagnostics';
import { toDiagnostic } from './diagnostics/toLsp';
import { type ContentChange, changeDocument, type OpenDocument, openDocument } from './documents/document';
import { createOpenDocuments } from './documents/openDocuments';
import { isLong } from './documents/readAhead';
import { type Circumstances, createReadInPieces } from './documents/readInPieces';
import { folderOf, isBelow } from './documents/uris';
import { type Connection, RAL } from './lsp';
import type { PrintPdf } from './machine';
import { guarding, type Log, ruleFailures } from './messages/answers';
import { send } from './messages/send';
import { createUnderWay } from './messages/underWay';
import type { Charts } from './pages/charts';
import type { Formulas } from './pages/formulas';
import { statusOf } from './pages/status';
import { createStyledLists, type StyledLists } from './pages/styledLists';
import { today } from './pages/today';
import type { WordsOfPage } from './pages/words';
import { NO_BRIEF_NOTIFICATION, PREVIEW_NOTIFICATION, STATUS_NOTIFICATION } from './protocol';
import { DEFAULT_SETTINGS, leastShown, readSettings, type Settings } from './settings';
import { type BriefIndex, createBriefIndex, hasKeyNumbers, type Unread } from './workspace/briefIndex';
import { createConfigs } from './workspace/configs';
import { indexProgress } from './workspace/indexProgress';
import { isMarkdownBrief } from './workspace/markdownBriefs';
import { createFilesOfDocuments, type Files } from './workspace/namedFiles';
import { registersLibraries } from './workspace/registerLibraries';
import { sourceFileIn } from './workspace/sourceFiles';
import type { WorkspaceFiles } from './workspace/workspaceFiles';

/** What the server knows between messages: the open documents, the settings, and what the checks found. */
export interface Session {
  /** What may be read besides open documents; null: nothing. */
  readonly files: Files | null;
  readonly workspace: WorkspaceFiles | null;
  /** What charts are drawn with; null: nothing. */
  readonly charts: Charts | null;
  /** What PDFs are printed with; null: nothing. */
  readonly print: PrintPdf | null;
  /** What they are read with; null: nothing. */
  readonly readPdf: ReadPdf | null;
  /** Makes what reads the images of a brief, by its URI. */
  readonly imagesOf: (uri: string) => (path: string) => Promise<Uint8Array | null>;
  readonly wordsOfPage: WordsOfPage;
  readonly formulas: Formulas;
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
  /** Takes an open Markdown file for a brief until it is closed. Returns whether it is open. */
  takeAsBrief(uri: string): boolean;
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

/** What a session works with besides its client. */
export interface Surroundings {
  /** What may be read besides open documents; null: nothing. */
  readonly files: Files | null;
  readonly workspace: WorkspaceFiles | null;
  /** What charts are drawn with; null: nothing. */
  readonly charts: Charts | null;
  /** What lists sources in a style; null: the server itself. */
  readonly list: ListSources | null;
  /** What PDFs are printed with; null: nothing. */
  readonly print: PrintPdf | null;
  /** What they are read with; null: nothing. */
  readonly readPdf: ReadPdf | null;
  /** Makes what reads the images of a brief, by its URI. */
  readonly imagesOf: (uri: string) => (path: string) => Promise<Uint8Array | null>;
  readonly wordsOfPage: WordsOfPage;
  readonly formulas: Formulas;
  /** URIs of the folders that are open. */
  readonly roots: readonly string[];
}

/** How long figures of one brief may change before others are compared with them again, in milliseconds. */
const FIGURES_REST = 300;

/** Between two slices of what is indexed in the background, in milliseconds. */
const INDEX_REST = 5;

export function createSession(
  connection: Connection,
  agreement: Agreement,
  log: Log,
  { files, workspace, charts, list, print, readPdf, imagesOf, wordsOfPage, formulas, roots }: Surroundings,
): Session {
  const { encoding, pulls, refreshes, answersSettings, watchesFiles } = agreement;
  const styledLists = createStyledLists(list);
  /** Open configurations: what is typed into them counts. */
  const openConfigs = new Map<string, OpenDocument>();
  /** The documents whose configuration is being looked for the first time, or that are long and being read. */
  const opening = new Map<string, Promise<void>>();
  /** By document, what is being read anew of what it is made of. */
  const renewing = createUnderWay();
  let settings = DEFAULT_SETTINGS;
  /** Goes up when the same text may have other problems. */
  let circumstances = 0;
  /** What the checks found, by document: a document never changes, only the settings do. */
  let found = new WeakMap<OpenDocument, readonly Problem[]>();
  let comparing = false;

  const documents = createOpenDocuments(({ uri, text }) => {
    const config = configs.of(uri)?.file ?? null;
    return isMarkdownBrief(uri, text, { config, include: settings.include, roots });
  });

  const ruleFailed = ruleFailures(log);
  const optionsFor = (uri: string): CheckOptions => ({
    least: leastShown(settings),
    ...withoutKnownIn(uri),
    rules: new Map([...(configs.of(uri)?.rules ?? []), ...settings.rules]),
    elsewhere: index.elsewhere(uri),
    today,
    ruleFailed,
  });

  const withoutKnownIn = (uri: string): Pick<CheckOptions, 'withoutKnown'> => {
    const withoutKnown = configs.of(uri)?.withoutKnown?.(uri);
    return withoutKnown ? { withoutKnown } : {};
  };

  const check = (document: OpenDocument): readonly Problem[] => {
    const { uri } = document;
    const known = found.get(document);
    const problems = known ?? checkBrief(document.brief(), optionsFor(uri));
    found.set(document, problems);
    named.update(document);
    if (!known) index.seen(uri, document.brief());
    return problems;
  };

  /** Bibliographies are indexed in the background, once their brief has been shown. */
  const indexSources = (document: OpenDocument) => {
    const slices = indexAhead(document.brief());
    const goOn = () => {
      if (documents.brief(document.uri) === document && !slices.next().done) later(INDEX_REST, goOn);
    };
    later(INDEX_REST, goOn);
  };

  const show = (document: OpenDocument, problems: readonly Problem[], late: boolean) => {
    const { uri, version } = document;
    if (!pulls) {
      const shown = problems.map((problem) => toDiagnostic(document, problem));
      send(connection.sendDiagnostics({ uri, version, diagnostics: shown }));
    } else if (late && refreshes) send(connection.languages.diagnostics.refresh());
    send(connection.sendNotification(STATUS_NOTIFICATION, statusOf(document, settings)));
    indexSources(document);
  };

  const later = (milliseconds: number, work: () => void) => {
    const guarded = () => guarding('The check of a document', work, log);
    // A timer takes a millisecond at least.
    const { timer } = RAL();
    const waiting = milliseconds > 0 ? timer.setTimeout(guarded, milliseconds) : timer.setImmediate(guarded);
    return () => waiting.dispose();
  };

  // What is held back from a client that asks only once would never be shown.
  const diagnostics = createDiagnostics({ check, show, later }, pulls && !refreshes ? 0 : PATIENCE);

  const circumstancesOf = (uri: string): Circumstances => ({
    files: named.of(uri),
    workspace: configs.of(uri)?.workspace,
  });
  /** Lets others have their turn. */
  const pause = () => new Promise<void>((resolve) => later(0, resolve));

  const refresh = (document: OpenDocument) => {
    circumstances++;
    if (opening.has(document.uri)) return;
    guarding('The check of a document', () => diagnostics.refresh(document), log);
  };

  /** Reads a document anew, as what it is made of besides its text has changed. */
  const renew = (uri: string, ahead?: Brief) => {
    const document = documents.brief(uri);
    if (!document) return;
    const { version, text } = document;
    const previous = ahead ?? document.lastBrief();
    const renewed = openDocument(uri, version, text, encoding, { previous, ...circumstancesOf(uri) });
    documents.put(renewed);
    refresh(renewed);
    refreshViews(connection, agreement);
    send(connection.sendNotification(PREVIEW_NOTIFICATION, { uri }));
  };

  const inPieces = createReadInPieces({
    document: (uri) => documents.brief(uri),
    read: ({ uri, version }, text, previous, around) =>
      openDocument(uri, version, text, encoding, { previous, ...around }),
    circumstancesOf,
    check: (brief, uri) => void checkBrief(brief, optionsFor(uri)),
    pause,
    named: () => named,
    log,
  });

  const named = createFilesOfDocuments(files, renew, (uri, found) =>
    inPieces.withBibliographies(uri, { ...circumstancesOf(uri), files: found }),
  );

  const configs = createConfigs(workspace, (uri) => {
    decide(uri);
    const ahead = inPieces.withBibliographies(uri, circumstancesOf(uri));
    renewing.add(
      uri,
      ahead.then((brief) => renew(uri, brief)),
    );
  });

  const showBeside = ({ placed, problems }: ConfigReport) => {
    // A client that asks gets them with those of the workspace.
    if (pulls) return;
    const shown = problems.map((problem) => toDiagnostic(placed, problem));
    send(connection.sendDiagnostics({ uri: placed.uri, diagnostics: shown }));
  };
  const configDiagnostics = createConfigDiagnostics(encoding, showBeside);
  const registerLibraries = registersLibraries(connection, agreement);
  const sourceDiagnostics = createSourceDiagnostics(encoding, showBeside, (work) => void later(0, work));
  /** Tells of what is wrong in configurations and in their library folders. */
  const checkConfigs = () => {
    configDiagnostics.update(configs.all());
    registerLibraries(configs.all().flatMap(({ folder }) => folder?.uri ?? []));
    if (!pulls) sourceDiagnostics.update(configs.all(), settings.rules);
  };

  /** Ids of figures that are to be compared again. */
  let changedFigures = new Set<string>();
  const compareFigures = (ids: ReadonlySet<string>) => {
    for (const id of ids) changedFigures.add(id);
    if (comparing) return;
    comparing = true;
    later(FIGURES_REST, () => {
      comparing = false;
      const changed = changedFigures;
      changedFigures = new Set();
      for (const document of documents.briefs()) {
        const brief = document.brief();
        if (!hasKeyNumbers(brief) || !brief.figures.some(({ id }) => id && changed.has(id.value))) continue;
        found.delete(document);
        refresh(document);
      }
    });
  };
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
    if (!answersSettings) resolve();
  });
  const index = createBriefIndex({
    files: workspace,
    named: files,
    include: () => settings.include,
    settled,
    progress: indexProgress(connection),
    toldOfChanges: watchesFiles,
    figuresChanged: compareFigures,
  });

  /**
   * Begins to check a document.
   *
   * @param previous what was read of it ahead
   */
  const begin = (uri: string, previous?: Brief) => {
    const document = documents.brief(uri);
    if (!document) return;
    const { version, text } = document;
    const now = openDocument(uri, version, text, encoding, { previous, ...circumstancesOf(uri) });
    documents.put(now);
    diagnostics.opened(now);
  };

  /** Whether a Markdown file is a brief may change with every change of it and of what is around it. */
  const decide = (uri: string) => {
    const change = documents.decide(uri);
    if (change === 'stays') return;
    if (change === 'begins') begin(uri);
    else {
      end(uri);
      send(connection.sendNotification(NO_BRIEF_NOTIFICATION, { uri }));
    }
    refreshViews(connection, agreement);
  };

  /** Ends to check a document. */
  const end = (uri: string) => {
    named.forget(uri);
    styledLists.forget(uri);
    index.closed(uri);
    diagnostics.closed(uri);
    if (!pulls) send(connection.sendDiagnostics({ uri, diagnostics: [] }));
  };

  const loadConfig = async (uri: string) => {
    await configs.load(uri);
    checkConfigs();
  };

  const reloadConfigs = () => {
    for (const uri of documents.uris()) renewing.add(uri, loadConfig(uri));
  };

  /** Takes the text of an open configuration for that of its file; null: it is closed. */
  const useConfig = (uri: string, document: OpenDocument | null) => {
    if (document) openConfigs.set(uri, document);
    else openConfigs.delete(uri);
    workspace?.overlay(uri, document?.text ?? null);
    reloadConfigs();
  };

  /** Begins to check a document if it is a brief. */
  const start = (uri: string, previous?: Brief) => {
    if (documents.isMarkdown(uri)) decide(uri);
    else begin(uri, previous);
  };

  const whole = async (uri: string) => {
    await opening.get(uri);
    await renewing.ended(uri);
    const document = documents.brief(uri);
    if (document) named.update(document);
    await named.settled(uri);
  };

  return {
    charts,
    print,
    readPdf,
    imagesOf,
    wordsOfPage,
    formulas,
    styledLists,
    files,
    workspace,
    index,
    document: (uri) => documents.brief(uri),
    documents: () => documents.briefs(),
    opened: (uri) => documents.find(uri) ?? openConfigs.get(uri),
    sourceFile: (uri) => {
      for (const config of configs.all()) {
        const file = config.folder && sourceFileIn(config.folder, uri);
        if (file) return { file, workspace: workspaceOf(config) };
      }
      return null;
    },
    open: (uri, languageId, version, text) => {
      // Nobody else tells that a library is another one by now.
      if (!watchesFiles) workspace?.changed(null);
      const document = openDocument(uri, version, text, encoding);
      if (isConfig(uri)) return useConfig(uri, document);
      documents.add(document, languageId);
      if (!workspace && !isLong(text)) return start(uri);
      const isWanted = () => opening.get(uri) === read;
      const configured = workspace ? loadConfig(uri).catch(() => undefined) : Promise.resolve();
      const read: Promise<void> = configured
        .then(() =>
          documents.brief(uri) && isLong(text)
            ? inPieces.long(document, isWanted)
            : inPieces.withBibliographies(uri, circumstancesOf(uri)),
        )
        .catch(() => undefined)
        .then((previous) => {
          if (!isWanted()) return;
          opening.delete(uri);
          guarding('The opening of a document', () => start(uri, previous), log);
        });
      opening.set(uri, read);
    },
    change: (uri, version, changes) => {
      const before = documents.find(uri) ?? openConfigs.get(uri);
      // A change that comes twice, or after a later one, does not speak of the text that is here.
      if (!before || version <= before.version) return;
      const { document, edits } = changeDocument(before, version, changes, encoding, circumstancesOf(uri));
      if (isConfig(uri)) return useConfig(uri, document);
      documents.put(document);
      if (documents.brief(uri) && !opening.has(uri)) diagnostics.changed(document, edits);
      decide(uri);
    },
    close: (uri) => {
      if (isConfig(uri)) return useConfig(uri, null);
      opening.delete(uri);
      if (documents.remove(uri)) end(uri);
      configs.forget(uri);
      checkConfigs();
    },
    takeAsBrief: (uri) => {
      if (!documents.find(uri)) return false;
      documents.take(uri);
      decide(uri);
      return true;
    },
    useSettings: (value) => {
      const read = readSettings(value);
      for (const warning of read.warnings) connection.console.warn(warning);
      const restyled = read.settings.bibliographyStyle !== settings.bibliographyStyle;
      if (read.settings.include.join('\n') !== settings.include.join('\n')) index.forgetAll();
      settings = read.settings;
      circumstances++;
      found = new WeakMap();
      checkConfigs();
      for (const uri of documents.uris()) decide(uri);
      for (const document of documents.briefs()) {
        refresh(document);
        if (restyled) send(connection.sendNotification(PREVIEW_NOTIFICATION, { uri: document.uri }));
      }
      refreshViews(connection, agreement);
    },
    settled: () => settle(),
    filesChanged: (uris) => {
      workspace?.changed(uris);
      for (const document of documents.briefs()) named.reread(document);
      reloadConfigs();
      index.changed(uris);
    },
    configOf: (uri) => {
      if (!workspace || !roots.some((root) => isBelow(uri, root))) return null;
      const file = configs.of(uri)?.file;
      return file && !file.isMissing ? { uri: file.uri, file } : { uri: `${folderOf(uri)}/${CONFIG_NAME}`, file: null };
    },
    unread: (uri) => {
      if (!roots.some((root) => isBelow(uri, root))) return null;
      if (!agreement.trusted) return 'not trusted';
      return workspace?.reaches(uri) ? null : 'out of reach';
    },
    ready: async (uri) => {
      await opening.get(uri);
    },
    whole,
    allWhole: async () => {
      await Promise.all(documents.uris().map(whole));
    },
    problems: check,
    check: (brief, uri, others) => checkBrief(brief, { ...optionsFor(uri), ...others }),
    ruleFailed,
    rules: () => settings.rules,
    settings: () => settings,
    visible: (document) => {
      const problems = diagnostics.visible(document);
      return { problems, resultId: `${document.version}.${circumstances}.${problems.length}` };
    },
  };
}

function isConfig(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}

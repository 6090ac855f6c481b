import * as vscode from 'vscode';
import type { Bundles } from '../bundles';
import type { Client } from '../client';
import {
  ADD_ARTICLE_TEXT,
  ADD_SOURCE,
  IMPORT_FILE,
  KEEP_COPIES,
  MARK_VERIFIED,
  READ_AGAINST_SOURCES,
  SHOW_REFERENCES,
  SHOW_RULE_PAGE,
  SHOW_UNCITED,
  SUGGEST_SOURCES,
  TITLE_FIGURE,
} from '../client/serverCommands';
import type { Previews } from '../preview/previews';
import type { WebImages } from '../preview/webImages';
import type { ActiveBrief } from '../sources/activeBrief';
import type { SourcesView } from '../sources/sourcesView';
import type { WorkspaceView } from '../sources/workspaceView';
import { showUncited } from '../uncited/showUncited';
import { suggestSources } from '../uncited/suggestSources';
import { alwaysTreatAsBrief, checkFile, stopChecking } from './checkFile';
import type { CheckLinks } from './checkLinks';
import { copyRichText } from './copyRichText';
import { createEditDetails } from './editDetails';
import { exportBrief, exportCommands } from './export';
import { importFile } from './importing/importFile';
import { importText } from './importing/importText';
import { newBrief } from './newBrief';
import { loadWebImages, refreshPreview, showPreview, showSourceOfPreview, stopWebImages, toggleLock } from './preview';
import { renumberCitations } from './renumberCitations';
import { markVerified } from './reviewing/markVerified';
import type { LazyReader } from './reviewing/reading';
import type { LazyThreads } from './reviewing/threads';
import { showHints } from './showHints';
import { showLastReport } from './showReport';
import { createAddArticleText } from './sources/addArticleText';
import { addCitation } from './sources/addCitation';
import { createZoteroCommands } from './sources/addFromZotero';
import { createAddSource } from './sources/addSource';
import { createKeepCopies } from './sources/keepCopies';
import { openOriginalOf } from './sources/openOriginal';
import { showReferences } from './sources/showReferences';
import { citeHere, copyCitation, openSourceLink, renameSource, showInFile } from './sources/sourcesView';
import { createGoToUncited } from './uncited';
import { WRITING_COMMANDS } from './writing';

/** The parts of the extension that commands use. */
export interface CommandContext {
  readonly extensionUri: vscode.Uri;
  readonly client: Client;
  readonly previews: Previews;
  readonly webImages: WebImages;
  readonly active: ActiveBrief;
  readonly threads: LazyThreads;
  readonly output: vscode.LogOutputChannel;
  /** Null in a window without Node, such as one of vscode.dev. */
  readonly bundles: Bundles | null;
  /** Shows the page of a rule, given the rule's code. */
  readonly showRulePage: (code: unknown) => Promise<void>;
  readonly links: CheckLinks;
  readonly reader: LazyReader;
  readonly sourcesView: SourcesView;
  readonly workspaceView: WorkspaceView;
}

type Commands = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

function commentCommands(threads: LazyThreads): Commands {
  return {
    'brief.addComment': async () => (await threads.load()).add(),
    'brief.nextComment': async () => (await threads.load()).goTo('next'),
    'brief.previousComment': async () => (await threads.load()).goTo('previous'),
    'brief.showComments': async () => (await threads.load()).list(),
  };
}

/** Registers every command by its public name. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const { client, previews, webImages, active, threads, bundles, links, reader, sourcesView } = context;
  const addSource = createAddSource(client, active, bundles);
  const addArticleText = createAddArticleText(client, active, bundles);
  const zotero = createZoteroCommands(client, active, bundles);
  const goToUncited = createGoToUncited(client, active);
  const commands: Commands = {
    'brief.showPreview': showPreview(previews, 'here', false),
    'brief.showPreviewToSide': showPreview(previews, 'to the side', false),
    'brief.showLockedPreviewToSide': showPreview(previews, 'to the side', true),
    'brief.showSource': () => showSourceOfPreview(previews),
    'brief.preview.refresh': () => refreshPreview(previews),
    'brief.preview.toggleLock': () => toggleLock(previews),
    'brief.preview.loadWebImages': () => loadWebImages(previews, webImages),
    'brief.preview.stopWebImages': () => stopWebImages(previews, webImages),
    'brief.export': () => exportBrief(context),
    ...exportCommands(context),
    'brief.copyRichText': () => copyRichText(context),
    'brief.newBrief': newBrief,
    'brief.newFolder': async () => (await import('./start')).newFolder(),
    'brief.openSample': async () => (await import('./start')).openSample(),
    'brief.addCitation': () => addCitation(client, active),
    [ADD_SOURCE]: addSource,
    'brief.addSourceFromFile': async (file) =>
      (await import('./sources/addSourceFromFile')).addSourceFromFile(client, active, file),
    [ADD_ARTICLE_TEXT]: addArticleText,
    [KEEP_COPIES]: createKeepCopies(client, active, bundles),
    'brief.addSourceFromZotero': zotero.addSource,
    'brief.addHighlightsFromZotero': zotero.addHighlights,
    'brief.openOriginal': (row) => openOriginalOf(client, active, 'original', row),
    'brief.openLocalCopy': (row) => openOriginalOf(client, active, 'copy', row),
    'brief.openInZotero': (row) => openOriginalOf(client, active, 'zotero', row),
    'brief.editDetails': createEditDetails(context.extensionUri, client, active),
    'brief.renumberCitations': () => renumberCitations(client, active),
    [SHOW_UNCITED]: () => showUncited(client, active),
    [SUGGEST_SOURCES]: () => suggestSources(client, active),
    [MARK_VERIFIED]: () => markVerified(client, active),
    ...commentCommands(threads),
    'brief.compareWithRevision': async () =>
      (await import('../comparing/compareWithRevision')).compareWithRevision(client, active),
    'brief.nextUncited': () => goToUncited('next'),
    'brief.previousUncited': () => goToUncited('previous'),
    'brief.hideHints': () => showHints(false),
    'brief.showHints': () => showHints(true),
    'brief.acceptProblems': async (scope) => (await import('./acceptProblems')).acceptProblems(client, active, scope),
    'brief.checkFile': (file) => checkFile(client, file),
    'brief.stopChecking': () => stopChecking(client),
    'brief.alwaysTreatAsBrief': alwaysTreatAsBrief,
    'brief.checkLinks': (options) => links.check(options),
    [READ_AGAINST_SOURCES]: reader.read,
    'brief.setSecondReaderKey': reader.setKey,
    'brief.forgetSecondReaderKey': reader.forgetKey,
    'brief.importText': () => importText(client),
    [IMPORT_FILE]: (file) => importFile(client, file),
    'brief.showLastReport': showLastReport,
    'brief.restartServer': () => client.restart(),
    [SHOW_REFERENCES]: showReferences,
    [SHOW_RULE_PAGE]: context.showRulePage,
    [TITLE_FIGURE]: async (uri, id, words) =>
      (await import('../writing/details/titleFigure')).titleFigure(client, uri, id, words),
    'brief.sources.cite': (row) => citeHere(client, active, row),
    'brief.sources.copyCitation': copyCitation,
    'brief.sources.openLink': openSourceLink,
    'brief.sources.show': showInFile,
    'brief.sources.rename': (row) => renameSource(row ?? sourcesView.selected()),
    'brief.sources.refresh': () => {
      sourcesView.refresh();
      context.workspaceView.refresh();
    },
    'brief.sources.filter': sourcesView.filter,
    'brief.sources.showAll': sourcesView.showAll,
    ...WRITING_COMMANDS,
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

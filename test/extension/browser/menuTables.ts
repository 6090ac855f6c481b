/** What is in front of the user. `checked` is a Markdown file after *Check This File*, `plain` is one before it. */
export type Place = 'brief' | 'checked' | 'plain' | 'preview' | 'preview of checked' | 'preview with images';

export const BRIEFS: readonly Place[] = ['brief', 'checked'];
const WITHOUT_IMAGES: readonly Place[] = ['preview', 'preview of checked'];
const PREVIEWS: readonly Place[] = [...WITHOUT_IMAGES, 'preview with images'];
const BOTH: readonly Place[] = [...BRIEFS, ...PREVIEWS];
export const EVERYWHERE: readonly Place[] = [...BOTH, 'plain'];

/** By menu and command: where the menu has it. */
export const SHOWN: Readonly<Record<string, Readonly<Record<string, readonly Place[]>>>> = {
  commandPalette: {
    'brief.showPreview': BRIEFS,
    'brief.showPreviewToSide': BRIEFS,
    'brief.showLockedPreviewToSide': BRIEFS,
    'brief.showSource': PREVIEWS,
    'brief.preview.refresh': BOTH,
    'brief.preview.toggleLock': PREVIEWS,
    'brief.preview.loadWebImages': WITHOUT_IMAGES,
    'brief.preview.stopWebImages': ['preview with images'],
    'brief.export': BOTH,
    'brief.exportHtml': BOTH,
    'brief.exportPdf': BOTH,
    'brief.exportDocx': BOTH,
    'brief.exportMarkdown': BOTH,
    'brief.exportJson': BOTH,
    'brief.copyRichText': BOTH,
    'brief.newBrief': EVERYWHERE,
    'brief.newFolder': EVERYWHERE,
    'brief.openSample': EVERYWHERE,
    'brief.importText': EVERYWHERE,
    'brief.importFile': EVERYWHERE,
    'brief.editDetails': BOTH,
    // After an import.
    'brief.showLastReport': [],
    'brief.addCitation': BRIEFS,
    'brief.addSource': BRIEFS,
    'brief.addSourceFromFile': BRIEFS,
    'brief.addArticleText': BRIEFS,
    'brief.keepCopies': BRIEFS,
    'brief.addSourceFromZotero': BRIEFS,
    'brief.addHighlightsFromZotero': BRIEFS,
    'brief.openOriginal': BRIEFS,
    'brief.openLocalCopy': BRIEFS,
    'brief.openInZotero': BRIEFS,
    'brief.renumberCitations': BRIEFS,
    'brief.markVerified': BRIEFS,
    'brief.nextUncited': BRIEFS,
    'brief.previousUncited': BRIEFS,
    'brief.hideHints': BRIEFS,
    'brief.showHints': [],
    'brief.acceptProblems': BRIEFS,
    'brief.showUncited': BRIEFS,
    'brief.suggestSources': BRIEFS,
    'brief.addComment': BRIEFS,
    'brief.nextComment': BRIEFS,
    'brief.previousComment': BRIEFS,
    'brief.showComments': EVERYWHERE,
    'brief.comments.create': [],
    'brief.comments.reply': [],
    'brief.comments.resolve': [],
    'brief.comments.reopen': [],
    'brief.comments.edit': [],
    'brief.comments.save': [],
    'brief.comments.cancel': [],
    'brief.comments.delete': [],
    'brief.comments.deleteThread': [],
    'brief.compareWithRevision': BRIEFS,
    'brief.toggleBold': ['brief'],
    'brief.toggleItalic': ['brief'],
    'brief.promoteHeading': ['brief'],
    'brief.demoteHeading': ['brief'],
    'brief.indent': ['brief'],
    'brief.outdent': ['brief'],
    'brief.checkFile': ['plain'],
    'brief.stopChecking': ['checked'],
    'brief.alwaysTreatAsBrief': ['checked'],
    'brief.checkLinks': BRIEFS,
    'brief.sources.cite': [],
    'brief.sources.copyCitation': [],
    'brief.sources.openLink': [],
    'brief.sources.show': [],
    'brief.sources.rename': [],
    'brief.sources.refresh': [],
    'brief.sources.filter': [],
    'brief.sources.showAll': [],
    'brief.restartServer': EVERYWHERE,
  },
  'editor/title': {
    'brief.showPreviewToSide': BRIEFS,
    'brief.showSource': PREVIEWS,
    'brief.editDetails': BOTH,
    'brief.preview.refresh': PREVIEWS,
    'brief.preview.toggleLock': PREVIEWS,
    'brief.preview.loadWebImages': WITHOUT_IMAGES,
    'brief.preview.stopWebImages': ['preview with images'],
    'brief.export': BOTH,
    'brief.copyRichText': PREVIEWS,
  },
  'editor/context': {
    'brief.addCitation': BRIEFS,
    'brief.addSource': BRIEFS,
    'brief.markVerified': BRIEFS,
    'brief.addComment': BRIEFS,
    'brief.openOriginal': BRIEFS,
    'brief.openLocalCopy': BRIEFS,
    'brief.copyRichText': BRIEFS,
  },
  'editor/title/context': { 'brief.showPreview': BRIEFS },
  'explorer/context': {
    'brief.showPreview': BRIEFS,
    'brief.importFile': ['checked', 'plain'],
    'brief.checkFile': ['plain'],
    // Of PDFs, documents and web pages, which are in no editor.
    'brief.addSourceFromFile': [],
  },
  'webview/context': { 'brief.copyRichText': PREVIEWS },
};

/** Menus that have nothing to do with what is in front of the user; those of the views are in `views.test.ts`. */
export const ELSEWHERE = [
  'file/newFile',
  'view/title',
  'view/item/context',
  'comments/commentThread/title',
  'comments/commentThread/context',
  'comments/comment/title',
  'comments/comment/context',
];

/** What VS Code's own Markdown has in these menus of a Markdown file, under titles that are ours, too. */
export const OF_MARKDOWN: Readonly<Record<string, string>> = {
  'editor/title': 'Open Preview to the Side',
  'editor/title/context': 'Open Preview',
  'explorer/context': 'Open Preview',
};

/**
 * The context keys of the conditions. All but ours are VS Code's own, and hold wherever the extension host runs; an address
 * of a whole file, as `resource`, does not: in a remote window it begins with `vscode-remote:` for menus, and with `file:`
 * for us.
 */
export const CONTEXT_KEYS = [
  'activeWebviewPanelId',
  'brief.hasReport',
  'brief.markdownBriefs',
  'brief.preview.webImages',
  'brief.printsPdf',
  'brief.sourcesFiltered',
  'brief.sourcesState',
  'brief.workspaceSourcesState',
  'config.brief.showHints',
  'editorLangId',
  'editorReadonly',
  'editorTabMovesFocus',
  'editorTextFocus',
  'focusedView',
  'hasSnippetCompletions',
  'inSnippetMode',
  'inputFocus',
  'listFocus',
  'inlineSuggestionVisible',
  'notebookEditorFocused',
  'resourceExtname',
  'resourceLangId',
  'resourcePath',
  'suggestWidgetVisible',
  'view',
  'viewItem',
  'vim.active',
  'vim.mode',
  'webviewId',
  'workspaceFolderCount',
];

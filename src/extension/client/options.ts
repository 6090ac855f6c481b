import * as vscode from 'vscode';
import type { ErrorHandler, LanguageClientOptions } from 'vscode-languageclient';
import { isOwnText } from '../uris';
import { leadToPages } from './rulePages';
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
} from './serverCommands';

export interface ClientParts {
  readonly output: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
  /** Tells of folders that are made and removed. */
  readonly folders: vscode.FileSystemWatcher;
  readonly errorHandler: ErrorHandler;
  /** The server's messages in the language of the window, if it cannot read them itself. */
  readonly words: unknown;
  /** `publisher.name` */
  readonly extensionId: string;
}

/** The options that the server gets at its start, and the documents that are sent to it. */
export function clientOptions(parts: ClientParts): LanguageClientOptions {
  const { output, trace, folders, errorHandler, words, extensionId } = parts;
  return {
    // The server ignores Markdown files that are not briefs. A configuration counts while it is typed.
    documentSelector: [{ language: 'brief' }, { language: 'markdown' }, { pattern: '**/brief.config.yaml' }],
    initializationOptions: () => ({
      diagnostics: 'push',
      readsFiles: true,
      readsFolders: true,
      trusted: vscode.workspace.isTrusted,
      suggestCommand: 'editor.action.triggerSuggest',
      referencesCommand: SHOW_REFERENCES,
      rulePageCommand: SHOW_RULE_PAGE,
      addSourceCommand: ADD_SOURCE,
      titleFigureCommand: TITLE_FIGURE,
      verifyCommand: MARK_VERIFIED,
      showUncitedCommand: SHOW_UNCITED,
      suggestSourcesCommand: SUGGEST_SOURCES,
      importFileCommand: IMPORT_FILE,
      addArticleTextCommand: ADD_ARTICLE_TEXT,
      keepCopiesCommand: KEEP_COPIES,
      // Nothing of a folder that isn't trusted is sent to a model.
      ...(vscode.workspace.isTrusted && { readAgainstSourcesCommand: READ_AGAINST_SOURCES }),
      words,
    }),
    diagnosticCollectionName: 'brief',
    // Files the server has watched itself.
    synchronize: { fileEvents: folders },
    outputChannel: output,
    traceOutputChannel: trace,
    errorHandler,
    middleware: {
      handleDiagnostics: (uri, problems, next) => {
        leadToPages(problems, extensionId);
        next(uri, problems);
      },
      didOpen: async (document, next) => {
        if (isOwnText(document)) await next(document);
      },
      // VS Code itself drops them only if the change since then is above the cursor.
      provideOnTypeFormattingEdits: async (document, position, ch, options, token, next) => {
        const { version } = document;
        const edits = await next(document, position, ch, options, token);
        return document.version === version ? edits : [];
      },
    },
  };
}

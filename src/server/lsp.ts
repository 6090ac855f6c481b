/**
 * What the server has of the library for LSP. Its modules are CommonJS, of which the bundler copies all that there is for
 * each file that imports them, which takes longer than to load them: this file does it once.
 */
export type * from 'vscode-languageserver';
export {
  CodeActionKind,
  CodeActionTriggerKind,
  CodeLensRefreshRequest,
  CompletionItemKind,
  CompletionTriggerKind,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  DocumentFormattingRequest,
  DocumentHighlightKind,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  ErrorCodes,
  FoldingRangeKind,
  InsertTextFormat,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  RAL,
  ResponseError,
  SemanticTokensBuilder,
  ShowMessageNotification,
  SymbolInformation,
  SymbolKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

/** Parameters of requests, made of values of VS Code. */
import type * as vscode from 'vscode';
import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageclient';

export function about(uri: vscode.Uri): { readonly textDocument: TextDocumentIdentifier } {
  return { textDocument: { uri: uri.toString() } };
}

export function at(
  uri: vscode.Uri,
  place: vscode.Range,
): { readonly textDocument: TextDocumentIdentifier; readonly range: Range } {
  return { ...about(uri), range: rangeOf(place) };
}

export function rangeOf({ start, end }: vscode.Range): Range {
  return { start: positionOf(start), end: positionOf(end) };
}

export function positionOf({ line, character }: vscode.Position): Position {
  return { line, character };
}

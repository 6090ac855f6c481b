import * as vscode from 'vscode';
import type { ReaderNote } from '../../../../server/protocol';
import { toRange } from '../../documentEdits';

/** Put in by the bundler: the address of the project, from `package.json`. */
declare const BRIEF_ADDRESS: string;

const PAGE = vscode.Uri.parse(`${BRIEF_ADDRESS}/blob/main/docs/second-reader.md`);

/** A note at its place now. */
export interface PlacedNote {
  readonly note: ReaderNote;
  readonly range: vscode.Range;
}

/** Makes the diagnostic of a note, with the place of the passage's words. */
export function diagnosticOf({ note, range }: PlacedNote): vscode.Diagnostic {
  const { Hint, Information } = vscode.DiagnosticSeverity;
  const diagnostic = new vscode.Diagnostic(range, note.message, note.isHint ? Hint : Information);
  diagnostic.source = 'brief';
  diagnostic.code = { value: note.code, target: PAGE };
  const { passage } = note;
  if (passage) {
    const place = new vscode.Location(vscode.Uri.parse(passage.uri), toRange(passage.range));
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, passage.message)];
  }
  return diagnostic;
}

import * as vscode from 'vscode';

/**
 * The part of VS Code's interface for pasting, since 1.97, that we use. The types of the oldest version that we support don't
 * have it.
 */
export interface PasteApi {
  edit(insertText: string | vscode.SnippetString, title: string, name: string): PasteEdit;
  /** The kind of the editor's own paste. An edit that yields to it is only offered. */
  readonly plainText: EditKind;
  register(provider: PasteProvider, mimeTypes: readonly string[], names: readonly string[]): vscode.Disposable;
}

export interface PasteEdit {
  insertText: string | vscode.SnippetString;
  yieldTo?: readonly EditKind[];
  additionalEdit?: vscode.WorkspaceEdit;
}

export interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[]>;
}

export interface EditKind {
  append(...parts: string[]): EditKind;
}

interface Since197 {
  readonly DocumentDropOrPasteEditKind: { readonly Empty: EditKind; readonly Text: EditKind };
  readonly DocumentPasteEdit: new (
    insertText: string | vscode.SnippetString,
    title: string,
    kind: EditKind,
  ) => PasteEdit;
}

interface LanguagesSince197 {
  registerDocumentPasteEditProvider(
    selector: vscode.DocumentSelector,
    provider: PasteProvider,
    metadata: { readonly providedPasteEditKinds: readonly EditKind[]; readonly pasteMimeTypes: readonly string[] },
  ): vscode.Disposable;
}

/** Returns the interface for pasting; null in an older VS Code. */
export function pasteApi(): PasteApi | null {
  const { DocumentPasteEdit: Edit, DocumentDropOrPasteEditKind: Kind }: Partial<Since197> & typeof vscode = vscode;
  const languages: Partial<LanguagesSince197> & typeof vscode.languages = vscode.languages;
  const register = languages.registerDocumentPasteEditProvider;
  if (!Edit || !Kind || !register) return null;
  const kindOf = (name: string) => Kind.Empty.append('brief', name);
  return {
    edit: (insertText, title, name) => new Edit(insertText, title, kindOf(name)),
    plainText: Kind.Text,
    register: (provider, mimeTypes, names) =>
      register({ language: 'brief' }, provider, {
        providedPasteEditKinds: names.map(kindOf),
        pasteMimeTypes: mimeTypes,
      }),
  };
}

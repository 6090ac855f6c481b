import * as vscode from 'vscode';
import { codeOfLink, type LinkResult, severityOfLink, wordsOfLink } from '../../links';
import type { LinksResult } from '../../server/protocol';
import { toRange } from '../commands/documentEdits';
import { placeAfter } from './movePlaces';

/** A place that names a page, with the result of its check; null until there is one. */
export interface FoundLink {
  /** The brief that was checked. */
  readonly brief: string;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly written: string | null;
  readonly url: string;
  readonly result: LinkResult | null;
}

/**
 * The results of link checks, at their places. They are shown as diagnostics until the text there changes or the brief is
 * closed.
 */
export interface FoundLinks extends vscode.Disposable {
  /** Forgets the results of a brief, and takes in its links, which have no results yet. */
  begin(brief: vscode.Uri, links: LinksResult['links']): void;
  take(result: LinkResult): void;
  /** Shows the results so far. */
  show(): void;
  /** Returns the addresses in a brief whose pages are gone. */
  deadIn(brief: vscode.Uri): ReadonlySet<string>;
  /** Returns the links within a range, and those that overlap or touch it. */
  at(uri: vscode.Uri, range: vscode.Range): readonly FoundLink[];
}

/** Put in by the bundler: the address of the project, from `package.json`. */
declare const BRIEF_ADDRESS: string;

const PAGE = vscode.Uri.parse(`${BRIEF_ADDRESS}/blob/main/docs/links.md`);

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

export function createFoundLinks(): FoundLinks {
  const diagnostics = vscode.languages.createDiagnosticCollection('brief.links');
  let found: readonly FoundLink[] = [];

  const show = (key: string) => {
    const links = found.filter(({ uri }) => uri.toString() === key);
    diagnostics.set(
      vscode.Uri.parse(key),
      links.flatMap((link) => diagnosticOf(link) ?? []),
    );
  };
  const showAll = () => {
    diagnostics.clear();
    for (const key of new Set(found.map(({ uri }) => uri.toString()))) show(key);
  };
  const change = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    const key = document.uri.toString();
    if (contentChanges.length === 0 || !found.some(({ uri }) => uri.toString() === key)) return;
    let isOther = false;
    found = found.flatMap((link) => {
      if (link.uri.toString() !== key) return [link];
      const place = placeAfter(link.range, contentChanges);
      if (place === link.range) return [link];
      isOther = true;
      return place ? [{ ...link, range: toRange(place) }] : [];
    });
    if (isOther) show(key);
  };
  const forget = (brief: vscode.Uri) => {
    found = found.filter((link) => link.brief !== brief.toString());
  };
  const listening = vscode.Disposable.from(
    diagnostics,
    vscode.workspace.onDidChangeTextDocument(change),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (!found.some(({ brief }) => brief === uri.toString())) return;
      forget(uri);
      showAll();
    }),
  );
  return {
    begin: (brief, links) => {
      forget(brief);
      const places = links.flatMap(({ url, places }) =>
        places.map(({ uri, range, written }) => ({
          brief: brief.toString(),
          uri: vscode.Uri.parse(uri),
          range: toRange(range),
          written,
          url,
          result: null,
        })),
      );
      found = [...found, ...places];
    },
    take: (result) => {
      found = found.map((link) => (link.url === result.url ? { ...link, result } : link));
    },
    show: showAll,
    deadIn: (brief) =>
      new Set(
        found.filter((link) => link.brief === brief.toString() && link.result?.state === 'dead').map(({ url }) => url),
      ),
    at: (uri, range) =>
      found.filter((link) => link.uri.toString() === uri.toString() && link.range.intersection(range) !== undefined),
    dispose: () => listening.dispose(),
  };
}

function diagnosticOf({ range, result }: FoundLink): vscode.Diagnostic | null {
  const code = result && codeOfLink(result);
  if (!result || code === null) return null;
  const words = wordsOfLink(result, vscode.l10n.t, vscode.env.language);
  const diagnostic = new vscode.Diagnostic(range, words, SEVERITIES[severityOfLink(result)]);
  diagnostic.source = 'brief';
  diagnostic.code = { value: code, target: PAGE };
  return diagnostic;
}

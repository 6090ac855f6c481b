import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Position,
  PublishDiagnosticsParams,
  Range,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { ofVersion, type SpawnedClient, spawnServer, URI } from './client';

/** What an editor can do. All of them must get right answers. */
interface Editor {
  readonly name: string;
  readonly capabilities: ClientCapabilities;
  /** What a character of a position counts there. */
  readonly unit: 'utf-16' | 'utf-8';
  readonly pulls: boolean;
}

/** What a client of LSP 3.16, from before diagnostics on demand and other encodings, can say of itself at most. */
const OF_3_16: ClientCapabilities = {
  workspace: { applyEdit: true, configuration: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
    completion: { completionItem: { snippetSupport: true } },
    rename: { prepareSupport: true },
  },
};
const UTF_8: ClientCapabilities = { general: { positionEncodings: ['utf-8'] } };
const PULLS: ClientCapabilities = { textDocument: { diagnostic: {} } };

const EDITORS: readonly Editor[] = [
  { name: 'that knows no more than LSP 3.16', capabilities: OF_3_16, unit: 'utf-16', pulls: false },
  { name: 'that says nothing of itself', capabilities: {}, unit: 'utf-16', pulls: false },
  { name: 'that counts bytes only', capabilities: UTF_8, unit: 'utf-8', pulls: false },
  { name: 'that only asks for diagnostics', capabilities: PULLS, unit: 'utf-16', pulls: true },
  { name: 'that only asks, and counts bytes', capabilities: { ...UTF_8, ...PULLS }, unit: 'utf-8', pulls: true },
  {
    name: 'that only takes diagnostics',
    capabilities: { textDocument: { publishDiagnostics: {} }, general: { positionEncodings: ['utf-16'] } },
    unit: 'utf-16',
    pulls: false,
  },
];

/** Characters of one to four bytes stand before what is asked about. */
const TEXT = `---
title: 稀土 🧲
---

## Supply

- 中国开采了全球的69%🧲[1]. Österreich mined none [9].

## Sources

- [1] [Minerals 稀土](https://example.org/minerals)
- [2] [Prices](https://example.org/prices)
`;

for (const editor of EDITORS) {
  describe(`an editor ${editor.name}`, () => {
    let client: SpawnedClient;
    let text = TEXT;
    before(async () => {
      client = await spawnServer({ capabilities: editor.capabilities });
      await client.open(TEXT);
    });
    after(() => client.stop());

    const { unit } = editor;
    const at = (part: string, after = 0) => positionAt(text, text.indexOf(part) + after, unit);
    const document = { uri: URI };
    const ask = <R>(method: string, params: object): Promise<R> =>
      client.connection.sendRequest<R>(`textDocument/${method}`, { textDocument: document, ...params });
    const diagnosed = async (version: number): Promise<readonly Diagnostic[]> => {
      if (!editor.pulls) return client.diagnostics(ofVersion(version));
      const report = await ask<DocumentDiagnosticReport>('diagnostic', {});
      assert.ok(report.kind === 'full');
      return report.items;
    };
    const quoted = (range: Range) => text.slice(offsetAt(text, range.start, unit), offsetAt(text, range.end, unit));
    const edited = (edits: readonly TextEdit[]) => applied(text, edits, unit);

    it('is told of its encoding, and of diagnostics in the one way that it knows', () => {
      const { capabilities } = client.initialized;
      assert.equal(capabilities.positionEncoding, unit);
      assert.equal(capabilities.diagnosticProvider !== undefined, editor.pulls);
    });

    it('gets diagnostics at their places', async () => {
      const problem = (await diagnosed(1)).find(({ code }) => code === 'citation/unknown-source');
      assert.ok(problem);
      assert.match(quoted(problem.range), /^(?:\[9\]|9)$/);
    });

    it('is sent none where it asks for them', () => {
      const sent = client.published.map(({ diagnostics }: PublishDiagnosticsParams) => diagnostics.length);
      assert.equal(sent.length > 0, !editor.pulls);
    });

    it('changes the text where it says', async () => {
      const range = { start: at('Österreich'), end: at(' mined') };
      text = TEXT.replace('Österreich', '奥地利 🏔');
      await client.change(2, '奥地利 🏔', range);
      const problem = (await diagnosed(2)).find(({ code }) => code === 'citation/unknown-source');
      assert.ok(problem);
      assert.match(quoted(problem.range), /^(?:\[9\]|9)$/);
    });

    it('is told on hover what is cited', async () => {
      const hover = await ask<Hover | null>('hover', { position: at('[1].', 1) });
      assert.match(JSON.stringify(hover?.contents), /Minerals 稀土/);
      assert.ok(hover?.range);
      assert.match(quoted(hover.range), /^\[?1\]?$/);
      const kind = editor.capabilities.textDocument?.hover ? 'markdown' : 'plaintext';
      assert.match(JSON.stringify(hover.contents), new RegExp(`"kind":"${kind}"`));
    });

    it('goes to the source', async () => {
      const found = await ask<(Location | LocationLink)[]>('definition', { position: at('[1].', 1) });
      const [target] = found;
      assert.ok(target);
      assert.equal('targetUri' in target, editor.capabilities.textDocument?.definition?.linkSupport === true);
      const range = 'targetUri' in target ? target.targetRange : target.range;
      assert.equal(range.start.line, 10);
    });

    it('is offered a fix that does what it says', async () => {
      const problem = (await diagnosed(2)).find(({ code }) => code === 'citation/unknown-source');
      assert.ok(problem);
      const context = { diagnostics: [problem], only: ['quickfix'] };
      const actions = await ask<CodeAction[]>('codeAction', { range: problem.range, context });
      const edits = actions
        .map((action) => editsOf(action.edit, editor.capabilities))
        .filter((each) => each.length > 0);
      const texts = edits.map(edited);
      assert.ok(texts.length > 0, 'there is a fix');
      for (const fixed of texts) {
        assert.notEqual(fixed, text);
        assert.match(fixed, /全球的69%🧲\[1\]\. 奥地利 🏔 mined none/);
      }
    });

    it('completes a citation', async () => {
      const before = text;
      const place = text.indexOf('[9]') + 1;
      const result = await ask<CompletionItem[] | CompletionList>('completion', {
        position: positionAt(text, place, unit),
      });
      const items = Array.isArray(result) ? result : result.items;
      const item = items.find(({ label }) => /2/.test(label));
      assert.ok(item?.textEdit && 'range' in item.textEdit, `source 2 is offered: ${items.map(({ label }) => label)}`);
      assert.match(edited([item.textEdit]), /mined none \[2/);
      assert.equal(text, before);
    });

    it('renames a source everywhere', async () => {
      const edit = await ask<WorkspaceEdit | null>('rename', { position: at('[1].', 1), newName: 'usgs-2024' });
      const renamed = edited(editsOf(edit ?? undefined, editor.capabilities));
      assert.match(renamed, /69%🧲\[@usgs-2024\]\. 奥地利/);
      assert.doesNotMatch(renamed, /\[1\]/);
    });

    it('gets an outline in the form that it knows', async () => {
      const symbols = await ask<(DocumentSymbol | SymbolInformation)[]>('documentSymbol', {});
      const trees = editor.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      const named = symbols.find(({ name }) => name === 'Supply');
      assert.ok(named);
      assert.equal('selectionRange' in named, trees);
      const inside = trees
        ? undefined
        : symbols.find((symbol) => 'containerName' in symbol && symbol.containerName === 'Supply');
      assert.equal(inside !== undefined, !trees);
    });

    it('finds nothing wrong in the log', () => {
      assert.deepEqual(client.log, []);
    });
  });
}

/** Where an offset of UTF-16 units is, counted anew with nothing of the server's. */
function positionAt(text: string, offset: number, unit: Editor['unit']): Position {
  const lines = text.slice(0, offset).split('\n');
  const start = lines.at(-1) ?? '';
  return { line: lines.length - 1, character: unit === 'utf-8' ? Buffer.byteLength(start) : start.length };
}

function offsetAt(text: string, { line, character }: Position, unit: Editor['unit']): number {
  const lines = text.split('\n');
  const start = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  const own = lines[line] ?? '';
  return start + (unit === 'utf-8' ? Buffer.from(own).subarray(0, character).toString().length : character);
}

function applied(text: string, edits: readonly TextEdit[], unit: Editor['unit']): string {
  const spans = edits.map(({ range, newText }) => ({
    start: offsetAt(text, range.start, unit),
    end: offsetAt(text, range.end, unit),
    newText,
  }));
  spans.sort((a, b) => b.start - a.start);
  return spans.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

/** The edits of the one document, in the form that the client takes. */
function editsOf(edit: WorkspaceEdit | undefined, { workspace }: ClientCapabilities): TextEdit[] {
  if (!edit) return [];
  assert.equal('documentChanges' in edit, workspace?.workspaceEdit?.documentChanges === true);
  const [change] = edit.documentChanges ?? [];
  if (!change) return edit.changes?.[URI] ?? [];
  assert.ok('edits' in change);
  return change.edits.flatMap((each) => ('newText' in each ? [each] : []));
}

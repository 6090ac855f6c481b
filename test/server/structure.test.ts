import assert from 'node:assert/strict';
import type {
  CodeLens,
  FoldingRange,
  InlayHint,
  Range,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver/node';
import { applyEdits, indexLines, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../src/core';
import { type ClientOptions, rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `---
tags: [metals]
title: Rare earths
---

## Supply
- 中国占69% [ 1 ].
- Prices rose by 12% in 2025 [@usgs].
- Demand fell by 4% [own].

| a | b |
|---|---|
| 国 | 2 |

<!-- Two lines
of a comment -->

## Sources

- [1] [Prices](https://example.org/prices)
`;

const FORMATTED = `---
title: Rare earths
tags: [metals]
---

## Supply

- 中国占69% [1].
- Prices rose by 12% in 2025 [@usgs].
- Demand fell by 4% [own].

| a   | b   |
| --- | --- |
| 国  | 2   |

<!-- Two lines
of a comment -->

## Sources

- [1] [Prices](https://example.org/prices)
`;

const textDocument = { uri: URI };
const options = { tabSize: 2, insertSpaces: true };
const utf16 = { general: { positionEncodings: ['utf-16'] } };

describe('the server, on how a brief is built,', () => {
  let client: TestClient;
  const open = async (text: string, start: ClientOptions = {}) => {
    client = await startServer(start);
    await client.open(text);
  };
  const ask = <T>(method: string, params: object = {}) =>
    client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument, ...params });
  afterEach(() => client.stop());

  function edited(text: string, edits: readonly TextEdit[]): string {
    const lines = indexLines(text);
    return applyEdits(
      text,
      edits.map(({ range, newText }) => ({
        span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
        newText,
      })),
    );
  }

  it('formats a document, with LF and with CRLF', async () => {
    for (const [text, expected] of [
      [BRIEF, FORMATTED],
      [BRIEF.replaceAll('\n', '\r\n'), FORMATTED.replaceAll('\n', '\r\n')],
    ] as const) {
      await open(text);
      assert.equal(edited(text, await ask('formatting', { options })), expected);
      await client.stop();
    }
    await open(FORMATTED);
    assert.deepEqual(await ask('formatting', { options }), []);
  });

  it('counts bytes for a client that does', async () => {
    await open(BRIEF, { capabilities: { general: { positionEncodings: ['utf-8'] } } });
    const edits = await ask<TextEdit[]>('rangeFormatting', { range: rangeIn(BRIEF, 'Supply'), options });
    assert.deepEqual(edits, []);
    const all = await ask<TextEdit[]>('formatting', { options });
    // "- 中国占69% " has 9 characters in UTF-16 and 15 bytes in UTF-8.
    const start = { line: 6, character: 15 };
    assert.ok(all.some(({ range }) => JSON.stringify(range.start) === JSON.stringify(start)));
  });

  it('formats the blocks of a range, and the list in which a line was begun', async () => {
    await open(BRIEF);
    const inRange = edited(BRIEF, await ask('rangeFormatting', { range: rangeIn(BRIEF, '中国'), options }));
    assert.equal(inRange, BRIEF.replace('[ 1 ]', '[1]'));
    const list = '1. one\n2. \n2. two\n';
    await client.stop();
    await open(list);
    const onType = edited(
      list,
      await ask('onTypeFormatting', { position: { line: 1, character: 3 }, ch: '\n', options }),
    );
    assert.equal(onType, '1. one\n2. \n3. two\n');
  });

  it('folds with characters, by whole lines where that is all that the client can, and no more than it takes', async () => {
    await open(BRIEF);
    const all = await ask<FoldingRange[]>('foldingRange');
    assert.deepEqual(all[0], { startLine: 0, startCharacter: 3, endLine: 3, endCharacter: 3 });
    assert.ok(all.some(({ startLine, kind }) => startLine === 14 && kind === 'comment'));
    await client.stop();
    await open(BRIEF, { capabilities: { textDocument: { foldingRange: { lineFoldingOnly: true, rangeLimit: 2 } } } });
    assert.deepEqual(await ask('foldingRange'), [
      { startLine: 5, endLine: 15 },
      { startLine: 6, endLine: 8 },
    ]);
  });

  it('grows selections', async () => {
    await open(BRIEF);
    const at = rangeIn(BRIEF, 'usgs').start;
    const [first] = await ask<SelectionRange[]>('selectionRange', { positions: [at] });
    const ranges: Range[] = [];
    for (let range = first; range; range = range.parent) ranges.push(range.range);
    assert.deepEqual(ranges.slice(0, 3), [
      rangeIn(BRIEF, 'usgs'),
      rangeIn(BRIEF, '[@usgs]'),
      rangeIn(BRIEF, 'Prices rose by 12% in 2025 [@usgs].'),
    ]);
  });

  const tokenCapability = {
    requests: { full: true, range: true },
    tokenTypes: [],
    tokenModifiers: [],
    formats: ['relative' as const],
  };

  function tokensIn(text: string, { data }: SemanticTokens): string[] {
    const lines = indexLines(text);
    const tokens: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
      character = down > 0 ? right : character + right;
      line += down;
      const start = lines.startOf(line) + character;
      const names = TOKEN_MODIFIERS.filter((_, bit) => modifiers & (1 << bit));
      tokens.push([text.slice(start, start + length), TOKEN_TYPES[type], ...names].join(' '));
    }
    return tokens;
  }

  it('gives tokens of a document and of a range', async () => {
    await open(BRIEF, { capabilities: { textDocument: { semanticTokens: tokenCapability } } });
    assert.deepEqual(tokensIn(BRIEF, await ask('semanticTokens/full')), [
      '[ 1 ] citation',
      'usgs citation unknown',
      '[own] mark own',
      '1 source declaration',
    ]);
    const range = rangeIn(BRIEF, '@usgs');
    assert.deepEqual(tokensIn(BRIEF, await ask('semanticTokens/range', { range })), ['usgs citation unknown']);
  });

  it('gives no tokens to a client whose own colours they would replace, or that knows none', async () => {
    await open(BRIEF, {
      capabilities: { textDocument: { semanticTokens: { ...tokenCapability, augmentsSyntaxTokens: false } } },
    });
    assert.equal(client.initialized.capabilities.semanticTokensProvider, undefined);
    await client.stop();
    await open(BRIEF, { capabilities: utf16 });
    const { semanticTokensProvider, inlayHintProvider } = client.initialized.capabilities;
    assert.deepEqual([semanticTokensProvider, inlayHintProvider], [undefined, undefined]);
  });

  const HINTED = BRIEF.replace(
    '[Prices](https://example.org/prices)',
    'USGS. [Prices](https://example.org/prices)',
  ).replace(
    '---\n\n##',
    'sources:\n  - {id: usgs, publisher: USGS, published: 2024-01-31}\n  - {id: 1, publisher: Prices Weekly}\n---\n\n##',
  );

  it('gives hints as the settings say, and asks for them to be asked for again when these change', async () => {
    await open(HINTED, {
      capabilities: {
        textDocument: { inlayHint: {} },
        workspace: { inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } },
      },
    });
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/inlayHint/refresh', () => resolve());
    });
    client.connection.onRequest('workspace/codeLens/refresh', () => null);
    const range = rangeIn(HINTED, HINTED);
    const hints = async () => (await ask<InlayHint[]>('inlayHint', { range })).map(({ label }) => label);
    assert.deepEqual(await hints(), ['Prices Weekly']);
    const change = (citations: string) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { brief: { inlayHints: { citations } } },
      });
    await change('all');
    await refreshed;
    assert.deepEqual(await hints(), ['Prices Weekly', 'USGS 2024']);
    await change('off');
    assert.deepEqual(await hints(), []);
  });

  it('keeps a hint apart from a citation or a word behind it', async () => {
    const text = '---\nsources: [{ id: 1, publisher: USGS }]\n---\n\n- It fell [1][2] [1], [1]so.\n';
    await open(text, { capabilities: { textDocument: { inlayHint: {} } } });
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { brief: { inlayHints: { citations: 'all' } } },
    });
    const hints = await ask<InlayHint[]>('inlayHint', { range: rangeIn(text, text) });
    assert.deepEqual(
      hints.map(({ paddingRight = false }) => paddingRight),
      [true, false, true],
    );
  });

  it('gives lenses where the settings want them, with the command that the client named', async () => {
    await open(HINTED);
    assert.deepEqual(await ask('codeLens'), []);
    await client.stop();
    await open(HINTED, { initializationOptions: { codeLens: { sources: true }, referencesCommand: 'show' } });
    const [lens] = await ask<CodeLens[]>('codeLens');
    const range = rangeIn(HINTED, 'usgs');
    assert.deepEqual(lens, { range, command: { title: 'cited once', command: 'show', arguments: [URI, range.start] } });
    await client.stop();
    await open(HINTED, { initializationOptions: { codeLens: { sources: true } } });
    const [plain] = await ask<CodeLens[]>('codeLens');
    assert.deepEqual(plain?.command, { title: 'cited once', command: '' });
  });
});

/** The server as it is shipped, over its standard streams, in a storm of messages that make sense or do not. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type Range,
  type SemanticTokens,
} from 'vscode-languageserver/node';
import { applyEdits, indexLines } from '../../../src/core';
import { type PositionEncoding, positionsIn } from '../../../src/server/documents/positions';
import { type SpawnedClient, spawnServer } from '../../server/client';
import { anyPiece } from '../anyBrief';
import { anyText } from '../mutations';
import { NAMED_FILES } from './namedFiles';
import type { FuzzProperty } from './property';

// ── What is sent ────────────────────────────────────────────────────────────────────────────────────────────

const document = fc.nat({ max: 2 });
/** Of a change: mostly one later, else the same again, an earlier one, or one far ahead. */
const step = fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.constantFrom(0, -1, -3, 5));
/** In lines and characters that may lie out of the text. */
const position = fc.record({
  line: fc.oneof(fc.nat({ max: 40 }), fc.constantFrom(0, 2 ** 31 - 1)),
  character: fc.oneof(fc.nat({ max: 60 }), fc.constantFrom(0, 2 ** 31 - 1)),
});
const range = fc.record({ start: position, end: position });
const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ range, text: anyPiece }) },
  { weight: 1, arbitrary: fc.record({ text: anyText }) },
);

/** Requests, by method, with parameters that make sense for a document at an address. */
const REQUESTS: Readonly<Record<string, (uri: string, place: Range, word: string) => unknown>> = {
  'textDocument/hover': at,
  'textDocument/completion': (uri, place, word) => ({ ...at(uri, place), context: { triggerKind: word ? 2 : 1 } }),
  'textDocument/definition': at,
  'textDocument/references': (uri, place) => ({ ...at(uri, place), context: { includeDeclaration: true } }),
  'textDocument/documentHighlight': at,
  'textDocument/prepareRename': at,
  'textDocument/rename': (uri, place, word) => ({ ...at(uri, place), newName: word }),
  'textDocument/linkedEditingRange': at,
  'textDocument/documentLink': of,
  'textDocument/documentSymbol': of,
  'textDocument/formatting': (uri) => ({ ...of(uri), options: { tabSize: 2, insertSpaces: true } }),
  'textDocument/rangeFormatting': (uri, place) => ({
    ...of(uri),
    range: place,
    options: { tabSize: 2, insertSpaces: true },
  }),
  'textDocument/onTypeFormatting': (uri, place) => ({
    ...at(uri, place),
    ch: '\n',
    options: { tabSize: 2, insertSpaces: true },
  }),
  'textDocument/foldingRange': of,
  'textDocument/selectionRange': (uri, { start, end }) => ({ ...of(uri), positions: [start, end] }),
  'textDocument/semanticTokens/full': of,
  'textDocument/semanticTokens/range': (uri, place) => ({ ...of(uri), range: place }),
  'textDocument/inlayHint': (uri, place) => ({ ...of(uri), range: place }),
  'textDocument/codeLens': of,
  'textDocument/codeAction': (uri, place) => ({ ...of(uri), range: place, context: { diagnostics: [] } }),
  'textDocument/diagnostic': of,
  'workspace/symbol': (_uri, _place, word) => ({ query: word }),
  'workspace/diagnostic': () => ({ previousResultIds: [] }),
  'workspace/willRenameFiles': (uri) => ({ files: [{ oldUri: uri, newUri: `${uri}.md` }] }),
  'brief/render': (uri, _place, word) => ({ uri, review: word === '', have: word === 'x' ? null : word }),
  'brief/card': (uri) => ({ uri, id: 'card-1' }),
  'brief/extract': (_uri, _place, word) => ({ name: `${word}.html`, base64: btoa('<p>Ore</p>') }),
  'brief/articleText': (uri, _place, word) => ({
    ...of(uri),
    path: 'sources/article.txt',
    name: `${word}.md`,
    base64: btoa('Ore rose.\n\nIt fell.'),
  }),
  'brief/import': (_uri, _place, word) => ({ text: `Title\n\n- ${word} [1]\n` }),
  'brief/markdown': (_uri, _place, word) => ({ html: `<b>${word}</b>` }),
  'brief/candidates': (uri, place) => ({ ...of(uri), range: place }),
  'brief/uncitedStatements': (uri, _place, word) => ({ ...of(uri), suggest: word !== 'x' }),
  'brief/renumber': of,
  'brief/addSource': (uri, _place, word) => ({
    ...of(uri),
    written: word,
    ...(word === 'x' ? {} : { source: { title: word, authors: [word], text: word } }),
  }),
  'brief/sources': of,
  'brief/workspaceSources': () => ({}),
  'brief/pasteUrl': (uri, place) => ({ ...of(uri), range: place, url: 'https://new.example/a' }),
  'brief/export': (uri, _place, word) => ({ ...of(uri), format: word === 'x' ? 'json' : 'md' }),
};

function of(uri: string) {
  return { textDocument: { uri } };
}
function at(uri: string, { start }: Range) {
  return { ...of(uri), position: start };
}

/** Parameters of no sense, for requests and notifications; they name no document that is compared afterwards. */
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    [],
    'x',
    3,
    {},
    { textDocument: null },
    { textDocument: { uri: 3 } },
    { uri: null },
  ),
  fc.constantFrom<unknown>(
    { textDocument: { uri: 'not a uri' }, position: { line: -1, character: 0.5 } },
    { textDocument: { uri: 'file:///other.brief' }, contentChanges: 3 },
    { textDocument: { uri: 'file:///other.brief', version: 'x' }, contentChanges: [null] },
    { textDocument: { uri: 'file:///other.brief', languageId: 'brief', version: 1, text: 3 } },
    { textDocument: { uri: 'untitled:%', languageId: 'brief', version: 1, text: '- It is 3% [1]' } },
    { settings: { brief: { rules: 3, include: { a: 1 } } } },
    { changes: [{ uri: 3 }, null] },
    { files: [{ oldUri: '%', newUri: '' }] },
    { command: '__proto__', arguments: [null] },
    { previousResultIds: 3 },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const METHODS = [
  ...Object.keys(REQUESTS),
  'workspace/executeCommand',
  'completionItem/resolve',
  'codeAction/resolve',
  'brief/check',
  'no/such',
];
const NOTIFICATIONS = [
  ...[
    'textDocument/didOpen',
    'textDocument/didChange',
    'textDocument/didClose',
    'textDocument/didSave',
    'no/such',
    '$/setTrace',
  ],
  ...['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles', '$/cancelRequest', 'initialized'],
];

const message = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('open' as const), document, version: fc.nat({ max: 9 }), text: anyText }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      document,
      step,
      changes: fc.array(change, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), document }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('save' as const), document }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settings' as const),
      value: fc.constantFrom<unknown>(
        {},
        null,
        { rules: { 'citation/missing': 'off', 'no/such': 'loud' } },
        { include: ['**/*.md'] },
      ),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('request' as const),
      method: fc.constantFrom(...Object.keys(REQUESTS)),
      document: fc.nat({ max: 3 }),
      place: range,
      word: fc.constantFrom('', 'x', 'usgs', '1', '[', '\n', 'a b', '__proto__'),
      isCancelled: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wrong request' as const),
      method: fc.constantFrom(...METHODS),
      params: nonsense,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wrong notification' as const),
      method: fc.constantFrom(...NOTIFICATIONS),
      params: nonsense,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.constantFrom(0, 1, 20) }) },
);
type Message = typeof message extends fc.Arbitrary<infer T> ? T : never;

// ── The folder that is open ─────────────────────────────────────────────────────────────────────────────────

let made: string | null = null;

/** A folder with files that briefs name and with two briefs that nobody opens; the same for all storms of a process. */
function folder(): string {
  if (made !== null) return made;
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'brief-storm-')));
  process.on('exit', () => rmSync(path, { recursive: true, force: true }));
  const files = {
    ...NAMED_FILES,
    'other.brief':
      '---\nbibliography: a.bib\nfigures:\n  - { id: share, value: 9%, as-of: 2023, cites: [usgs-2024] }\n---\nIt is [@usgs-2024].\n',
    'more/third.brief': '# Third\n\n- China holds 90% of it [1].\n\n## Sources\n\n- [1] A. https://a.example/x\n',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  made = path;
  return path;
}

// ── The storm ───────────────────────────────────────────────────────────────────────────────────────────────

/** What clients can be: one that is told of problems, and one that asks for them and counts bytes. */
const CLIENTS = {
  'a client that is told': {},
  'a client that asks': { textDocument: { diagnostic: {} }, general: { positionEncodings: ['utf-8'] } },
} satisfies Readonly<Record<string, ClientCapabilities>>;
const kindOfClient: fc.Arbitrary<keyof typeof CLIENTS> = fc.constantFrom('a client that is told', 'a client that asks');

const PATIENCE = 20_000;

/** Rejects where something takes as long as nothing may. */
async function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} is not there after ${PATIENCE / 1000} s.`)), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Whether an answer is an error that no request of sense may get. */
function isFailure(error: unknown): boolean {
  return !(error instanceof Error && 'code' in error && typeof error.code === 'number' && error.code !== -32603);
}

/** What the client holds for the text of a document, by the rules of LSP. */
interface Held {
  readonly version: number;
  readonly text: string;
}

/** Sends all messages, and waits for the answers. Returns what the documents are then. */
async function storm(
  client: SpawnedClient,
  uris: readonly string[],
  encoding: PositionEncoding,
  messages: readonly Message[],
): Promise<ReadonlyMap<string, Held>> {
  const { connection } = client;
  const held = new Map<string, Held>();
  const answers: Promise<void>[] = [];
  const ask = (method: string, params: unknown, mayFail: boolean, isCancelled: boolean) => {
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest(method, params, source.token).then(
      () => undefined,
      (error: unknown) => assert.ok(mayFail || !isFailure(error), `${method} failed.\n${client.log.join('\n')}`),
    );
    answers.push(inTime(`The answer to ${method}`, answer));
    if (isCancelled) source.cancel();
  };
  for (const sent of messages) {
    const uri = 'document' in sent ? (uris[sent.document] ?? 'file:///nowhere.brief') : '';
    const before = held.get(uri);
    switch (sent.kind) {
      case 'open':
        held.set(uri, sent);
        await connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'brief', version: sent.version, text: sent.text },
        });
        break;
      case 'change': {
        const version = (before?.version ?? 1) + sent.step;
        if (before && sent.step > 0) held.set(uri, { version, text: changed(before.text, sent.changes, encoding) });
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: sent.changes,
        });
        break;
      }
      case 'close':
        held.delete(uri);
        await connection.sendNotification('textDocument/didClose', of(uri));
        break;
      case 'save':
        await connection.sendNotification('textDocument/didSave', of(uri));
        break;
      case 'settings':
        await connection.sendNotification('workspace/didChangeConfiguration', { settings: { brief: sent.value } });
        break;
      case 'request':
        ask(
          sent.method,
          REQUESTS[sent.method]?.(uri, sent.place, sent.word),
          sent.method === 'textDocument/rename',
          sent.isCancelled,
        );
        break;
      case 'wrong request':
        ask(sent.method, sent.params, true, false);
        break;
      case 'wrong notification':
        await connection.sendNotification(sent.method, sent.params);
        break;
      case 'wait':
        await rest(sent.milliseconds);
    }
  }
  const settled = await Promise.allSettled(answers);
  for (const each of settled) if (each.status === 'rejected') throw each.reason;
  return held;
}

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** A text after changes, each of which speaks of the text that the one before it left. */
function changed(text: string, changes: readonly Change[], encoding: PositionEncoding): string {
  return changes.reduce((before, one) => {
    if (!('range' in one)) return one.text;
    const span = positionsIn(before, indexLines(before), encoding).spanOf(one.range);
    return applyEdits(before, [{ span, newText: one.text }]);
  }, text);
}

/** All that a server says of the texts of open documents. */
async function saidOf({ connection }: SpawnedClient, uri: string): Promise<unknown> {
  const exported = await inTime(
    'The data',
    connection.sendRequest<{ text: string }>('brief/export', { ...of(uri), format: 'json' }),
  );
  return [
    exported.text,
    await inTime('The outline', connection.sendRequest('textDocument/documentSymbol', of(uri))),
    (await inTime('The tokens', connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', of(uri))))
      .data,
  ];
}

/** Looks for the problems of a document, as far as they are known at that moment. */
async function problemsOf({ connection, published }: SpawnedClient, uri: string, isAsked: boolean): Promise<unknown> {
  if (!isAsked) return published.findLast((params) => params.uri === uri && params.version === ANEW)?.diagnostics;
  const answer = connection.sendRequest<{ items?: unknown }>('textDocument/diagnostic', of(uri));
  return (await inTime('A set of problems', answer)).items;
}

/** No storm has a version as high as that in which documents are opened once it is over. */
const ANEW = 1_000_000;

/** Waits for what two servers say to be the same, and to stay so: what files hold comes a moment later. */
async function assertAlike(what: string, ask: () => Promise<readonly [unknown, unknown]>): Promise<void> {
  const started = Date.now();
  let said = await ask();
  for (let same = 0; same < 5; ) {
    const [now, then] = said;
    const isSame = now !== undefined && JSON.stringify(now) === JSON.stringify(then);
    if (!isSame && Date.now() - started > PATIENCE) assert.deepEqual(now, then, what);
    same = isSame ? same + 1 : 0;
    await rest(20);
    said = await ask();
  }
}

export const SERVER: readonly FuzzProperty[] = [
  {
    name: 'answers every request, goes on, and has the text, the model and the problems that a fresh server has',
    runs: 12,
    property: fc.asyncProperty(
      kindOfClient,
      fc.array(message, { minLength: 1, maxLength: 40 }),
      async (kind, messages) => {
        const root = pathToFileURL(folder()).href;
        const uris = ['a.brief', 'b.brief', 'more/c.brief'].map((name) => `${root}/${name}`);
        const options = { capabilities: CLIENTS[kind], root, initializationOptions: {} };
        const isAsked = kind === 'a client that asks';
        const [client, fresh] = await Promise.all([spawnServer(options), spawnServer(options)]);
        try {
          const held = await storm(client, uris, isAsked ? 'utf-8' : 'utf-16', messages);
          await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { brief: {} } });
          for (const [uri, { text }] of held) await fresh.open(text, uri);
          for (const uri of held.keys())
            await assertAlike(uri, () => Promise.all([saidOf(client, uri), saidOf(fresh, uri)]));
          for (const uri of uris) await Promise.all([client.close(uri), fresh.close(uri)]);
          for (const [uri, { text }] of held) {
            const opened = { textDocument: { uri, languageId: 'brief', version: ANEW, text } };
            for (const { connection } of [client, fresh])
              await connection.sendNotification('textDocument/didOpen', opened);
            await assertAlike(uri, () =>
              Promise.all([problemsOf(client, uri, isAsked), problemsOf(fresh, uri, isAsked)]),
            );
            await Promise.all([client.close(uri), fresh.close(uri)]);
          }
          assert.equal(client.server.exitCode, null);
          assert.doesNotMatch(client.log.join('\n'), /The check of a document failed/);
        } finally {
          if (fresh.server.exitCode === null) fresh.server.kill();
          if (client.server.exitCode === null) client.server.kill();
        }
      },
    ),
  },
];

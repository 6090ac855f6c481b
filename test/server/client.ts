import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type LogMessageParams,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import { applyEdits, indexLines } from '../../src/core';
import { machineOfNode, serveOnNode } from '../../src/server/onNode';
import { withoutSockets } from '../cli/runBrief';

/** A client of a server in this process, with which it exchanges bytes as over standard streams. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly log: readonly string[];
  /** Every set of diagnostics that was sent, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  open(text: string, uri?: string, languageId?: string): Promise<void>;
  close(uri?: string): Promise<void>;
  /** Replaces a range, or without one the whole text. */
  change(version: number, text: string, range?: Range, uri?: string): Promise<void>;
  /** The next diagnostics, also earlier ones, for which a condition holds. */
  diagnostics(when: (params: PublishDiagnosticsParams) => boolean): Promise<readonly Diagnostic[]>;
  actions(range: Range, context?: Partial<CodeActionContext>): Promise<readonly CodeAction[]>;
  /** Ends the server as a client should. Rejects where it ends badly. */
  stop(): Promise<void>;
}

/** A client of the built server in a process of its own, over its standard streams. */
export interface SpawnedClient extends TestClient {
  readonly server: ChildProcessWithoutNullStreams;
}

export const URI = 'file:///briefs/test.brief';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The URI of the folder that is open. */
  readonly root?: string;
  /** Answers the server's request for the setting `brief`; may take its time. */
  readonly settings?: () => unknown;
}

export interface SpawnOptions extends ClientOptions {
  /** The language of the interface (BCP 47). All servers of a process speak one, so a spawned server alone takes it. */
  readonly locale?: string;
  readonly processId?: number;
  /** Variables of the server's environment beyond those of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Shared by the servers of this process, as each starts programs apart. */
const MACHINE = machineOfNode(resolve('dist'));

/** Starts a server in this process, from the sources. */
export async function startServer(options: ClientOptions = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const fromServer = new PassThrough();
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(fromServer),
  );
  serveOnNode(server, MACHINE);
  server.listen();
  // The library ends this process with the one of a client, and when it is told to exit.
  const client = await connect(fromServer, toServer, { ...options, processId: null });
  return {
    ...client,
    stop: async () => {
      await client.connection.sendRequest('shutdown');
      client.connection.dispose();
    },
  };
}

/**
 * Starts the built server in a process of its own, for tests of its transport, start and end, of its memory and its environment, and
 * of what it answers while it works.
 */
export async function spawnServer(options: SpawnOptions = {}): Promise<SpawnedClient> {
  const server = spawn(process.execPath, ['dist/server.js', '--stdio'], {
    env: { ...process.env, ...options.env, NODE_OPTIONS: withoutSockets(options.env ?? {}) },
  });
  const client = await connect(server.stdout, server.stdin, { processId: process.pid, ...options });
  return {
    ...client,
    server,
    stop: async () => {
      const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
      await client.connection.sendRequest('shutdown');
      await client.connection.sendNotification('exit');
      assert.equal(await ended, 0);
      client.connection.dispose();
    },
  };
}

interface Greeting extends ClientOptions {
  readonly locale?: string;
  readonly processId: number | null;
}

/** Connects to a server that reads from one stream and writes to the other, and initializes it. */
async function connect(from: Readable, to: Writable, options: Greeting): Promise<Omit<TestClient, 'stop'>> {
  const connection = createProtocolConnection(new StreamMessageReader(from), new StreamMessageWriter(to));
  const log: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => void log.push(message));
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const look of waiting) look();
  });
  const asked = new Promise<void>((resolve) =>
    connection.onRequest('workspace/configuration', async () => {
      setImmediate(resolve);
      return [(await options.settings?.()) ?? null];
    }),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: options.processId,
    rootUri: options.root ?? null,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    capabilities: options.capabilities ?? { workspace: { workspaceEdit: { documentChanges: true } } },
    ...(options.initializationOptions === undefined ? {} : { initializationOptions: options.initializationOptions }),
  });
  await connection.sendNotification('initialized', {});
  // The settings are on their way before all that a test does, unless they take their time.
  if (options.settings && options.capabilities?.workspace?.configuration) await asked;
  return {
    connection,
    initialized,
    log,
    published,
    open: (text, uri = URI, languageId = 'brief') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    close: (uri = URI) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    change: (version, text, range, uri = URI) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [range ? { range, text } : { text }],
      }),
    diagnostics: (when) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => finish(() => reject(new Error('No such diagnostics came in 20 s.'))), 20_000);
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          settle();
        };
        const look = () => {
          const found = published.find(when);
          if (found) finish(() => resolve(found.diagnostics));
        };
        waiting.add(look);
        look();
      }),
    actions: (range, context = {}) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: URI },
        range,
        context: { diagnostics: [], ...context },
      }),
  };
}

/** Whether diagnostics are about this version of the document. */
export const ofVersion = (version: number) => (params: PublishDiagnosticsParams) => params.version === version;

export const codesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => String(code));

/** The text after an action of UTF-16 positions, which must be about one version of the document. */
export function applied(text: string, action: CodeAction | undefined, version: number): string {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change, 'the action changes the document');
  const { textDocument, edits }: TextDocumentEdit = change;
  assert.deepEqual(textDocument, { uri: URI, version });
  const lines = indexLines(text);
  return applyEdits(
    text,
    edits.map((edit) => {
      assert.ok('newText' in edit);
      return {
        span: { start: lines.offsetAt(edit.range.start), end: lines.offsetAt(edit.range.end) },
        newText: edit.newText,
      };
    }),
  );
}

/** The part of a text, as positions. */
export function rangeIn(text: string, part: string): Range {
  const start = text.indexOf(part);
  assert.ok(start >= 0, `${part} is in the text`);
  return indexLines(text).rangeOf({ start, end: start + part.length });
}

/** Somebody who types into a document that a language server has open. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { indexLines } from '../../src/core';

/** A language server, and how one speaks to it. */
export interface TypedServer {
  readonly command: string;
  readonly args: readonly string[];
  readonly languageId?: string;
  /** It gives diagnostics when it is asked for them, and does not send them by itself. */
  readonly pulls?: boolean;
  /** Answers what it asks of its client, beyond the settings and the registering of capabilities. */
  readonly answer?: (connection: ProtocolConnection, text: () => string) => void;
  /** What it is told when it asks for a section of the settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A server that Node runs. */
export const nodeServer = (path: string): TypedServer => ({ command: process.execPath, args: [path, '--stdio'] });

export const OUR_SERVER = nodeServer(join('dist', 'server.js'));

export interface Typing {
  readonly server: ChildProcess;
  /** Types a letter or takes it away, and gives the time until the diagnostics of the new version have come, in ms. */
  key(): Promise<number>;
  /** How many diagnostics came last. */
  diagnostics(): number;
  /** How long those are as JSON. */
  bytes(): number;
  stop(): void;
}

/** @param before the words behind which it is typed, at their first place past the middle */
export async function startTyping(server: TypedServer, text: string, before = 'plant'): Promise<Typing> {
  const { pulls = false, languageId = 'brief' } = server;
  const uri = `file:///briefs/typed.${languageId === 'brief' ? 'brief' : 'md'}`;
  const child = spawn(server.command, [...server.args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let came: (() => void) | null = null;
  let last: PublishDiagnosticsParams = { uri, version: 0, diagnostics: [] };
  /** How often diagnostics came: of a server that names no version, the next ones are those of the change. */
  let count = 0;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    if (params.uri !== uri) return;
    last = params;
    count++;
    came?.();
  });
  const place = indexLines(text).positionAt(text.indexOf(before, text.length / 2) + before.length);
  const end = { ...place, character: place.character + 1 };
  const offset = indexLines(text).offsetAt(place);
  let version = 1;
  const now = () => (version % 2 === 0 ? `${text.slice(0, offset)}s${text.slice(offset)}` : text);
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section }) => server.settings?.[section ?? ''] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  server.answer?.(connection, now);
  connection.listen();
  const until = async (wanted: number, since: number) => {
    if (pulls) {
      const report = await connection.sendRequest<{ readonly items?: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      last = { uri, version: wanted, diagnostics: report.items ?? [] };
      return;
    }
    while (last.version === undefined ? count === since : last.version !== wanted) {
      await new Promise<void>((resolve) => {
        came = resolve;
      });
    }
  };
  const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: pulls ? { textDocument: { diagnostic: { dynamicRegistration: true } } } : {},
    initializationOptions: { markdownFileExtensions: ['md'], settings: server.settings },
  });
  const { textDocumentSync: sync } = capabilities;
  const takesAll = (typeof sync === 'object' ? sync.change : sync) !== TextDocumentSyncKind.Incremental;
  await connection.sendNotification('initialized', {});
  if (server.settings) {
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: server.settings });
  }
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  await until(1, 0);
  return {
    server: child,
    key: async () => {
      version++;
      const edit: { readonly range: Range; readonly text: string } =
        version % 2 === 0
          ? { range: { start: place, end: place }, text: 's' }
          : { range: { start: place, end }, text: '' };
      // Some take the whole text of each version.
      const change = takesAll ? { text: now() } : edit;
      const since = count;
      const start = performance.now();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [change],
      });
      await until(version, since);
      return performance.now() - start;
    },
    diagnostics: () => last.diagnostics.length,
    bytes: () => JSON.stringify(last).length,
    stop: () => {
      connection.dispose();
      child.kill();
    },
  };
}

/**
 * Lets each type in turn, so that what slows the machine down slows all of them.
 *
 * @param pauseMs between keystrokes, and longer than our server rests after a check
 * @returns the times of each in milliseconds
 */
export async function timesOfTyping(all: readonly Typing[], keystrokes: number, pauseMs: number): Promise<number[][]> {
  const times = all.map((): number[] => []);
  for (let i = 0; i < keystrokes; i++) {
    for (const [which, typing] of all.entries()) {
      await wait(pauseMs);
      times[which]?.push(await typing.key());
    }
  }
  return times;
}

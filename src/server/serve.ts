import { Console } from 'node:console';
import { type Connection, createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';

import { giveBackWhenIdle } from '../files/apart/giveBack';
import { traceOf } from './messages/answers';
import { WholeMessages } from './messages/wholeMessages';
import { machineOfNode, serveOnNode } from './onNode';

// The server as a Node process of its own: over standard streams (`--stdio`) or a Node channel (`--node-ipc`). It
// ends with its client, whose process id comes with the `initialize` request.

const connection = process.argv.includes('--stdio') ? overStandardStreams() : createConnection(ProposedFeatures.all);

serveOnNode(connection, machineOfNode(__dirname));
connection.listen();
giveBackWhenIdle();

// From here on nothing that goes wrong ends the server, except that its client is gone.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    if (clientIsGone(error)) process.exit(1);
    connection.console.error(`Unexpected. ${traceOf(error)}`);
  });
process.on('disconnect', () => process.exit(1));

/** Over standard input and output, of which nothing but messages may be written to the latter. */
function overStandardStreams(): Connection {
  globalThis.console = new Console(process.stderr);
  for (const event of ['end', 'close']) process.stdin.on(event, () => process.exit(1));
  for (const event of ['error', 'close']) process.stdout.on(event, () => process.exit(1));
  const reader = new StreamMessageReader(process.stdin);
  return createConnection(ProposedFeatures.all, reader, new WholeMessages(process.stdout));
}

/** Codes of the errors of a client that is gone. To log one would fail in the same way, again and again. */
const CLIENT_IS_GONE: ReadonlySet<unknown> = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ERR_IPC_CHANNEL_CLOSED',
]);

function clientIsGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CLIENT_IS_GONE.has(error.code);
}

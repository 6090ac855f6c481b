import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { chartDrawer } from '../charts/drawApart';
import { printPdf } from '../files/printPdf';
import { imagesBeside } from '../files/readImages';
import { traceOf } from './answers';
import { createServer } from './server';

// The server as a Node process of its own: over standard streams (`--stdio`) or a Node channel (`--node-ipc`). It
// ends with its client, whose process id comes with the `initialize` request.

const connection = createConnection(ProposedFeatures.all);

const draw = chartDrawer(join(__dirname, 'charts.js'));
const access: Parameters<typeof createServer>[1] = async (...given) =>
  (await import('../files/accessOfMachine')).accessOfMachine(...given);
createServer(connection, access, {
  draw,
  print: (html, signal) => printPdf(html, { signal }),
  imagesOf: imagesBeside,
});
connection.listen();

// From here on nothing that goes wrong ends the server, except that its client is gone.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    if (clientIsGone(error)) process.exit(1);
    connection.console.error(`Unexpected. ${traceOf(error)}`);
  });
process.on('disconnect', () => process.exit(1));

/** A pipe that nobody reads any more: the client is gone. */
function clientIsGone(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_IPC_CHANNEL_CLOSED')
  );
}

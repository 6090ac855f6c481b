import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { accessThroughClient } from '../files/confined/accessThroughClient';
import { traceOf } from './messages/answers';
import { createServer } from './server';

// The server as a web worker: messages come from the extension that started it, which also reads files for it and ends it.
// `load/worker.ts` loads it.

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
createServer(connection, async (roots, reads) =>
  reads ? accessThroughClient(roots, reads) : { files: null, workspace: null },
);
connection.listen();

// What nobody handles ends nothing in a worker; the log is to have it.
const log = (error: unknown) => connection.console.error(`Unexpected. ${traceOf(error)}`);
self.addEventListener('error', ({ error }) => log(error));
self.addEventListener('unhandledrejection', ({ reason }) => log(reason));

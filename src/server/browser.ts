import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { accessThroughClient } from '../files/accessThroughClient';
import { traceOf } from './answers';
import { createServer } from './server';

// The server as a web worker: messages come from the extension that started it, which also reads files for it and ends
// it.

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);

createServer(connection, (roots, read) => (read ? accessThroughClient(roots, read) : { files: null, workspace: null }));
connection.listen();

// What nobody handles ends nothing in a worker; the log is to have it.
self.addEventListener('error', ({ error }) => connection.console.error(`Unexpected. ${traceOf(error)}`));
self.addEventListener('unhandledrejection', ({ reason }) => connection.console.error(`Unexpected. ${traceOf(reason)}`));

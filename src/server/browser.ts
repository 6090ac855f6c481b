import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { accessThroughClient } from '../files/confined/accessThroughClient';
import { traceOf } from './messages/answers';
import type { WorkerStart } from './protocol';
import { createServer } from './server';

// The server as a web worker: messages come from the extension that started it, which also reads files for it and ends
// it. The first is not a message of LSP, and says where the bundles lie that are loaded when they are needed.

declare global {
  var bundlesOfBrief: string;
}

self.onmessage = ({ data }: MessageEvent<WorkerStart>) => {
  self.bundlesOfBrief = data.bundles;
  serve();
};

function serve(): void {
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
}

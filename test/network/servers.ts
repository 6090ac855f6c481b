import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface OwnServer {
  /** Its address, without a path: `http://127.0.0.1:1234`. */
  readonly address: string;
  readonly port: number;
  /** What it was asked, in order. */
  readonly asked: readonly IncomingMessage[];
  close(): Promise<void>;
}

/** Starts a server of a test's own, on the loopback interface. */
export async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<OwnServer> {
  const asked: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

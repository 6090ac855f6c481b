import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface OwnProxy {
  /** Without a scheme: `127.0.0.1:1234`. */
  readonly host: string;
  /** What it was asked, in order: `GET http://ore.invalid/a`, `CONNECT ore.invalid:443`. */
  readonly asked: readonly string[];
  /** The headers of each. */
  readonly headers: readonly IncomingMessage['headers'][];
  close(): Promise<void>;
}

/**
 * Starts a proxy of a test's own, on the loopback interface. It knows only one server, whatever it is asked for.
 *
 * @param port of that server
 * @param refusal the status with which it answers all, in place of that server
 */
export async function startProxy(port: number, refusal?: number): Promise<OwnProxy> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const sockets = new Set<Socket>();
  const note = ({ method, url, headers: told }: IncomingMessage) => {
    asked.push(`${method} ${url}`);
    headers.push(told);
  };
  const server = createServer((request, response) => {
    note(request);
    response.writeHead(refusal ?? 200, { 'content-type': 'text/html' });
    response.end(`<title>Through a proxy</title><p>${request.url}</p>`);
  });
  server.on('connect', (request, client: Socket) => {
    note(request);
    sockets.add(client);
    client.on('error', () => {});
    if (refusal !== undefined) {
      client.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
      return;
    }
    const there = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      client.pipe(there).pipe(client);
    });
    sockets.add(there);
    there.on('error', () => client.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    headers,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request; by path. */
export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** A site of a test's own on this machine. */
export interface Site {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What was asked for, in order: `HEAD /a`. */
  readonly asked: string[];
  close(): Promise<void>;
}

/**
 * @param pages by path, without the query; all others are 404
 * @param at a port, where it has to be that
 */
export async function openSite(pages: Readonly<Record<string, Page>>, at = 0): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const page = pages[(request.url ?? '').replace(/\?.*$/s, '')] ?? answers(404);
    page(request, response);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(at, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page that has a status, and may lead to another. */
export function answers(status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Page {
  return (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

/** A page that answers HEAD otherwise than GET. */
export function byMethod(head: Page, get: Page): Page {
  return (request, response) => (request.method === 'HEAD' ? head : get)(request, response);
}

/** As the availability API of the Internet Archive answers. */
export function archiveWith(
  copies: Readonly<Record<string, { readonly url: string; readonly timestamp: string }>>,
): Page {
  return (request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost').searchParams.get('url') ?? '';
    const copy = copies[url];
    const closest = copy && { ...copy, status: '200', available: true };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ url, archived_snapshots: closest ? { closest } : {} }));
  };
}

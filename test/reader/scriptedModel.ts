/** A language model that says what a test wants, behind a real server. */
import type { ServerResponse } from 'node:http';
import { type OwnServer, serve } from '../network/servers';

/** What it does about a claim: its words; or what happens instead of an answer. */
export type Scripted =
  | string
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The stream stops after these words. */
  | { readonly stops: string }
  /** Nothing comes until the other side has enough. */
  | 'silence';

export interface ScriptedModel {
  /** The address up to `/chat/completions`; `vscode` is that of the model of VS Code. */
  readonly url: string;
  readonly address: string;
  /** What it was asked, in order. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

export interface Asked {
  readonly claim: string;
  /** `authorization` of the request; '' for none. */
  readonly key: string;
  readonly body: string;
}

/** @param says is asked about each claim */
export async function scriptedModel(says: (claim: string) => Scripted): Promise<ScriptedModel> {
  const asked: Asked[] = [];
  const server: OwnServer = await serve((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const claim = claimIn(body);
      asked.push({ claim, key: request.headers.authorization ?? '', body });
      const isOfVsCode = request.url === '/vscode';
      reply(response, says(claim), isOfVsCode);
    });
  });
  return { url: `${server.address}/v1`, address: server.address, asked, close: server.close };
}

export const answered = (verdict: string, words: string, claim: string): string =>
  JSON.stringify({ verdict, words, claim });

/** @param isPlain true if the words come without the protocol around them */
function reply(response: ServerResponse, said: Scripted, isPlain: boolean): void {
  if (said === 'silence') return;
  const event = (content: string) =>
    isPlain ? content : `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
  if (typeof said === 'object' && 'stops' in said) {
    response.writeHead(200, { 'content-type': isPlain ? 'text/plain' : 'text/event-stream' }).write(event(said.stops));
    setImmediate(() => response.destroy());
  } else if (typeof said === 'object') response.writeHead(said.status, said.headers).end();
  else if (isPlain) response.writeHead(200, { 'content-type': 'text/plain' }).end(said);
  else {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ choices: [{ message: { content: said } }] }));
  }
}

/** Returns the claim that a request asks about. */
function claimIn(body: string): string {
  const messages: readonly { readonly content: string }[] = JSON.parse(body).messages;
  return JSON.parse(messages.at(-1)?.content ?? '{}').claim ?? '';
}

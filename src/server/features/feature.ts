import type { CancellationToken, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Range } from '../../core';
import type { Agreement } from '../agreement';
import type { OpenDocument } from '../documents/document';
import type { Place } from '../documents/places';
import { answering, type Log } from '../messages/answers';
import type { Requests, Result } from '../protocol';
import type { Session } from '../session';

/** One thing that the server does for editors. */
export interface Feature {
  /** Returns the capabilities that this feature adds to the server. */
  readonly capabilities?: (agreement: Agreement) => ServerCapabilities;
  /** Begins to answer its requests. Called once, before the client has said what it can do. */
  register(host: FeatureHost): void;
  /** Registers with a client that learns later what the server can do, and for which documents. */
  readonly initialized?: (host: FeatureHost) => void;
}

/** Functions that features use to answer. */
export interface FeatureHost {
  readonly connection: Connection;
  readonly log: Log;
  agreement(): Agreement;
  session(): Session;
  /** Returns an open brief, once its configuration is known and it has been read: a long one takes a while. */
  documentOf(uri: string): Promise<OpenDocument | undefined>;
  /** Returns an open brief as it is at this moment; nothing before the first answer. */
  now(uri: string): OpenDocument | undefined;
  /**
   * Makes a request handler. If it throws, the client gets an error, and the log a line.
   *
   * @param method the request's name in LSP
   */
  answer<P, R>(
    method: string,
    handler: (params: P, token: CancellationToken) => R | Promise<R>,
  ): ReturnType<typeof answering<P, R>>;
  /** Answers a request of ours, whose parameters may be anything: see `protocol`. */
  onRequest<Method extends keyof Requests>(
    method: Method,
    handler: (params: unknown, token: CancellationToken) => MaybeLater<Result<Method>>,
  ): void;
  readonly onDocument: OnDocument;
  /** The same, once all texts of its sources are read. */
  readonly onWholeDocument: OnDocument;
  /** Returns a place of an open brief, or of a file of a library where that names its source. */
  placeOf(params: Placed): Promise<Place | null>;
  /** Makes a handler of requests about such a place; about others the answer is null. */
  at<P extends Placed, R>(
    method: string,
    handler: (place: Place, params: P) => R | Promise<R>,
  ): ReturnType<typeof answering<P, R | null>>;
  /** Makes a handler of requests about an open document; about one that is not open the answer is null. */
  about<P extends Located, R>(
    method: string,
    handler: (document: OpenDocument, params: P) => R | Promise<R>,
  ): ReturnType<typeof answering<P, R | null>>;
}

/** Answers a request of ours about an open document; about one that is not open the answer is null. */
type OnDocument = <Method extends keyof Requests, Asked extends Located>(
  method: Method,
  /** Checks the parameters. Throws a ResponseError that says what is wrong. */
  read: (method: Method, params: unknown) => Asked,
  work: (document: OpenDocument, asked: Asked, token: CancellationToken) => MaybeLater<Result<Method>>,
) => void;

type MaybeLater<T> = T | Promise<T>;

/** Parameters that name a document. */
export interface Located {
  readonly textDocument: { readonly uri: string };
}

/** Parameters that name a place in a document. */
export interface Placed extends Located {
  readonly position: Range['start'];
}

export function createHost(
  connection: Connection,
  log: Log,
  agreement: () => Agreement,
  starting: Promise<Session>,
): FeatureHost {
  let there: Session | null = null;
  const session = () => {
    if (!there) throw new Error('What answers runs once there is a session.');
    return there;
  };
  const answer: FeatureHost['answer'] = (method, handler) =>
    answering(
      method,
      async (params, token) => {
        there ??= await starting;
        return handler(params, token);
      },
      log,
    );
  const documentOf = async (uri: string) => {
    await session().ready(uri);
    return session().document(uri);
  };
  const onRequest: FeatureHost['onRequest'] = (method, handler) => {
    connection.onRequest<unknown, void>(method, answer(method, handler));
  };
  const placeOf: FeatureHost['placeOf'] = async ({ textDocument: { uri }, position }) => {
    const { placeIn, placeInSource } = await import('../documents/places');
    const document = await documentOf(uri);
    return document ? placeIn(document, position) : placeInSource(session(), uri, position, agreement().encoding);
  };
  return {
    connection,
    log,
    agreement,
    session,
    documentOf,
    now: (uri) => there?.document(uri),
    answer,
    onRequest,
    onDocument: (method, read, work) =>
      onRequest(method, async (params, token) => {
        const asked = read(method, params);
        const document = await documentOf(asked.textDocument.uri);
        return document ? work(document, asked, token) : null;
      }),
    onWholeDocument: (method, read, work) =>
      onRequest(method, async (params, token) => {
        const asked = read(method, params);
        await session().whole(asked.textDocument.uri);
        const document = await documentOf(asked.textDocument.uri);
        return document ? work(document, asked, token) : null;
      }),
    placeOf,
    at: (method, handler) =>
      answer(method, async (params) => {
        const place = await placeOf(params);
        return place ? handler(place, params) : null;
      }),
    about: (method, handler) =>
      answer(method, async (params) => {
        const document = await documentOf(params.textDocument.uri);
        return document ? handler(document, params) : null;
      }),
  };
}

/** Requests and notifications of our own, beyond LSP 3.17: their names and types. Clients import this file, so it imports types only. */

import type { DocumentRequests, StatusParams } from './checking';
import type { CitingRequests } from './citing';
import type { ServerRequests } from './client';
import type { ImportRequests } from './importing';
import type { PageRequests } from './pages';
import type { ReviewRequests } from './reviewing';
import type { SourceRequests } from './sources';
import type { ToolRequests } from './tools';

export type { ToldComment, ToldThread } from '../../core/brief/config/workspace';
export type { SourceTexts } from '../../core/document/types/source';
export type { DetailChange, DetailEntry, DetailField, DetailList, Details } from '../../core/editor/details/types';
export type { Reading } from '../../core/editor/reading/types';
export type { MadeCopy } from '../../core/editor/sources/keepCopies';
export type * from './checking';
export type * from './citing';
export type * from './client';
export type * from './common';
export type * from './importing';
export type * from './pages';
export type * from './reviewing';
export { isReviewer, THREAD_ACTIONS } from './reviewing';
export type * from './sources';
export type * from './tools';

/**
 * The requests of a client: the parameters and the result of each. A result of null says that the document isn't open; wrong
 * parameters get an error answer (`InvalidParams`).
 */
export interface Requests
  extends PageRequests,
    ImportRequests,
    CitingRequests,
    ReviewRequests,
    DocumentRequests,
    SourceRequests,
    ToolRequests {}

/** The notifications of the server, and their parameters. */
export interface Notifications {
  /** The preview of an open document may show something else, though its text did not change. */
  'brief/preview': { readonly uri: string };
  /** How much of a document is cited, when it was opened and after each check that changes any of it. */
  'brief/status': StatusParams;
  /** An open Markdown file is no longer a brief. */
  'brief/noBrief': { readonly uri: string };
}

type AnyRequests = Requests & ServerRequests;
export type Params<Method extends keyof AnyRequests> = AnyRequests[Method][0];
export type Result<Method extends keyof AnyRequests> = AnyRequests[Method][1];

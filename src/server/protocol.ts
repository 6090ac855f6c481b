/** Requests and notifications of our own, beyond LSP 3.17. Types only: clients import this file. */
import type { Range } from '../core/text';

/** Client to server: the preview of an open document. Null where the document is not open. */
export const RENDER_REQUEST = 'brief/render';
export interface RenderParams {
  readonly uri: string;
}
export interface RenderResult {
  /** The version of the document that was rendered. */
  readonly version: number;
  readonly title: string;
  readonly language: string;
  /** The page's content, safe to put into the page's root element. */
  readonly html: string;
}

/** Client to server: pasted text turned into a brief. */
export const IMPORT_REQUEST = 'brief/import';
export interface ImportParams {
  readonly text: string;
}
export interface ImportResult {
  readonly text: string;
}

/** Server to client: how much of a document is cited, after each check. */
export const STATUS_NOTIFICATION = 'brief/status';
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly insights: number;
  readonly cited: number;
  readonly own: number;
  /** What the sources say to its numbers and quotations. */
  readonly evidence: Readonly<Record<'found' | 'elsewhere' | 'notFound' | 'uncheckable', number>>;
  /** The insights that are not cited and must be, in document order, at most 100. */
  readonly uncited: readonly Range[];
}

import type * as vscode from 'vscode';
import {
  READER_NOTES_REQUEST,
  READER_QUESTIONS_REQUEST,
  READER_REPORT_REQUEST,
  type ReaderNotesParams,
  type ReaderNotesResult,
  type ReaderQuestionsParams,
  type ReaderQuestionsResult,
  type ReaderReportParams,
  type ReaderReportResult,
  type Reading,
} from '../../server/protocol';
import { about, at } from './requestParams';

/** Requests about a second reader. The server asks no model itself. */
export interface ReaderRequests {
  /** The questions for a second reader about a brief. Null if the server doesn't have the document open. */
  readerQuestions(uri: vscode.Uri, place: vscode.Range, model: string): Promise<ReaderQuestionsResult | null>;
  /** The notes that answers give a brief as it is now. Null if the server doesn't have the document open. */
  readerNotes(uri: vscode.Uri, readings: readonly Reading[]): Promise<ReaderNotesResult | null>;
  /** The report on what was asked. Null if the server doesn't have the document open. */
  readerReport(uri: vscode.Uri, run: Omit<ReaderReportParams, 'textDocument'>): Promise<ReaderReportResult | null>;
}

/** Sends a request to the server. */
type Ask = <Params extends object, Result>(request: string, params: Params) => Promise<Result>;

export function readerRequests(ask: Ask): ReaderRequests {
  return {
    readerQuestions: (uri, place, model) =>
      ask<ReaderQuestionsParams, ReaderQuestionsResult | null>(READER_QUESTIONS_REQUEST, { ...at(uri, place), model }),
    readerNotes: (uri, readings) =>
      ask<ReaderNotesParams, ReaderNotesResult | null>(READER_NOTES_REQUEST, { ...about(uri), readings }),
    readerReport: (uri, run) =>
      ask<ReaderReportParams, ReaderReportResult | null>(READER_REPORT_REQUEST, { ...about(uri), ...run }),
  };
}

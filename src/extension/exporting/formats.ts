import * as vscode from 'vscode';
import type { ExportFormat } from '../../server/protocol';

/** A kind of file that a brief can be exported to. */
export interface FileFormat {
  readonly format: ExportFormat;
  /** Ends the name of the file. */
  readonly extension: string;
  /** What it is called: "Export as PDF". */
  readonly name: string;
  /** What it is for, in a few words. */
  use(): string;
  /** Made of the page as it is shown, in our style. */
  readonly isPage: boolean;
}

export const FILE_FORMATS: readonly FileFormat[] = [
  {
    format: 'html',
    extension: 'html',
    name: 'HTML',
    use: () => vscode.l10n.t('One page, for any browser'),
    isPage: true,
  },
  { format: 'pdf', extension: 'pdf', name: 'PDF', use: () => vscode.l10n.t('For paper and for sending'), isPage: true },
  {
    format: 'docx',
    extension: 'docx',
    name: 'Word',
    use: () => vscode.l10n.t('A document, with endnotes'),
    isPage: false,
  },
  { format: 'md', extension: 'md', name: 'Markdown', use: () => vscode.l10n.t('Plain, with footnotes'), isPage: false },
  { format: 'json', extension: 'json', name: 'JSON', use: () => vscode.l10n.t('For other programs'), isPage: false },
];

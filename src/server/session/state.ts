import type { CheckOptions, Problem } from '../../core/checking';
import type { ReadPdf } from '../../files/apart/extractFile';
import type { ListSources } from '../../files/apart/listApart';
import type { Agreement } from '../agreement';
import type { ConfigDiagnostics } from '../diagnostics/configDiagnostics';
import type { Diagnostics } from '../diagnostics/diagnostics';
import type { SourceDiagnostics } from '../diagnostics/sourceDiagnostics';
import type { Dependencies, OpenDocument } from '../documents/document';
import type { OpenDocuments } from '../documents/openDocuments';
import type { ReadInPieces } from '../documents/readInPieces';
import type { Connection } from '../lsp';
import type { Printer } from '../machine';
import type { Log } from '../messages/answers';
import type { UnderWay } from '../messages/underWay';
import type { Charts } from '../pages/charts';
import type { Formulas } from '../pages/formulas';
import type { StyledLists } from '../pages/styledLists';
import type { WordsOfPage } from '../pages/words';
import type { Settings } from '../settings';
import type { BriefIndex } from '../workspace/briefIndex';
import type { ConfigsOfDocuments } from '../workspace/configs';
import type { Files, FilesOfDocuments } from '../workspace/namedFiles';
import type { WorkspaceFiles } from '../workspace/workspaceFiles';

/** The tools that pages, reports and checks need, whatever is open. */
export interface Tools {
  /** Access to files besides open documents; null: no files can be read. */
  readonly files: Files | null;
  readonly workspace: WorkspaceFiles | null;
  /** Draws charts; null: nothing does. */
  readonly charts: Charts | null;
  /** Prints PDFs; null: nothing does. */
  readonly printer: Printer | null;
  /** Reads PDFs; null: nothing does. */
  readonly readPdf: ReadPdf | null;
  /** Makes a function that reads the images of a brief, by the URI of the brief. */
  readonly imagesOf: (uri: string) => (path: string) => Promise<Uint8Array | null>;
  readonly wordsOfPage: WordsOfPage;
  readonly formulas: Formulas;
}

/** The parts that a session needs besides its client. */
export interface Surroundings extends Tools {
  /** Lists sources in a style; null: the server itself does. */
  readonly list: ListSources | null;
  /** URIs of the folders that are open. */
  readonly roots: readonly string[];
}

/** The state of the server between messages. The functions that read and change it are in the files beside this one. */
export interface State extends Surroundings {
  readonly connection: Connection;
  readonly agreement: Agreement;
  readonly log: Log;
  readonly ruleFailed: NonNullable<CheckOptions['ruleFailed']>;

  readonly documents: OpenDocuments;
  /** Open configurations: what is typed into them counts. */
  readonly openConfigs: Map<string, OpenDocument>;
  /** The documents whose configuration is looked for the first time, or that are long and being read. */
  readonly opening: Map<string, Promise<void>>;
  /** Work that reads the files or the configuration of a document again, by its URI. */
  readonly renewing: UnderWay;
  readonly inPieces: ReadInPieces;

  readonly configs: ConfigsOfDocuments;
  /** The files that the open documents name. */
  readonly named: FilesOfDocuments;
  /** All briefs of the workspace. */
  readonly index: BriefIndex;
  readonly styledLists: StyledLists;

  settings: Settings;
  /** Goes up when the same text may have other problems. */
  dependencies: number;
  /** The problems in the last checked version of each document, by URI. */
  readonly found: Map<string, Found>;
  /** The status that was last sent for each document, as JSON, by URI. */
  readonly told: Map<string, string>;
  /** Ids of numbers that changed in some brief, with which the open briefs are about to be compared. */
  readonly changedNumbers: Set<string>;
  /** Open documents whose numbers the index is about to take in. */
  readonly unrested: Set<string>;

  readonly diagnostics: Diagnostics;
  readonly configDiagnostics: ConfigDiagnostics;
  readonly sourceDiagnostics: SourceDiagnostics;
  readonly registerLibraries: (folders: readonly string[]) => void;
}

/** The problems of one version of a document. A version never changes, so they hold until the settings change. */
export interface Found {
  readonly document: OpenDocument;
  readonly problems: readonly Problem[];
  /** True if the index has taken in what the document says. */
  isTakenIn: boolean;
}

/** Returns what an open document is read with besides its text: the files that it names, and its configuration. */
export function dependenciesOf({ named, configs }: State, uri: string): Dependencies {
  return { files: named.of(uri), workspace: configs.of(uri)?.workspace };
}

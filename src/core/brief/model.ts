/** The model behind a brief: its blocks by themselves, which versions share, and the files and settings it was linked with. */

import type { Definition, FootnoteDraft } from './blocks/drafts';
import type { Workspace } from './config/config';
import type { Document } from './parse';
import type { ResolvedBlocks } from './resolvedBlocks';
import type { LinkedSources } from './sources/linkedSources';
import type { BibliographyFile, Brief, DataFile, Figure, ImageFile, SourceText, StyleFile } from './types';

/** The files and settings that a document is linked with. */
export interface Given {
  /** The files that the front matter's `bibliography` names, as far as they were read. */
  readonly bibliography?: readonly BibliographyFile[];
  /** The local copies that sources name with `text`, as far as they were read. */
  readonly texts?: readonly SourceText[];
  /** The files of rows that figures name, as far as they were read. */
  readonly data?: readonly DataFile[];
  /** The style that the front matter names by its path, as far as it was read. */
  readonly styles?: readonly StyleFile[];
  /** The images that it shows, as far as they were looked for. */
  readonly images?: readonly ImageFile[];
  /** Settings and files from the configuration of its workspace. */
  readonly workspace?: Workspace;
  /** Offset of the place where somebody is typing. The insight there doesn't count in what is usual in the brief. */
  readonly typing?: number;
}

export interface Model {
  readonly document: Document;
  /** The files and settings that it was linked with. */
  readonly given: Given;
  readonly blocks: ResolvedBlocks;
  readonly sources: LinkedSources;
  /** The figures that aren't tables of the body. */
  readonly declaredFigures: readonly Figure[];
  readonly definitions: readonly Definition[];
  readonly footnotes: readonly FootnoteDraft[];
}

const models = new WeakMap<Brief, Model>();

/** Keeps the model of a brief. */
export function keepModel(brief: Brief, model: Model): void {
  models.set(brief, model);
}

/**
 * Returns the model of a brief.
 *
 * @throws RangeError for a brief that was made by hand
 */
export function modelOf(brief: Brief): Model {
  const model = models.get(brief);
  if (!model) throw new RangeError('A brief is made by `link`.');
  return model;
}

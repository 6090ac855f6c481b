/** Finds the files that a brief or a configuration names, at the places of their names. */

import type { ConfigFile } from '../config/config';
import type { BibliographyFile, Brief, Field, SourceText, StyleFile } from '../types';

/** A name of a file, and the file that was looked for. */
export interface NamedFile {
  readonly name: Field;
  readonly file: BibliographyFile | StyleFile | SourceText;
}

/** Gives the bibliographies and the style that a brief names; and its local copies, if one of them could not be read. */
export function* filesNamedIn({ frontMatter, bibliography, texts, style }: Brief): Iterable<NamedFile> {
  yield* named(frontMatter?.bibliography ?? [], bibliography);
  if (frontMatter?.style && style?.file) yield* named([frontMatter.style], [style.file]);
  // Sources need not be put where they stand to say nothing of them.
  if (texts.some(({ unreadable }) => unreadable !== undefined))
    yield* named(frontMatter?.sources.flatMap(({ textPath }) => textPath ?? []) ?? [], texts);
}

/** Gives the bibliographies, the style and the local copies that a configuration names itself, and not by a library. */
export function* filesNamedInConfig({ uri, config, bibliography, texts, style }: ConfigFile): Iterable<NamedFile> {
  yield* named(config.bibliography, bibliography);
  if (config.style && style) yield* named([config.style], [style]);
  yield* named(
    config.sources.flatMap(({ textPath }) => textPath ?? []),
    texts.filter(({ namedIn }) => namedIn === uri),
  );
}

/** The first file of a path counts: files of the workspace, whose paths count from other folders, come last. */
function* named(names: readonly Field[], files: readonly NamedFile['file'][]): Iterable<NamedFile> {
  const byPath = new Map(files.toReversed().map((file) => [file.path, file]));
  for (const name of names) {
    const file = byPath.get(name.value);
    if (file) yield { name, file };
  }
}

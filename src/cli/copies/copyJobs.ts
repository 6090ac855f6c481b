/** The briefs whose sources need copies, and the code that names the copies in them. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CopyFolder } from '../../copies';
import { applyEdits, type Brief } from '../../core';
import { say } from '../../core/base/say';
import { type CopiesToMake, copiesToMake, type MadeCopy, nameCopies, type WantedCopy } from '../../core/editor';
import { createBriefFileParser } from '../../files/named/parseBriefFile';
import { type Configs, configOf } from '../check/configs';
import { writeFixed } from '../check/fix';
import type { Target } from '../check/targets';
import { readTextFile } from '../io/readText';
import { copyFolderAt } from './copyFolder';

/** Sources whose copies are written to one folder. */
export interface CopyPart {
  readonly folder: CopyFolder;
  /** Path before the names of its files in a brief or a library file: `sources/`. */
  readonly prefix: string;
  readonly sources: readonly WantedCopy[];
}

/** A brief and its sources without copies. */
export interface CopyJob {
  readonly path: string;
  /** Its own sources, and those of its library. */
  readonly parts: readonly CopyPart[];
  /** Sources that have no place to name a copy. */
  readonly unplaced: readonly WantedCopy[];
  /**
   * Names copies in the file of the brief, and in those of the library.
   *
   * @returns the ids of sources whose copies are not named
   */
  name(copies: readonly MadeCopy[]): Promise<readonly string[]>;
}

/**
 * Reads a brief.
 *
 * @throws CommandError if a configuration has an error, or its folder of copies is a link or not a folder
 */
export async function copyJobOf(
  { path, from, error }: Target,
  configs: Configs,
  parse = createBriefFileParser(),
): Promise<CopyJob | { readonly error: string }> {
  if (error !== undefined) return { error };
  if (from !== 'file') return { error: say('it is not a regular file') };
  const input = readTextFile(path);
  if ('error' in input) return input;
  const config = await configOf(configs, path);
  const read = (text: string) => parse(text, path, process.cwd(), config);
  const brief = await read(input.text);
  const toMake = copiesToMake(brief);
  return {
    path,
    parts: partsOf(brief, path, toMake),
    unplaced: toMake.unplaced,
    name: async (copies) => {
      const now = readTextFile(path);
      if ('error' in now) return copies.map(({ id }) => id);
      return write(path, now.text === brief.text ? brief : await read(now.text), copies);
    },
  };
}

function partsOf(brief: Brief, path: string, { own, ofLibrary }: CopiesToMake): readonly CopyPart[] {
  const parts: CopyPart[] = [];
  if (own.length > 0)
    parts.push({ folder: copyFolderAt(join(dirname(resolve(path)), 'sources')), prefix: 'sources/', sources: own });
  const library = brief.library?.uri;
  if (ofLibrary.length > 0 && library !== undefined)
    parts.push({ folder: copyFolderAt(join(fileURLToPath(library), 'copies')), prefix: 'copies/', sources: ofLibrary });
  return parts;
}

function write(path: string, brief: Brief, copies: readonly MadeCopy[]): readonly string[] {
  const { edits, files, unnamed } = nameCopies(brief, copies);
  const left = new Set(unnamed);
  const ofFiles = new Set(files.flatMap(({ file }) => file.declarations.map(({ id }) => id)));
  for (const { file, edits: ofFile } of files)
    if (writeFixed(fileURLToPath(file.uri), file.written, applyEdits(file.written, ofFile)) !== null)
      for (const { id } of file.declarations) left.add(id);
  if (edits.length > 0 && writeFixed(path, brief.text, applyEdits(brief.text, edits)) !== null)
    for (const { id } of copies) if (!ofFiles.has(id)) left.add(id);
  return [...left];
}

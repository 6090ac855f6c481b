import { dirname } from 'node:path';
import type { Brief } from '../../core';
import { say } from '../../core/base/say';
import { LOCAL_FILES } from '../../files/confined/localFiles';
import { removeLeft } from '../../files/confined/temporary';
import { parseBriefFile } from '../../files/named/parseBriefFile';
import { configOf, createConfigs } from '../check/configs';
import { CommandError } from '../commandError';
import { notingInputs } from './inputs';
import { readStandardInput, readTextFile } from './readText';

/** Reads the text of a file, or of standard input for `-`. Removes what killed writes have left beside the file. */
export async function readInput(file: string): Promise<string> {
  const read = file === '-' ? await readStandardInput() : readTextFile(file);
  if (file !== '-') removeLeft(dirname(file));
  if ('error' in read) throw new CommandError(say('cannot read {0}: {1}.', nameOfInput(file), read.error));
  return read.text;
}

/** Returns the name of a file, or of standard input, in messages. */
export function nameOfInput(file: string): string {
  return file === '-' ? say('standard input') : say('"{0}"', file);
}

/** Reads the one brief that a command works on. */
export async function readBrief(file: string): Promise<Brief> {
  const path = file === '-' ? 'standard-input' : file;
  const text = await readInput(file);
  const config = await configOf(createConfigs(), path);
  return parseBriefFile(text, path, process.cwd(), config, notingInputs(LOCAL_FILES));
}

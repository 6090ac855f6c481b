import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * Copies the program as it is built, with other words of the same length in one of its parts.
 *
 * @param folder where it is copied to
 * @returns the path of the command line
 */
export function changedProgram(folder: string, words: string, others: string): string {
  cpSync('dist', folder, { recursive: true, filter: (path) => !/^(?:test|parts)$/.test(path.split(sep)[1] ?? '') });
  const pack = join(folder, 'shared.js');
  // As bytes, which the rows count.
  const text = readFileSync(pack, 'latin1');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1).replaceAll(words, others);
  const rows: [string, number, number, number, number][] = JSON.parse(text.slice('//'.length, end));
  for (const row of rows) row[3] = crc32(Buffer.from(body.slice(row[1], row[1] + row[2]), 'latin1'));
  writeFileSync(pack, `//${JSON.stringify(rows)}\n${body}`, 'latin1');
  return join(folder, 'cli.js');
}

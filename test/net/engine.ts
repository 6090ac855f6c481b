/** What the engine gives for a text, in the form in which it leaves the product. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonDocument } from '../../src/cli/io/jsonPieces';
import { describeBrief, parseBrief } from '../../src/core';
import { importWithReport, whyTooLong } from '../../src/core/importing/importText';
import { exportMarkdown, exportPieces, renderPage } from '../../src/core/page';
import type { NetText } from './texts';

/** The kinds of output of the engine, each by its name. */
export const ENGINE: Readonly<Record<string, (text: string) => string>> = {
  inspect: (text) => [...jsonDocument(describeBrief(parseBrief(text)))].join(''),
  page: (text) => renderPage(parseBrief(text), ''),
  markdown: (text) => exportMarkdown(parseBrief(text)),
  json: (text) => [...jsonDocument(exportPieces(parseBrief(text), {}))].join(''),
  import: (text) => whyTooLong(text) ?? JSON.stringify(importWithReport(text), null, 1),
};

/**
 * What `brief check --format json` prints for texts, file by file.
 *
 * @param folder an empty folder for them
 */
export function checkAll(texts: readonly NetText[], folder: string): string[] {
  texts.forEach(({ text }, i) => {
    const path = join(folder, fileOf(i));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  });
  const args = [join(process.cwd(), 'dist/cli.js'), 'check', '--format', 'json', '--no-cache', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (!stdout.startsWith('{')) throw new Error(`brief check printed no JSON: ${stderr}`);
  const { files }: { files: readonly { path: string }[] } = JSON.parse(stdout);
  const byPath = new Map(files.map((file) => [file.path.replace(/^\.\//, ''), JSON.stringify(file, null, 1)]));
  return texts.map((_, i) => byPath.get(fileOf(i)) ?? 'no problem');
}

/** Folders of a thousand files each. */
function fileOf(index: number): string {
  return `${Math.floor(index / 1000)}/${index}.brief`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPage } from '../core';
import { CommandError, reasonOf } from './commandError';
import { printDocument } from './output';
import type { Arguments } from './parseArguments';
import { readBrief } from './readBrief';

/** `brief render FILE`: writes one self-contained HTML page, in the style of the preview. */
export async function render(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  await printDocument(renderPage(await readBrief(file), readStyle()), args.valueOf('output'));
  return 0;
}

/** The preview's style, which the build puts beside this bundle. */
function readStyle(): string {
  const path = join(__dirname, 'webview', 'preview-style.css');
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError(`cannot read the style of the page, "${path}": ${reasonOf(error)}. Build it again.`);
  }
}

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Parser } from '@lezer/common';
import { parseBrief } from '../../src/core';
import { parseBriefFile } from '../../src/files/named/parseBriefFile';
import { folderWith } from '../cli/runBrief';

const BODY = '\n# Ore\n\n- Output rose by 4% in 2024 [@lee].\n\n## Prices\n\n- Prices fell by 3% [@roe].\n';
const NAMES = '---\nbibliography: refs.bib\nsources:\n  - { id: roe, title: Prices, text: copy.txt }\n---\n';
const FILES = { 'refs.bib': '@misc{lee, title = {Ore}}\n', 'copy.txt': 'Prices fell by 3%.\n' };

/** How many texts were parsed as Markdown, and what came of it. */
async function countingParses<T>(work: () => T | Promise<T>): Promise<{ readonly parses: number; readonly result: T }> {
  const { startParse } = Parser.prototype;
  let parses = 0;
  Parser.prototype.startParse = function (...args) {
    parses++;
    return startParse.apply(this, args);
  };
  try {
    return { result: await work(), parses };
  } finally {
    Parser.prototype.startParse = startParse;
  }
}

describe('A brief that names files', () => {
  it('has its text parsed once', async () => {
    const folder = folderWith(FILES);
    try {
      const text = NAMES + BODY;
      const without = await countingParses(() => parseBrief(text));
      const { parses, result } = await countingParses(() =>
        parseBriefFile(text, join(folder.path, 'a.brief'), folder.path),
      );
      assert.deepEqual(
        result.sources.map(({ id, declarations }) => [id, declarations.length]),
        [
          ['roe', 1],
          ['lee', 1],
        ],
      );
      assert.ok(without.parses > 0);
      assert.equal(parses, without.parses);
    } finally {
      folder.remove();
    }
  });
});

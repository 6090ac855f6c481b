import assert from 'node:assert/strict';
import { readBibliography } from '../../src/formats';
import { readBibliography as readAtOnce } from '../../src/formats/bibliography';

const COUNT = 5000;
const ENTRIES: Readonly<Record<string, (i: number) => string>> = {
  'a.bib': (i) => `@book{k${i}, title = {The {Title} ${i}}, author = {Doe, Jane}, year = 2020}\n`,
  'a.ris': (i) => `TY  - BOOK\nID  - k${i}\nTI  - Title ${i}\nAU  - Doe, Jane\nER  - \n`,
  'a.yaml': (i) => `- id: k${i}\n  title: Title ${i}\n`,
  'a.json': (i) =>
    `${i === 0 ? '[' : ''}{"id": "k${i}", "title": "Title ${i}", "author": [{"family": "Doe"}]}${i < COUNT - 1 ? ',' : ']'}`,
};

describe('a large bibliography', () => {
  for (const [path, entry] of Object.entries(ENTRIES)) {
    it(`leaves others their turn while it is read: ${path}`, async () => {
      const text = Array.from({ length: COUNT }, (_, i) => entry(i)).join('');
      let turns = 0;
      let isRead = false;
      const others = (async () => {
        for (; !isRead; turns++) await new Promise((resolve) => setImmediate(resolve));
      })();
      const read = await readBibliography(text, path);
      isRead = true;
      await others;
      assert.ok(turns > 20, `${turns} turns`);
      assert.deepEqual(read, readAtOnce(text, path));
    });
  }
});

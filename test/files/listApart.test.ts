import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { parseBrief } from '../../src/core';
import { sourceLister } from '../../src/files/apart/listApart';
import { listSources } from '../../src/styles';

const SCRIPT = resolve('dist/styleLists.js');
/** Sources by so many people each. */
function works(count: number, people: number) {
  const authors = Array.from({ length: people }, (_, i) => `Ada${i} Lovelace${i}`).join(', ');
  const list = Array.from({ length: count }, (_, i) => `  - {id: s${i}, title: Ore ${i}, authors: [${authors}]}\n`);
  return parseBrief(`---\nsources:\n${list.join('')}---\n# A\n`).sources;
}
const few = { sources: works(2, 1), details: new Map(), style: 'apa', language: 'en', most: 9 };
const endless = {
  ...few,
  sources: works(60, 40),
  style: {
    csl: `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>T</title></info><citation><layout>
      <names variable="author"/></layout></citation><bibliography><layout>${'<names variable="author"/>'.repeat(2000)}</layout>
      </bibliography></style>`,
  },
  most: 1_000_000,
};

describe('The process that lists sources in a style', () => {
  it('writes what is written without it', async () => {
    const list = sourceLister(SCRIPT, { time: 60_000 });
    for (const listed of await Promise.all([list(few), list(few)])) {
      assert.ok('entries' in listed);
      assert.deepEqual(listed, await listSources(few));
    }
  });

  it('says what is wrong with a style', async () => {
    const list = sourceLister(SCRIPT);
    assert.deepEqual(await list({ ...few, style: { csl: '<x/>' } }), {
      unstyled: 'It is not a CSL style: <style xmlns="http://purl.org/net/xbiblio/csl"> is missing.',
    });
  });

  it('is ended when a style takes too long, and writes the next list', async () => {
    const list = sourceLister(SCRIPT, { time: 10_000 });
    const [hostile, next] = await Promise.all([list(endless), list(few)]);
    assert.deepEqual(hostile, { unstyled: 'The style took longer than 10 seconds. Choose another one.' });
    assert.ok('entries' in next);
  });

  it('is ended when a style takes too much memory, and writes the next list', async () => {
    const list = sourceLister(SCRIPT, { time: 20_000, memory: 64 });
    const [hostile, next] = await Promise.all([list(endless), list(few)]);
    assert.deepEqual(hostile, { unstyled: 'The style needs too much memory. Choose another one.' });
    assert.ok('entries' in next);
  });

  it('that cannot be started is said', async () => {
    const listed = await sourceLister(resolve('dist/no-such-file.js'))(few);
    assert.match('unstyled' in listed ? listed.unstyled : '', /could not be started/);
  });
});

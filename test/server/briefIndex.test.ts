import assert from 'node:assert/strict';
import { parseBrief } from '../../src/core';
import { createBriefIndex, type IndexHost } from '../../src/server/workspace/briefIndex';
import type { BriefText, WorkspaceFiles } from '../../src/server/workspace/workspaceFiles';

const uriOf = (path: string) => `file:///w/${path}`;
const textOf = (title: string) => `---\ntitle: ${title}\n---\n\nText.\n`;

/** A workspace whose files are read when the test says so. */
function workspace(paths: readonly string[]) {
  const texts = new Map(paths.map((path) => [uriOf(path), textOf(path)]));
  const read: string[] = [];
  let held: ((uri: string) => Promise<void>) | null = null;
  const files: WorkspaceFiles = {
    config: async () => null,
    overlay: () => undefined,
    changed: () => undefined,
    reaches: () => true,
    briefs: async function* () {
      yield* texts.keys();
    },
    isBrief: async () => true,
    read: async (uri, known): Promise<BriefText | 'unchanged' | null> => {
      const text = texts.get(uri);
      read.push(uri);
      await held?.(uri);
      if (text === undefined) return null;
      return text === known ? 'unchanged' : { text, state: text };
    },
  };
  const shown: string[] = [];
  let stop = () => {};
  const host: IndexHost = {
    files,
    named: null,
    include: () => [],
    settled: Promise.resolve(),
    toldOfChanges: true,
    progress: {
      begin: async (stopIt) => {
        shown.push('begin');
        stop = stopIt;
        return { report: (done, of) => void shown.push(`${done} of ${of}`), end: () => void shown.push('end') };
      },
    },
    numbersChanged: () => undefined,
  };
  return {
    texts,
    read,
    shown,
    stop: () => stop(),
    index: createBriefIndex(host),
    /** Has each read wait for what is given. */
    hold: (until: (uri: string) => Promise<void>) => {
      held = until;
    },
  };
}

/** Something that is waited for until it is let go. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

const many = (count: number, folder: string) => Array.from({ length: count }, (_, i) => `${folder}/${i}.brief`);

describe('the index of a workspace', () => {
  it('reads first what is beside the document that is open', async () => {
    const { index, read } = workspace([...many(20, 'a'), ...many(3, 'z')]);
    index.seen(uriOf('z/1.brief'), parseBrief(textOf('open')));
    assert.equal(await index.ready(), 'all');
    assert.deepEqual(read.slice(0, 2), [uriOf('z/0.brief'), uriOf('z/2.brief')]);
    assert.equal(read.length, 22);
  });

  it('goes on with what is beside a document that is opened meanwhile', async () => {
    const { index, read, hold } = workspace([...many(40, 'a'), ...many(2, 'z')]);
    const { passed, open } = gate();
    const begun = gate();
    hold(() => {
      begun.open();
      return passed;
    });
    const ready = index.ready();
    await begun.passed;
    index.seen(uriOf('z/0.brief'), parseBrief(textOf('open')));
    open();
    await ready;
    assert.ok(read.indexOf(uriOf('z/1.brief')) <= 8);
  });

  it('knows what was read so far while the rest is being read', async () => {
    const { index, hold } = workspace(many(3, 'a'));
    const { passed, open } = gate();
    const last = gate();
    hold(async (uri) => {
      if (uri !== uriOf('a/2.brief')) return;
      last.open();
      await passed;
    });
    const ready = index.ready();
    await last.passed;
    while (index.summaries().length < 2) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(index.uris(), [uriOf('a/0.brief'), uriOf('a/1.brief')]);
    open();
    await ready;
    assert.equal(index.uris().length, 3);
  });

  it('reads a file again that changes while it is being read', async () => {
    const { index, texts, read, hold } = workspace(['a/0.brief']);
    const { passed, open } = gate();
    const begun = gate();
    hold(async () => {
      begun.open();
      await passed;
    });
    const ready = index.ready();
    await begun.passed;
    texts.set(uriOf('a/0.brief'), textOf('Another'));
    index.changed([uriOf('a/0.brief')]);
    open();
    await ready;
    assert.deepEqual(
      index.summaries().map(({ title }) => title),
      ['Another'],
    );
    assert.equal(read.length, 2);
  });

  it('reads no file again but the one that changed', async () => {
    const { index, texts, read } = workspace(many(5, 'a'));
    await index.ready();
    read.length = 0;
    texts.set(uriOf('a/3.brief'), textOf('Another'));
    index.changed([uriOf('a/3.brief')]);
    await index.ready();
    assert.deepEqual(read, [uriOf('a/3.brief')]);
    assert.ok(index.summaries().some(({ title }) => title === 'Another'));
  });

  it('tells how far it is with many files, and nothing with few', async () => {
    const few = workspace(many(20, 'a'));
    await few.index.ready();
    assert.deepEqual(few.shown, []);
    const lots = workspace(many(120, 'a'));
    await lots.index.ready();
    assert.deepEqual([lots.shown[0], lots.shown.at(-2), lots.shown.at(-1)], ['begin', '120 of 120', 'end']);
  });

  it('says that it was stopped, and reads on when it is asked again', async () => {
    const { index, shown, stop, hold } = workspace(many(200, 'a'));
    hold(async (uri) => {
      if (uri === uriOf('a/50.brief')) stop();
    });
    assert.equal(await index.ready(), 'stopped');
    assert.equal(shown.at(-1), 'end');
    assert.ok(index.uris().length < 100);
    assert.equal(await index.ready(), 'all');
    assert.equal(index.uris().length, 200);
  });

  it('stays stopped till it is asked', async () => {
    const { index, read, stop, hold } = workspace(many(200, 'a'));
    hold(async (uri) => {
      if (uri === uriOf('a/50.brief')) stop();
    });
    await index.ready();
    const before = read.length;
    index.changed([uriOf('a/0.brief')]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(read.length, before);
  });

  it('finds each brief that holds some words', async () => {
    const { index } = workspace(many(30, 'a'));
    await index.ready();
    assert.ok(index.holding('a/17.brief').includes(uriOf('a/17.brief')));
    assert.ok(index.holding('a/17.brief').length < 5);
    assert.equal(index.holding('').length, 30);
  });
});

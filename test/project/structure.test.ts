import assert from 'node:assert/strict';
import { cyclesIn, largeFolders, readSource } from './structure';

/** Entries of one folder. The families of rules stand beside what runs them, and numbers have many parts. */
const MOST_ENTRIES = 20;
const LARGE = new Set(['src/core/rules', 'src/core/evidence/numbers']);

/** What may only get better: whoever makes one smaller puts the smaller number here. */
const MOST = {
  cycles: 0,
  /** `new WeakMap` and `new WeakSet`: values are remembered by `derive`. */
  caches: 7,
  /** Files of which a function takes an earlier version of what it makes: those of the stage that parses. */
  takingEarlier: 2,
  /** Functions of over 80 lines. */
  longFunctions: 0,
  /** Lines of a file, the median. */
  lines: 90,
};

describe('The structure of the source', () => {
  const files = readSource();

  it('has no more cycles of files, types included', () => {
    const cycles = cyclesIn(files);
    assert.ok(cycles.length <= MOST.cycles, `${cycles.length}:\n${cycles.map((each) => each.join('\n  ')).join('\n')}`);
  });

  it('has no more caches by hand', () => {
    const caches = files.reduce((sum, { weakMaps }) => sum + weakMaps, 0);
    assert.ok(caches <= MOST.caches, `${caches}`);
  });

  it('has no more files that take an earlier version', () => {
    const taking = files.filter(({ takesEarlier }) => takesEarlier).map(({ path }) => path);
    assert.ok(taking.length <= MOST.takingEarlier, `${taking.length}:\n${taking.join('\n')}`);
  });

  it('has no more functions that are longer than a screen', () => {
    const long = files.flatMap(({ longFunctions }) => longFunctions);
    assert.ok(long.length <= MOST.longFunctions, `${long.length}:\n${long.join('\n')}`);
  });

  it('is in short files', () => {
    const lines = files.map((file) => file.lines).sort((a, b) => a - b);
    assert.ok((lines[Math.floor(lines.length / 2)] ?? 0) <= MOST.lines);
  });

  it('has no folder that is longer than a screen', () => {
    assert.deepEqual(
      largeFolders(files, MOST_ENTRIES).filter((folder) => !LARGE.has(folder.split(':')[0] ?? '')),
      [],
    );
  });
});

describe('The search for cycles', () => {
  const file = (path: string, ...imports: string[]) => ({
    ...{ path, imports, lines: 1, weakMaps: 0, takesEarlier: false },
    longFunctions: [],
  });

  it('finds files that import each other by way of others', () => {
    assert.deepEqual(cyclesIn([file('a', 'b'), file('b', 'c'), file('c', 'a', 'd'), file('d')]), [['a', 'b', 'c']]);
  });

  it('finds none where all imports lead down', () => {
    assert.deepEqual(cyclesIn([file('a', 'b', 'c'), file('b', 'c'), file('c')]), []);
  });
});

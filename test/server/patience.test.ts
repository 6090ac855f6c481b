import assert from 'node:assert/strict';
import type { Problem } from '../../src/core';
import { createDiagnostics, PATIENCE } from '../../src/server/diagnostics/diagnostics';
import { openDocument } from '../../src/server/documents/document';

/** What checks documents in a time that a test moves on. */
function checking() {
  let time = 0;
  let timers: { readonly due: number; readonly work: () => void }[] = [];
  let started = 0;
  const shown: { readonly version: number; readonly found: number }[] = [];
  const problem: Problem = { rule: 'a/b', severity: 'warning', span: { start: 0, end: 5 }, message: '', related: [] };
  const diagnostics = createDiagnostics({
    check: ({ version }) => (version > 1 ? [problem] : []),
    show: ({ version }, problems) => void shown.push({ version, found: problems.length }),
    later: (milliseconds, work) => {
      const timer = { due: time + milliseconds, work };
      timers.push(timer);
      started++;
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    now: () => time,
  });
  const pass = (milliseconds: number) => {
    const end = time + milliseconds;
    for (;;) {
      const next = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      timers = timers.filter((one) => one !== next);
      time = next.due;
      next.work();
    }
    time = end;
  };
  const document = (version: number) => openDocument('file:///a.brief', version, 'Prices rose.', 'utf-16');
  diagnostics.opened(document(1));
  pass(0);
  return {
    diagnostics,
    pass,
    shown,
    started: () => started,
    key: (version: number) => diagnostics.changed(document(version), [[{ span: { start: 3, end: 3 }, newText: 's' }]]),
  };
}

describe('A new problem where somebody types', () => {
  it('waits until they have not typed for a while', () => {
    const { key, pass, shown } = checking();
    key(2);
    pass(PATIENCE - 100);
    key(3);
    pass(PATIENCE - 100);
    assert.deepEqual(shown.at(-1), { version: 3, found: 0 });
    pass(100);
    assert.deepEqual(shown.at(-1), { version: 3, found: 1 });
  });

  it('waits by one timer for many keys', () => {
    const { key, pass, started } = checking();
    const before = started();
    for (let version = 2; version < 12; version++) {
      key(version);
      pass(10);
    }
    // Each key has one for its check.
    assert.equal(started() - before, 10 + 1);
  });

  it('lets those wait who want to see all problems', async () => {
    const { diagnostics, key, pass, shown } = checking();
    key(2);
    pass(1);
    const calm = diagnostics.calm('file:///a.brief').then(() => shown.at(-1)?.found);
    pass(PATIENCE);
    assert.equal(await calm, 1);
  });
});

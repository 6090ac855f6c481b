import assert from 'node:assert/strict';
import { importText } from '../../../src/core/importing/importText';

describe('importing a long text', () => {
  it('ends on a megabyte of lines that are one paragraph', () => {
    const imported = importText('- \n'.repeat(350_000));
    assert.ok(imported.length > 350_000);
  });
});

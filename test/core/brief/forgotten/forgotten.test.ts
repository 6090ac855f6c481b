import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBrief } from '../../../../src/core';
import { without } from '../../../evaluation/habit';
import { BRIEFS, SEED } from './briefs';

/** Takes the citations of each insight out in turn. @returns the insights that nobody is warned of then, and how many there are */
function forgottenIn(text: string): { readonly silent: readonly string[]; readonly all: number } {
  const { insights } = parseBrief(text);
  const silent: string[] = [];
  let all = 0;
  for (const { citations, citedVia, span, because } of insights) {
    // A task needs no source, and a figure of the brief names its own.
    if (citedVia !== 'text' || because === 'task' || citations.some(({ form }) => form === 'key-number')) continue;
    const brief = parseBrief(
      without(
        text,
        citations.map((citation) => citation.span),
      ),
    );
    const now = brief.insights.find((each) => each.span.start === span.start);
    // A lead-in or a table may still cite.
    if (now?.citedVia !== null) continue;
    all++;
    const isWarned = now.mustCite === 'warning' && !now.excused;
    if (!isWarned) silent.push(now.text);
  }
  return { silent, all };
}

describe('A citation that is forgotten in a brief with sources in its front matter', () => {
  it('is warned of in 95 of 100 insights of samples and of briefs in both languages', () => {
    const samples = readdirSync('samples')
      .filter((name) => /^(?!problems).*\.brief(?:\.md)?$/.test(name))
      .map((name) => readFileSync(join('samples', name), 'utf8'));
    const found = [...samples, ...BRIEFS].map(forgottenIn);
    const all = found.reduce((sum, each) => sum + each.all, 0);
    const silent = found.flatMap((each) => each.silent);
    assert.ok(all > 100);
    assert.ok(silent.length <= 0.05 * all, `${silent.length} of ${all}:\n${silent.join('\n')}`);
  });

  it('is warned of in each bullet that ends in plain marks', () => {
    const { silent, all } = forgottenIn(SEED);
    assert.deepEqual({ silent, all }, { silent: [], all: 6 });
  });
});

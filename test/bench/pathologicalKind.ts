/** Measures one kind of pathological brief, named first, at the sizes that follow: a line of JSON for each. */
import { existsSync, readFileSync } from 'node:fs';
import { checkBrief, parseBrief, renderBrief } from '../../src/core';
import { writeFormula } from '../../src/math';
import type { Cost } from './pathological';
import { BRIEFS } from './pathologicalTexts';

const ROUNDS = 2;
const MS_PER_NS = 1e-6;
const CLOCK = '/proc/thread-self/schedstat';

const [name = '', ...sizes] = process.argv.slice(2);
const make = BRIEFS.get(name);
if (!make) throw new Error(`There is no kind ${name}.`);
for (const size of sizes) {
  const costs = Array.from({ length: ROUNDS }, () => costOf(make(Number(size))));
  const [best] = costs.toSorted((a, b) => a.check + a.render - b.check - b.render);
  process.stdout.write(`${JSON.stringify(best)}\n`);
}

function costOf(text: string): Cost {
  const start = now();
  const brief = parseBrief(text);
  checkBrief(brief);
  const checked = now();
  renderBrief(brief, { writeFormula });
  return { check: checked - start, render: now() - checked, memory: process.resourceUsage().maxRSS / 1024 };
}

/** Milliseconds of the processor that this thread had, which others on the machine do not change; else those of the clock. */
function now(): number {
  return existsSync(CLOCK) ? Number(readFileSync(CLOCK, 'utf8').split(' ')[0]) * MS_PER_NS : performance.now();
}

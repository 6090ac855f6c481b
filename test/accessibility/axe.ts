/** What axe-core finds in a page, by the rules of WCAG 2.2 AA and the practices beyond. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** A page, or a frame in one. */
export interface Evaluates {
  evaluate<T>(script: string): Promise<T>;
}

interface Result {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Also those that axe leaves off unless they are asked for. */
const RULES = { 'target-size': { enabled: true } };

/**
 * @param context a selector of what is looked at
 * @returns what is wrong, each with the first element that it concerns and how many there are
 */
export async function axeIn(page: Evaluates, context = 'html'): Promise<string[]> {
  // Debuggers may run scripts that the page's policy would not load.
  await page.evaluate<unknown>(`${readFileSync(resolve('axe-core/axe.min.js'), 'utf8')}; undefined`);
  const options = JSON.stringify({ rules: RULES, resultTypes: ['violations'] });
  const violations = await page.evaluate<readonly Result[]>(
    `axe.run(${JSON.stringify(context)}, ${options}).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

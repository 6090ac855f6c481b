import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { TEST_OUTPUT } from '../../scripts/lib/testOutput.js';
import { OPTIONS, runLoaded } from './runLoaded';

/**
 * Runs tests inside an extension host with Node, of the served VS Code and of the desktop one alike. How many passed and
 * failed is written to the file that `BRIEF_TEST_TALLY` names.
 *
 * @param load imports the tests
 */
export async function runInNode(load: () => Promise<unknown>): Promise<void> {
  const mocha = new Mocha(OPTIONS);
  // Formatted, as the console of an extension host is passed on with its arguments; and told from what others print.
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => console.log(TEST_OUTPUT + format(...parts));
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  await runLoaded(mocha, (tally) => {
    const { BRIEF_TEST_TALLY } = process.env;
    if (BRIEF_TEST_TALLY) writeFileSync(BRIEF_TEST_TALLY, JSON.stringify(tally));
  });
}

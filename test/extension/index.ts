/** The tests that run inside the extension host, of the served VS Code and of the desktop one alike. */
import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { TEST_OUTPUT } from '../../scripts/lib/testOutput.js';

/**
 * What VS Code calls. It resolves when all tests passed, and rejects otherwise. How many passed and failed is written
 * to the file that `BRIEF_TEST_TALLY` names.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 60_000, forbidOnly: true });
  // Formatted, as the console of an extension host is passed on with its arguments; and told from what others print.
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => console.log(TEST_OUTPUT + format(...parts));
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./host/index');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      const { BRIEF_TEST_TALLY } = process.env;
      if (BRIEF_TEST_TALLY) writeFileSync(BRIEF_TEST_TALLY, JSON.stringify({ passed, failed }));
      if (failed > 0) reject(new Error(`${failed} tests failed.`));
      else resolve();
    });
  });
}

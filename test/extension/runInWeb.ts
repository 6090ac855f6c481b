import 'mocha/mocha.js';
import { TEST_OUTPUT, TEST_TALLY } from '../../scripts/lib/testOutput.js';
import { OPTIONS, runLoaded } from './runLoaded';

/**
 * Runs tests inside an extension host without Node: the web worker of a VS Code that is a web page. What they print, and
 * how many passed and failed, goes to the console.
 *
 * @param load imports the tests
 */
export async function runInWeb(load: () => Promise<unknown>): Promise<void> {
  const mocha = new Mocha(OPTIONS);
  Mocha.reporters.Base.consoleLog = (first: unknown = '', ...parts: unknown[]) =>
    console.log(`${TEST_OUTPUT}${first}`, ...parts);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  await runLoaded(mocha, (tally) => console.log(TEST_TALLY + JSON.stringify(tally)));
}

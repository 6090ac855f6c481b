/**
 * Collects what fails in a run of mocha, to be named where the run is summed up.
 *
 * @param {Pick<import('mocha').Runner, 'on'>} runner
 * @returns {string[]} grows as the run goes on: the whole name of each test that failed, and its error in a line
 */
export function failuresOf(runner) {
  /** @type {string[]} */
  const failures = [];
  runner.on('fail', (test, error) => {
    const [line = ''] = `${error.message}`.split('\n');
    failures.push(`${test.fullTitle()}: ${line}`);
  });
  return failures;
}

/** What the tests use of Node's `assert`, for the extension host that has no Node. The bundler puts it in its place. */

class AssertionError extends Error {
  override readonly name = 'AssertionError';

  constructor(message: string | undefined, actual: unknown, expected: unknown) {
    super(`${message ?? 'Not as expected'}: ${shown(actual)}, expected ${shown(expected)}`);
  }
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new AssertionError(message, value, true);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, actual, expected);
}

function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) throw new AssertionError(message, actual, `not ${shown(expected)}`);
}

/** Of values that JSON can say, which is what tests in here compare. */
function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (shown(actual) !== shown(expected)) throw new AssertionError(message, actual, expected);
}

function notDeepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (shown(actual) === shown(expected)) throw new AssertionError(message, actual, `not ${shown(expected)}`);
}

function match(actual: string, expected: RegExp, message?: string): void {
  if (!expected.test(actual)) throw new AssertionError(message, actual, String(expected));
}

function doesNotMatch(actual: string, expected: RegExp, message?: string): void {
  if (expected.test(actual)) throw new AssertionError(message, actual, `not ${expected}`);
}

async function rejects(run: Promise<unknown> | (() => Promise<unknown>), expected = /(?:)/): Promise<void> {
  const outcome = await (typeof run === 'function' ? run() : run).then(
    () => null,
    (error: unknown) => String(error),
  );
  if (outcome === null) throw new AssertionError('Nothing was thrown', null, String(expected));
  match(outcome, expected);
}

/** The keys of records in order, so that their order does not count. */
function shown(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? String(value)
  );
}

export default Object.assign(ok, { ok, equal, notEqual, deepEqual, notDeepEqual, match, doesNotMatch, rejects });

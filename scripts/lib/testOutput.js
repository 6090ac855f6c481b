/**
 * Marks what the tests in the extension host print, among what VS Code prints there itself: a word joiner, which is not
 * seen where nobody takes it away.
 */
export const TEST_OUTPUT = '\u2060';

/** Marks the line with the tally, as JSON, of tests that can write no file. */
export const TEST_TALLY = `${TEST_OUTPUT}tally `;

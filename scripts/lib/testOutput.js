/**
 * Marks what the tests in the extension host print, among what VS Code prints there itself: a word joiner, which is not
 * seen where nobody takes it away.
 */
export const TEST_OUTPUT = '\u2060';

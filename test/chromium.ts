import type { Browser } from 'playwright-core';
import { launchChromium } from '../scripts/lib/chromium.js';

let shared: Promise<Browser> | undefined;

/**
 * Returns the Chromium of this process, which all files of tests share: each opens pages of its own in it. It is started when it
 * is first asked for, or when the one before has ended, and ends with the process.
 */
export async function sharedChromium(): Promise<Browser> {
  const before = await shared;
  if (before?.isConnected()) return before;
  shared = launchChromium();
  return shared;
}

/** Closes all pages of the Chromium of this process, and forgets what they kept. */
export async function closePages(): Promise<void> {
  await Promise.all((await shared)?.contexts().map((context) => context.close()) ?? []);
}

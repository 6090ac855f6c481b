/** The tests that run in a folder that the user does not trust: those of limits, and then all that run in any folder. */
import { runInNode } from './runInNode';

/** What VS Code calls. */
export function run(): Promise<void> {
  return runInNode(async () => {
    await import('./host/untrusted.test');
    await import('./host/index');
    await import('./host/restart.test');
  });
}

/** The tests that run in a folder that the user does not trust. */
import { runInNode } from './runInNode';

/** What VS Code calls. */
export function run(): Promise<void> {
  return runInNode(() => import('./host/untrusted.test'));
}

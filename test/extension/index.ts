/** The tests that run inside an extension host with Node. */
import { runInNode } from './runInNode';

/** What VS Code calls. */
export function run(): Promise<void> {
  return runInNode(async () => {
    await import('./host/index');
    await import('./host/acceptProblems.test');
    await import('./host/restart.test');
    await import('./host/tasks.test');
  });
}

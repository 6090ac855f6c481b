/** The tests that run in a folder that the user does not trust: those of limits, and then those of what asks for trust. */
import { runInNode } from './runInNode';

/** What VS Code calls. */
export function run(): Promise<void> {
  return runInNode(async () => {
    await import('./host/untrusted.test');
    await import('./host/config.test');
    await import('./host/diagnostics.test');
    await import('./host/library.test');
    await import('./host/previews.test');
    await import('./host/sources.test');
    await import('./host/restart.test');
  });
}

import { say } from '../../core/base/say';
import { firstColumnsOf } from '../../core/base/width';
import { escapeControls } from '../io/terminal';

const FIRST_AFTER_MS = 500;
const EVERY_MS = 100;

/** A line on standard error that says how far a long check is: on a terminal only, and never for a short one. */
export function showProgress(): { at(done: number, total: number, path: string): void; clear(): void } {
  const { stderr } = process;
  let next = Date.now() + FIRST_AFTER_MS;
  let shown = false;
  return {
    at(done, total, path) {
      if (!stderr.isTTY || Date.now() < next) return;
      next = Date.now() + EVERY_MS;
      shown = true;
      const line = say('Checking {0} of {1}: {2}', done + 1, total, escapeControls(path));
      stderr.write(`\r\u001B[K${firstColumnsOf(line, (stderr.columns || 80) - 1)}`);
    },
    clear() {
      if (shown) stderr.write('\r\u001B[K');
      shown = false;
    },
  };
}

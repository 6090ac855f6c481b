import { configsBelow } from '../finding/configsBelow';
import { filesBelow } from '../finding/filesBelow';
import { filesOfClient } from './clientFiles';
import type { FileReads } from './fileSystem';

/**
 * All that a server without files of its own may read. The briefs that are not open are not known to it.
 *
 * @param reads what the client reads, which confines it as we do
 */
export function accessThroughClient(roots: readonly string[], reads: FileReads) {
  const system = filesOfClient(reads);
  const { config, overlay, changed } = configsBelow(system, roots);
  return {
    files: filesBelow(system, roots),
    workspace: {
      config,
      overlay,
      changed,
      reaches: () => false,
      briefs: async function* (): AsyncGenerator<string> {},
      isBrief: async () => false,
      read: async () => null,
    },
  };
}

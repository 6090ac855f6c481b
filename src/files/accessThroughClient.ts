import { filesOfClient } from './clientFiles';
import { configsBelow } from './configsBelow';
import type { FileSystem } from './fileSystem';
import { filesBelow } from './filesBelow';

/**
 * All that a server without files of its own may read. The briefs that are not open are not known to it.
 *
 * @param read reads through the client, which confines it as we do
 */
export function accessThroughClient(roots: readonly string[], read: FileSystem['read']) {
  const system = filesOfClient(read);
  const { config, overlay } = configsBelow(system, roots);
  return {
    files: filesBelow(system, roots),
    workspace: {
      config,
      overlay,
      briefs: async function* (): AsyncGenerator<string> {},
      isBrief: async () => false,
      read: async () => null,
    },
  };
}

import type { FileSystem } from '../../src/files/fileSystem';
import { LOCAL_FILES } from '../../src/files/localFiles';

/** The files of this machine. `note` is told the path of each that is read. */
export function notedReads(note: (path: string) => void): FileSystem {
  return {
    ...LOCAL_FILES,
    read: (path, confinement) => {
      note(path);
      return LOCAL_FILES.read(path, confinement);
    },
  };
}

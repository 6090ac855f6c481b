import type { FileSystem } from '../../src/files/confined/fileSystem';
import { LOCAL_FILES } from '../../src/files/confined/localFiles';

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

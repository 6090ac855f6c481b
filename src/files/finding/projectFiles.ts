import { bibliographiesIn, PROJECT_NAMES } from '../../core/checking';
import type { FileSystem } from '../confined/fileSystem';

/** The bibliographies of another program's project, such as one of Quarto. */
export interface NamedInProject {
  /** The folder that the paths are relative to. */
  readonly folder: string;
  /** The paths as they are written. They may not be paths at all. */
  readonly bibliography: readonly string[];
}

export interface ProjectFiles {
  /**
   * Finds the bibliographies of the nearest folder, from `folder` up to `top`, where a project file names any. Null if there
   * are none.
   */
  find(folder: string, top: string): Promise<NamedInProject | null>;
  /**
   * Has all folders looked at again. Until then the known bibliographies are used, as each folder has several files to look
   * for.
   */
  changed(): void;
}

export function createProjectFiles(system: FileSystem): ProjectFiles {
  const looked = new Map<string, Promise<readonly string[]>>();

  const namedBy = async (folder: string, name: string): Promise<readonly string[]> => {
    const read = await system.read(name, { folder, root: folder, extensions: EXTENSIONS, maxBytes: MOST_BYTES });
    return 'text' in read ? bibliographiesIn(name, read.text) : [];
  };
  const namedIn = async (folder: string): Promise<readonly string[]> => {
    try {
      const named = await Promise.all(PROJECT_NAMES.map((name) => namedBy(folder, name)));
      return named.flat();
    } catch (error) {
      looked.delete(folder);
      throw error;
    }
  };

  return {
    find: async (folder, top) => {
      for (let at = folder; ; at = system.folderOf(at)) {
        const looking = looked.get(at) ?? namedIn(at);
        looked.set(at, looking);
        const bibliography = await looking;
        if (bibliography.length > 0) return { folder: at, bibliography };
        if (at === top || system.folderOf(at) === at) return null;
      }
    },
    changed: () => looked.clear(),
  };
}

/** The extensions of `PROJECT_NAMES`, in lower case. */
const EXTENSIONS = ['.yml', '.yaml', '.rmd', '.qmd'];
/** Largest project file that is read, in bytes. */
const MOST_BYTES = 1024 * 1024;

import { bibliographiesIn, PROJECT_NAMES } from '../../core/checking';
import type { FileSystem } from '../confined/fileSystem';

/** The bibliographies that a project of another program has, such as one of Quarto. */
export interface NamedInProject {
  /** Paths are relative to it. */
  readonly folder: string;
  /** As they are written; they may be no paths. */
  readonly bibliography: readonly string[];
}

export interface ProjectFiles {
  /** Those of the nearest folder where a file names any, in a folder or above it, up to `top`. Null where none does. */
  find(folder: string, top: string): Promise<NamedInProject | null>;
  /** Has all folders looked at again. Until then they are what they were: for each there are several files to look for. */
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

/** Those of `PROJECT_NAMES`, in lower case. */
const EXTENSIONS = ['.yml', '.yaml', '.rmd', '.qmd'];
/** What a larger file says at its top is left alone. */
const MOST_BYTES = 1024 * 1024;

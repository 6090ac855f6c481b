/** How the source is built, in numbers: what a newcomer has to find his way through. */
import { dirname, join, normalize } from 'node:path';
import { filesBelow, read } from './files';

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** The files of ours that it imports, those of which it imports types only among them. */
  readonly imports: readonly string[];
  readonly weakMaps: number;
  /**
   * Whether a function of it takes an earlier version of what it makes, as `previous`, `earlier` or `before`. What compares two
   * versions, and what looks at what stands before something in a text, has other names.
   */
  readonly takesEarlier: boolean;
  /** Functions of more lines than a screen has. */
  readonly longFunctions: readonly string[];
}

const MOST_LINES = 80;
const IMPORTED = /\b(?:from|import)\s*\(?\s*'(\.[^']*)'/g;
/** A parameter, or a field, that holds an earlier version: it has the name of one, and the type of an object. */
const EARLIER = /(?:^\s*|[({,] ?)(?:readonly )?(?:previous|earlier|before)\??: (?:readonly )?[A-Z{]/m;
/** Where the body of a function opens: source that the formatter wrote ends its line there. */
const OPENS = /(?:\bfunction\b.*|=>|\)(?:: .+)?) \{$/;
const BRANCHES = /^\s*(?:\} )?(?:if|else|for|while|switch|try|catch|return|case)\b/;

/** Reads all files of `src`. */
export function readSource(): SourceFile[] {
  const paths = filesBelow('src', '.ts').filter((path) => !path.endsWith('.d.ts'));
  const known = new Set(paths);
  return paths.map((path) => {
    const text = read(path);
    const lines = text.split('\n');
    return {
      path,
      lines: lines.length - 1,
      imports: [...text.matchAll(IMPORTED)].flatMap(([, name = '']) => resolved(path, name, known) ?? []),
      weakMaps: text.match(/\bnew Weak(?:Map|Set)\b/g)?.length ?? 0,
      takesEarlier: EARLIER.test(text),
      longFunctions: lines.flatMap((line, i) => {
        if (!OPENS.test(line) || BRANCHES.test(line)) return [];
        const close = `${/^ */.exec(line)?.[0]}}`;
        const length = lines.slice(i).findIndex((other) => other.startsWith(close));
        return length >= MOST_LINES ? [`${path}:${i + 1}`] : [];
      }),
    };
  });
}

function resolved(from: string, to: string, known: ReadonlySet<string>): string | undefined {
  if (!to.startsWith('.')) return undefined;
  const base = normalize(join(dirname(from), to));
  return [`${base}.ts`, `${base}/index.ts`].find((path) => known.has(path));
}

/**
 * Groups of files each of which imports, by way of others, each other: the strongly connected components of more than one
 * file (Tarjan, Depth-first search and linear graph algorithms, 1972).
 */
export function cyclesIn(files: readonly SourceFile[]): string[][] {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]));
  const indexes = new Map<string, number>();
  const lows = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string): number => {
    const index = indexes.size;
    let low = index;
    indexes.set(path, index);
    stack.push(path);
    for (const next of importsOf.get(path) ?? []) {
      const seen = indexes.get(next);
      if (seen === undefined) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, seen);
    }
    lows.set(path, low);
    if (low === index) {
      const cycle = stack.splice(stack.indexOf(path));
      if (cycle.length > 1) cycles.push(cycle.sort());
    }
    return low;
  };
  for (const { path } of files) if (!indexes.has(path)) visit(path);
  return cycles.sort((a, b) => b.length - a.length);
}

/** Folders of `src` with more entries of their own than fit on a screen. */
export function largeFolders(files: readonly SourceFile[], most: number): string[] {
  const entries = new Map<string, Set<string>>();
  for (const { path } of files)
    for (let entry = path; entry.includes('/'); entry = dirname(entry)) {
      const folder = dirname(entry);
      entries.set(folder, (entries.get(folder) ?? new Set()).add(entry));
    }
  return [...entries].filter(([, own]) => own.size > most).map(([folder, own]) => `${folder}: ${own.size}`);
}

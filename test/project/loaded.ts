import { read } from './files';

/** What `esbuild.js` writes of what it has split. */
interface Split {
  readonly outputs: Readonly<Record<string, Output>>;
}

interface Output {
  readonly entryPoint?: string;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

const split = (): Split => JSON.parse(read('dist/parts.json'));

/** The parts below `dist` that are loaded along with sources, theirs among them. */
export function loadedWith(...sources: readonly string[]): readonly string[] {
  return found(sources, ({ kind }) => kind === 'import-statement');
}

/** Those, and the parts that may be loaded later. */
export function everLoadedWith(...sources: readonly string[]): readonly string[] {
  return found(sources, () => true);
}

function found(
  sources: readonly string[],
  counts: (imported: Output['imports'][number]) => boolean,
): readonly string[] {
  const { outputs } = split();
  const starts = sources.map((source) => {
    const start = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === source);
    if (start === undefined) throw new Error(`Nothing is loaded with ${source}.`);
    return start;
  });
  const paths = new Set(starts);
  for (const path of paths)
    for (const imported of outputs[path]?.imports ?? []) {
      // What has a name of its own is imported by it.
      const part = imported.path.replace(/^\.\//, 'dist/parts/');
      if (counts(imported) && outputs[part]) paths.add(part);
    }
  return [...paths];
}

/** The parts below `dist` that have something of a source in them. */
export function filesWith(source: RegExp): readonly string[] {
  return Object.entries(split().outputs).flatMap(([path, { inputs }]) =>
    Object.keys(inputs).some((input) => source.test(input)) ? [path] : [],
  );
}

/** The sources of what is loaded along with a source. */
export function sourcesLoadedWith(source: string): readonly string[] {
  const { outputs } = split();
  return loadedWith(source).flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
}

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

const split = (): Split => JSON.parse(read('dist/chunk.json'));

/** The files below `dist` that are loaded along with sources, theirs among them. */
export function loadedWith(...sources: readonly string[]): readonly string[] {
  const { outputs } = split();
  const starts = sources.map((source) => {
    const start = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === source);
    if (start === undefined) throw new Error(`Nothing is loaded with ${source}.`);
    return start;
  });
  const found = new Set(starts);
  for (const path of found)
    for (const { path: imported, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && outputs[imported]) found.add(imported);
  return [...found];
}

/** The files below `dist` that have something of a source in them. */
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

/**
 * The input that a language model gives to a tool. VS Code checks it by the schemas of the manifest, but may pass anything on.
 */

export interface ToolInput {
  readonly path: string | undefined;
  readonly claim: string | undefined;
  readonly insight: string | undefined;
  readonly line: number | undefined;
  readonly source: string | undefined;
  readonly least: string | undefined;
  readonly revision: string | undefined;
}

/** Reads the input of a tool. Values of a wrong type are left out. A source given as a number is its id. */
export function readInput(input: unknown): ToolInput {
  const values = new Map<string, unknown>(typeof input === 'object' && input !== null ? Object.entries(input) : []);
  const textOf = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const source = values.get('source');
  const line = values.get('line');
  return {
    path: textOf('path'),
    claim: textOf('claim'),
    insight: textOf('insight'),
    least: textOf('least'),
    revision: textOf('revision'),
    line: typeof line === 'number' ? line : undefined,
    source: typeof source === 'number' ? String(source) : textOf('source'),
  };
}

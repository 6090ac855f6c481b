import { RULES } from '../core/checking';
import { print } from './output';
import type { Arguments } from './parseArguments';
import { toJson } from './terminal';

/** `brief rules`: lists the rules, in the order in which they are documented. */
export async function rules(args: Arguments): Promise<number> {
  const list = RULES.map(({ code, severity, description }) => ({ code, severity, description }));
  await print(args.valueOf('format') === 'json' ? `${toJson({ version: 1, rules: list })}\n` : table(list));
  return 0;
}

function table(
  list: readonly { readonly code: string; readonly severity: string; readonly description: string }[],
): string {
  const width = Math.max(...list.map(({ code }) => code.length));
  return list
    .map(({ code, severity, description }) => `${code.padEnd(width)}  ${severity.padEnd(11)}  ${description}\n`)
    .join('');
}

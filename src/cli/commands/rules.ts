import { SEVERITIES } from '../../core/base/problem';
import { say } from '../../core/base/say';
import { RULES, type RuleSetting } from '../../core/checking';
import { padTo, widestOf } from '../check/reports/padding';
import { nameOfSeverity } from '../check/severities';
import { print } from '../io/output';
import { toJson } from '../io/terminal';
import type { Arguments } from '../parseArguments';

/** `brief rules`: lists the rules, in the order in which they are documented. */
export async function rules(args: Arguments): Promise<number> {
  const list = RULES.map(({ code, severity, description }) => ({ code, severity, description: say(description) }));
  await print(args.valueOf('format') === 'json' ? `${toJson({ version: 1, rules: list })}\n` : table(list));
  return 0;
}

function table(
  list: readonly { readonly code: string; readonly severity: RuleSetting; readonly description: string }[],
): string {
  const width = widestOf(list.map(({ code }) => code));
  const widthOfSeverity = widestOf(SEVERITIES.map(nameOfSeverity));
  return list
    .map(
      ({ code, severity, description }) =>
        `${padTo(code, width)}  ${padTo(nameOfSeverity(severity), widthOfSeverity)}  ${description}\n`,
    )
    .join('');
}

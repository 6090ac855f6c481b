import type { NumberFact, RuleSetting } from '../../core';
import { LOCAL_FILES } from '../../files/confined/localFiles';
import { createBriefFileParser } from '../../files/named/parseBriefFile';
import type { BaselineUse } from './baseline/baselineUse';
import { createRecorder } from './cache/records';
import type { Configs } from './configs';
import type { Figures } from './figures';
import { type Outcome, outcomeOf } from './outcome';
import { formatOf } from './reports/formatOf';
import { type Dependencies, reportOn } from './reports/report';
import type { Printing } from './reports/reportFormat';
import type { Target } from './targets';

/** Request for a check. It has plain values only, so that it can be sent to threads. */
export interface CheckRequest {
  /** Settings of rules on the command line. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** The file that `--config` names. */
  readonly config: string | undefined;
  readonly fix: boolean;
  readonly printing: Printing;
  /** The baseline; null without one. */
  readonly baseline: BaselineUse | null;
}

export interface Checked {
  readonly outcome: Outcome;
  /** Everything that the outcome depends on; null if no cache may keep it. */
  readonly dependencies: Dependencies | null;
  /** Numbers of its insights that other files may contradict. */
  readonly claims: readonly NumberFact[];
}

/** @throws CommandError if the configuration that holds for a target has an error */
export async function createCheck(
  { rules, fix, printing, baseline }: CheckRequest,
  configs: Configs,
  figures: Figures,
): Promise<(target: Target) => Promise<Checked>> {
  const format = await formatOf(printing);
  const files = { parse: createBriefFileParser(), record: createRecorder(LOCAL_FILES) };
  const options = { rules, configs, ...files, figures, fix, baseline, fixable: printing.format === 'json' };
  return async (target) => {
    const { report, ...others } = await reportOn(target, options);
    return { outcome: outcomeOf(report, format.of), ...others };
  };
}

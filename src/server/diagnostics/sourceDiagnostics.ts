import {
  type ConfigFile,
  checkSourceFile,
  type RuleSetting,
  ruleSettingsOf,
  type SourceFile,
} from '../../core/checking';
import { type PositionEncoding, positionsIn } from '../documents/positions';
import type { ConfigReport } from './configDiagnostics';

/** Most files that are checked at a stretch. */
const AT_ONCE = 100;

/** Reports the problems in the files of library folders, each in its own file. */
export interface SourceDiagnostics {
  /**
   * @param files the configurations that hold for open documents now
   * @param rules settings of the user for rules: the same object until they change
   */
  update(files: readonly ConfigFile[], rules: ReadonlyMap<string, RuleSetting>): void;
}

export function reportOnSource(
  file: SourceFile,
  config: ConfigFile,
  rules: ReadonlyMap<string, RuleSetting>,
  encoding: PositionEncoding,
): ConfigReport {
  return {
    placed: { uri: file.uri, positions: positionsIn(file.written, file.lines, encoding) },
    problems: checkSourceFile(file, { rules: new Map([...ruleSettingsOf(config.config), ...rules]) }),
  };
}

/**
 * @param show shows the problems of a file; an empty list once it is mended or no source any more
 * @param later does something after others had their turn
 */
export function createSourceDiagnostics(
  encoding: PositionEncoding,
  show: (report: ConfigReport) => void,
  later: (work: () => void) => void,
): SourceDiagnostics {
  interface Checked {
    readonly file: SourceFile;
    readonly settings: ConfigFile['config']['rules'];
    readonly rules: ReadonlyMap<string, RuleSetting>;
    readonly isWrong: boolean;
  }
  const checked = new Map<string, Checked>();
  let waiting: { readonly file: SourceFile; readonly config: ConfigFile }[] = [];
  let rulesNow: ReadonlyMap<string, RuleSetting> = new Map();
  let isWorking = false;

  const checkSome = () => {
    for (const { file, config } of waiting.splice(0, AT_ONCE)) {
      const report = reportOnSource(file, config, rulesNow, encoding);
      const isWrong = report.problems.length > 0;
      if (isWrong || checked.get(file.uri)?.isWrong) show(report);
      checked.set(file.uri, { file, settings: config.config.rules, rules: rulesNow, isWrong });
    }
    isWorking = waiting.length > 0;
    if (isWorking) later(checkSome);
  };

  return {
    update: (configs, rules) => {
      rulesNow = rules;
      const there = new Set<string>();
      waiting = [];
      for (const config of configs)
        for (const file of config.folder?.files ?? []) {
          there.add(file.uri);
          const before = checked.get(file.uri);
          const isKnown = before?.file === file && before.settings === config.config.rules && before.rules === rules;
          if (!isKnown) waiting.push({ file, config });
        }
      for (const [uri, { file, isWrong }] of checked) {
        if (there.has(uri)) continue;
        checked.delete(uri);
        if (isWrong)
          show({ placed: { uri, positions: positionsIn(file.written, file.lines, encoding) }, problems: [] });
      }
      if (isWorking || waiting.length === 0) return;
      isWorking = true;
      later(checkSome);
    },
  };
}

/** Turns a rule off here, in the file, and in its folder. */

import { quoted } from '../../base/messages';
import type { Problem } from '../../base/problem';
import { say } from '../../base/say';
import { applyEdits, lineBreakOf, type TextEdit } from '../../base/text';
import type { ConfigFile } from '../../brief/config/config';
import { readConfig } from '../../brief/config/readConfig';
import type { Brief } from '../../brief/types';
import { parseFrontMatter } from '../../document/frontMatter';
import { suppressHere } from '../../rules';
import { onlyTurnedOff, ruleOffEdit } from './ruleInYaml';

/** The configuration that applies to a brief, or the one that would if it existed. */
export interface ConfigPlace {
  readonly uri: string;
  /** The file; null if it doesn't exist. */
  readonly file: Pick<ConfigFile, 'text' | 'lines'> | null;
  /** The name of its folder if that is above the brief's; null: it's the brief's own folder. */
  readonly above: string | null;
  /** True if settings with a higher priority decide about a rule. */
  readonly isOverruled: (rule: string) => boolean;
}

/** A change of a file other than the brief. */
export interface FileEdit {
  readonly uri: string;
  /** The file that the edits change; null: they create it. */
  readonly file: ConfigPlace['file'];
  readonly edits: readonly TextEdit[];
}

/** One way to turn a rule off. */
export interface WayOff {
  readonly title: string;
  readonly problem: Problem;
  /** Edits of the brief. */
  readonly edits: readonly TextEdit[];
  /** The change of another file, instead of the brief. */
  readonly elsewhere?: FileEdit;
}

/**
 * The ways to turn the rule of some problems off: here, in the file, in the folder, as far as each can be done.
 *
 * @param problems of one rule, at one place
 * @param config null: the folder can't be written to, or its configuration isn't known
 */
export function waysOff(brief: Brief, problems: readonly Problem[], config: ConfigPlace | null): WayOff[] {
  const [problem] = problems;
  if (!problem) return [];
  const { rule } = problem;
  const ways: WayOff[] = [];
  for (const each of problems) {
    const here = suppressHere(brief, each);
    if (!here) continue;
    ways.push({ ...here, problem: each });
    break;
  }
  const inFile = ruleOffInBrief(brief, rule);
  if (inFile) ways.push({ title: say('Turn off {0} in this file', rule), problem, edits: [inFile] });
  const elsewhere = config && ruleOffInFolder(brief, rule, config);
  if (elsewhere) {
    const { above } = config;
    const title =
      above === null
        ? say('Turn off {0} in this folder', rule)
        : say('Turn off {0} in the folder {1}', rule, quoted(above));
    ways.push({ title, problem, edits: [], elsewhere });
  }
  return ways;
}

/** @returns null if the front matter can't be read, or wouldn't turn the rule off afterwards */
function ruleOffInBrief({ text, frontMatter, misspeltFence }: Brief, rule: string): TextEdit | null {
  const isUnread = frontMatter ? !frontMatter.closed : misspeltFence !== null || FENCE.test(text);
  if (isUnread) return null;
  const end = frontMatter?.span.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const edit = frontMatter ? ruleOffEdit(text, frontMatter.yaml, rule) : newFrontMatter(text, end, rule);
  const after = edit && parseFrontMatter(applyEdits(text.slice(0, end), [edit]), frontMatter);
  return after && onlyTurnedOff(frontMatter ?? { rules: [], errors: [] }, after, rule) ? edit : null;
}

/** A first line `---`: the author may have intended the text below it as front matter. */
const FENCE = /^\uFEFF?---[ \t]*(?:[\r\n]|$)/;

function newFrontMatter(text: string, at: number, rule: string): TextEdit {
  const lines = ['---', 'rules:', `  ${rule}: off`, '---', '', ''];
  return { span: { start: at, end: at }, newText: lines.join(lineBreakOf(text)) };
}

/** @returns null if that would change nothing for the brief, or the configuration can't be read */
function ruleOffInFolder({ frontMatter }: Brief, rule: string, config: ConfigPlace): FileEdit | null {
  if (config.isOverruled(rule) || frontMatter?.rules.some(({ code }) => code.value === rule)) return null;
  const { uri, file } = config;
  const written = file?.text ?? '';
  const edit = ruleOffEdit(written, { start: 0, end: written.length }, rule);
  if (!edit) return null;
  const after = readConfig(applyEdits(written, [edit]));
  return onlyTurnedOff(readConfig(written), after, rule) ? { uri, file, edits: [edit] } : null;
}

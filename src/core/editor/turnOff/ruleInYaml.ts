/** Turns a rule off in YAML: in front matter, and in a configuration. */

import { sameList } from '../../base/same';
import { insert, lineBreakOf, type Span, type TextEdit } from '../../base/text';
import type { RuleOverride } from '../../brief/types';
import { linesOf } from '../../document/frontMatter/lines';
import { cutKeys } from '../../document/frontMatter/pieces';
import { readYaml } from '../../document/frontMatter/yaml/plainYaml';
import type { YamlMap, YamlNode } from '../../document/frontMatter/yaml/yamlTree';

/**
 * The edit that sets a rule to `off` under the key `rules`, which it adds if there is none.
 *
 * @param text the document; `yaml` is the stretch of it that holds the keys
 * @returns null if `rules` can't be read. The caller must check whether the rest can be read.
 */
export function ruleOffEdit(text: string, yaml: Span, code: string): TextEdit | null {
  const piece = cutKeys(text, linesOf(text, yaml)).keys.find(({ key }) => key.name === 'rules');
  if (!piece) return newKey(text, yaml.end, code);
  const { node } = readYaml(text.slice(piece.start, piece.end), piece.start);
  const rules = node?.kind === 'map' ? node.pairs[0] : undefined;
  if (!rules) return null;
  if (rules.value === null) return insert(lineEnd(text, rules.keySpan.end), `${lineBreakOf(text)}  ${code}: off`);
  return rules.value.kind === 'map' ? inMap(text, rules.value, code) : null;
}

/** The settings of rules and the errors read from YAML. */
export interface RulesRead {
  readonly rules: readonly RuleOverride[];
  readonly errors: readonly unknown[];
}

/** True if an edit turned a rule off, left the other rules as they were, and broke nothing. */
export function onlyTurnedOff(rules: RulesRead, changed: RulesRead, code: string): boolean {
  const others = ({ rules }: RulesRead) =>
    rules.flatMap((rule) => (rule.code.value === code ? [] : `${rule.code.value} ${rule.setting.value}`));
  return (
    changed.errors.length <= rules.errors.length &&
    changed.rules.findLast((rule) => rule.code.value === code)?.setting.value === 'off' &&
    sameList(others(rules), others(changed))
  );
}

function newKey(text: string, end: number, code: string): TextEdit {
  const lineBreak = lineBreakOf(text);
  const key = `rules:${lineBreak}  ${code}: off`;
  const startsLine = /^[\r\n]?$/.test(text.slice(end - 1, end));
  return insert(end, startsLine ? `${key}${lineBreak}` : `${lineBreak}${key}`);
}

function inMap(text: string, { pairs, span }: YamlMap, code: string): TextEdit | null {
  const known = pairs.find(({ key }) => key === code);
  if (known?.value) return { span: known.value.span, newText: 'off' };
  if (known) return insert(text.indexOf(':', known.keySpan.end) + 1, ' off');
  const [first, last] = [pairs[0], pairs.at(-1)];
  const isFlow = text[span.start] === '{';
  if (!first || !last) return isFlow ? insert(span.start + 1, `${code}: off`) : null;
  const end = last.value ? endOf(text, last.value) : last.keySpan.end;
  if (isFlow) return insert(end, `, ${code}: off`);
  const margin = /[ \t]*$/.exec(text.slice(0, first.keySpan.start).replace(/["']$/, ''))?.[0] ?? '';
  return insert(lineEnd(text, end), `${lineBreakOf(text)}${margin}${code}: off`);
}

/** Offset of the end of a value, after its quotation mark. */
function endOf(text: string, { kind, span }: YamlNode): number {
  return kind === 'text' && /["']/.test(text[span.end] ?? '') ? span.end + 1 : span.end;
}

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/[\r\n]/);
  return found < 0 ? text.length : at + found;
}

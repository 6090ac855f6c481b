/** Values of YAML that are known beforehand. */
import { say } from '../../base/say';
import { STYLE_NAMES } from '../../base/styleNames';
import { CHARTS, RULE_SETTINGS } from '../../document/frontMatter/schemas';
import { quoteText } from '../../document/frontMatter/slips';
import type { YamlPlace } from '../../document/frontMatter/yaml/yamlPlace';
import { ofLanguages } from '../../languages';
import { type Completion, spansOf } from './completion';

/** A value, and what it is. */
export interface Value {
  readonly value: string;
  readonly kind?: Completion['kind'];
  readonly detail?: string;
  readonly goesOn?: boolean;
}

/** The usual types of sources in CSL 1.0.2, which reference managers use too. */
const TYPES: readonly (readonly [type: string, says?: () => string])[] = [
  ['article-journal', () => say('in a scientific journal')],
  ['article-magazine', () => say('in a magazine')],
  ['article-newspaper', () => say('in a newspaper')],
  ['article', () => say('a preprint')],
  ['report', () => say('of an institution')],
  ['webpage'],
  ['post-weblog', () => say('in a blog')],
  ['book'],
  ['chapter', () => say('of a book')],
  ['dataset'],
  ['legislation', () => say('a law')],
  ['interview'],
  ['speech'],
  ['thesis'],
  ['personal_communication', () => say('a letter or an e-mail')],
];

const CHART_WORDS: ReadonlyMap<string, () => string> = new Map([
  ['bar', () => say('compares amounts')],
  ['line', () => say('shows change over time')],
  ['area', () => say('shows change over time, filled')],
  ['point', () => say('shows how two amounts relate')],
  ['pie', () => say('shows shares of a whole')],
  ['table', () => say('shows the rows themselves')],
]);

/** Returns the values of a key that don't depend on the brief; an empty list if the key takes any text. */
export function fixedValues(key: string, today: string): Value[] {
  switch (key) {
    case 'published':
    case 'updated':
    case 'accessed':
      return [{ value: today, detail: say('Today') }];
    case 'as-of':
      return [
        { value: today.slice(0, 4), detail: say('This year') },
        { value: today.slice(0, 7), detail: say('This month') },
        { value: today, detail: say('Today') },
      ];
    case 'language':
      return ofLanguages(({ tag, name }) =>
        name === undefined ? undefined : { value: tag.replace('hant', 'Hant'), detail: name },
      );
    case 'type':
      return TYPES.map(([value, says]) => ({ value, detail: says?.() ?? '' }));
    case 'style':
      return STYLE_NAMES.map((value) => ({ value, detail: value === 'compact' ? say('our own') : '' }));
    case 'chart':
      return CHARTS.map((value) => ({ value, detail: CHART_WORDS.get(value)?.() ?? '' }));
    case 'cite':
      return [{ value: 'passages', detail: say('[3] cites its third passage') }];
    case 'copy':
      return [
        { value: 'abstract', detail: say('The local copy is only its abstract') },
        { value: 'excerpt', detail: say('The local copy is only a part of it') },
        { value: 'paywall', detail: say('Its text is behind a paywall') },
        { value: 'scripts', detail: say('Its page is made by scripts, and holds no text') },
      ];
    case 'own':
      return [{ value: 'true', detail: say('Your own, without a source') }];
    default:
      return [];
  }
}

export function ruleSettings(): Value[] {
  return RULE_SETTINGS.map((value) => ({ value, detail: value === 'off' ? say('The rule is not run') : '' }));
}

/** Values as completions at a place, with quotes where YAML would read something else. */
export function valueItems(values: readonly Value[], place: YamlPlace, offset: number): Completion[] {
  const lead = place.colon ? ' ' : '';
  return values.map(({ value, kind = 'value', detail = '', goesOn }) => ({
    kind,
    label: value,
    ...(detail === '' ? {} : { detail }),
    newText: lead + written(value, place),
    ...(goesOn ? { goesOn } : {}),
    ...spansOf(place.span, offset),
  }));
}

/** A text as YAML at a place: in the quotation marks that are there, or in some where it needs them. */
export function written(value: string, { quote, flow }: YamlPlace): string {
  if (quote === "'") return value.replaceAll("'", "''");
  if (quote === '"')
    return quoteText(value).startsWith('"') ? quoteText(value).slice(1, -1) : value.replace(/["\\]/g, '\\$&');
  return isPlain(value, flow) ? value : quoteText(value);
}

/** True if YAML reads a text as itself (YAML 1.2.2, 7.3.3, "Plain Style"). */
function isPlain(value: string, flow: boolean): boolean {
  return (
    /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^\s,[\]{}]))/u.test(value) &&
    !/:(?:\s|$)|\s#|\s$/.test(value) &&
    !(flow && /[,[\]{}]/.test(value))
  );
}

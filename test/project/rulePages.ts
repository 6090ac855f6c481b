import { existsSync } from 'node:fs';
import type { RuleSetting } from '../../src/core/base/problem';
import { RULES, type Rule } from '../../src/core/rules';
import { WITHOUT_PLACE } from '../../src/core/rules/fixes/suppressHere';
import { read } from './files';
import { TABLES, wordsIn } from './said';

/** The pages of the rules in one language: where they are, and how they name what each of them has. */
export interface RulePages {
  readonly language: string;
  /** The table of words in that language; null: English. */
  readonly table: string | null;
  readonly folder: string;
  readonly wrong: string;
  readonly right: string;
  readonly fix: string;
  /** How the section of the fix starts where there is none. */
  readonly none: string;
  readonly turnOff: string;
  /** How to turn a rule off, with CODE for its code: for one place, for a brief, for the configuration, and where more ways are. */
  readonly forPlace: string;
  readonly forBrief: string;
  readonly forConfig: string;
  readonly moreWays: string;
  readonly severities: Readonly<Record<RuleSetting, string>>;
  /** The header of the table of all rules, and what it says of a rule with a fix. */
  readonly header: string;
  readonly mended: string;
}

export const RULE_PAGES: readonly RulePages[] = [
  {
    language: 'English',
    table: null,
    folder: 'docs/rules',
    wrong: 'Wrong',
    right: 'Right',
    fix: 'Fix',
    none: 'None',
    turnOff: 'Turn it off',
    forPlace:
      'For one place: `<!-- brief-disable-next-line CODE -->` on the line above it, or `# brief-disable-next-line CODE` in the front matter. ',
    forBrief: 'For the whole brief, in its front matter:',
    forConfig: 'In `brief.config.yaml` itself:',
    moreWays: 'More ways are in the [list of rules](../README.md#turning-a-rule-off).',
    severities: { error: 'error', warning: 'warning', information: 'information', hint: 'hint', off: 'off' },
    header: '| code | default | fix | reports |',
    mended: 'yes',
  },
  {
    language: 'Chinese',
    table: TABLES.engine,
    folder: 'docs/zh-cn/rules',
    wrong: '错误示例',
    right: '正确示例',
    fix: '修复',
    none: '无',
    turnOff: '关闭此规则',
    forPlace:
      '只在一处关闭：在该处的上一行写 `<!-- brief-disable-next-line CODE -->`，在前置元数据中则写 `# brief-disable-next-line CODE`。',
    forBrief: '对整份简报关闭，在前置元数据中写：',
    forConfig: '在 `brief.config.yaml` 中写：',
    moreWays: '更多做法见[规则列表](../README.md#关闭规则)。',
    severities: { error: '错误', warning: '警告', information: '信息', hint: '提示', off: '关闭' },
    header: '| 代码 | 默认 | 修复 | 报告内容 |',
    mended: '有',
  },
];

/** Where the page of a rule is, or would be. */
function pathOf({ folder }: RulePages, code: string): string {
  return `${folder}/${code}.md`;
}

/** The rules that have a page in a language: in English all of them. */
export function rulesWithPage(pages: RulePages): readonly Rule[] {
  return pages.table === null ? RULES : RULES.filter(({ code }) => existsSync(pathOf(pages, code)));
}

/** The text of a rule's page; empty where there is none yet. */
export function rulePage(pages: RulePages, code: string): string {
  const path = pathOf(pages, code);
  return existsSync(path) ? read(path) : '';
}

/** What a rule reports, in the language of the pages as far as it is translated. */
export function describedIn({ table }: RulePages, { description }: Rule): string {
  return (table === null ? undefined : wordsIn(table)[description]) ?? description;
}

/** The example below a heading of a rule's page, with the line break that ends it. */
export function exampleOf(pages: RulePages, code: string, heading: string): string | null {
  const match = new RegExp(`## ${heading}\n\n(\`{3,})brief\n(.*?\n)\\1\n`, 's').exec(rulePage(pages, code));
  return match?.[2] ?? null;
}

/** Whether a page tells of a fix. */
export function isMended(pages: RulePages, code: string): boolean {
  const fix = new RegExp(`## ${pages.fix}\n\n(.*?)\n\n## `, 's').exec(rulePage(pages, code))?.[1];
  return fix !== undefined && !fix.startsWith(pages.none);
}

const HEAD = /^(?:# .*\n+)?(?:\*\*[^*\n]+\*\* · .*\n+)?/;

/** A rule's page with the head and the last section as the rule has them. What is between them is written by hand. */
export function generatedPage(pages: RulePages, rule: Rule): string {
  const { severities, turnOff } = pages;
  const page = rulePage(pages, rule.code).replace(HEAD, '');
  const [byHand = ''] = page.split(`## ${turnOff}\n`);
  const parts = [
    `# ${rule.code}`,
    `**${severities[rule.severity]}** · ${describedIn(pages, rule)}`,
    byHand.trim(),
    `## ${turnOff}`,
    turningOff(pages, rule.code),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function turningOff({ forPlace, forBrief, forConfig, moreWays }: RulePages, code: string): string {
  const place = WITHOUT_PLACE.has(code) ? '' : forPlace.replaceAll('CODE', code);
  const lead = code.startsWith('config/') ? forConfig : `${place}${forBrief}`;
  return `${lead}\n\n\`\`\`yaml\nrules:\n  ${code}: off\n\`\`\`\n\n${moreWays}`;
}

/** Rules whose example is too large for a page. */
const WITHOUT_EXAMPLE: ReadonlySet<string> = new Set(['brief/limit']);

/** What is still to be written by hand in a rule's page. */
export function missingParts(pages: RulePages, code: string): string[] {
  const [about = '', ...sections] = rulePage(pages, code).replace(HEAD, '').split(/^## /m);
  const has = (heading: string) => sections.some((section) => section.startsWith(`${heading}\n\n`));
  const { wrong, right, fix, none } = pages;
  const examples = [
    [wrong, 'a block ```brief in which the rule reports something, and no other rule does'],
    [right, 'the same block, mended'],
  ];
  const wanted = [
    ...(WITHOUT_EXAMPLE.has(code) ? [] : examples),
    [fix, `what the quick fixes write, or "${none}: " and what to do by hand`],
  ];
  const lacking = wanted.flatMap(([heading = '', what]) =>
    has(heading) ? [] : [`Write the section "## ${heading}": ${what}.`],
  );
  const all = about.trim() === '' ? ['Write below the head what the rule reports, and what not.', ...lacking] : lacking;
  return all.map((each) => `${pathOf(pages, code)}: ${each}`);
}

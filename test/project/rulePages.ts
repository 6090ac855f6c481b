import { existsSync } from 'node:fs';
import type { RuleSetting } from '../../src/core/base/problem';
import { RULES, type Rule } from '../../src/core/rules';
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

export function rulePage(pages: RulePages, code: string): string {
  return read(pathOf(pages, code));
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
  const fix = new RegExp(`## ${pages.fix}\n\n(.*?)\n\n## `, 's').exec(rulePage(pages, code))?.[1] ?? '';
  return !fix.startsWith(pages.none);
}

import type { RuleSetting } from '../../src/core/base/problem';
import { read } from './files';

/** The pages of the rules in one language: where they are, and how they name what each of them has. */
export interface RulePages {
  readonly language: string;
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

export function rulePage({ folder }: RulePages, code: string): string {
  return read(`${folder}/${code}.md`);
}

/** The example below a heading of a rule's page, with the line break that ends it. */
export function exampleOf(pages: RulePages, code: string, heading: string): string | null {
  const match = new RegExp(`## ${heading}\n\n(\`{3,})brief\n(.*?\n)\\1\n`, 's').exec(rulePage(pages, code));
  return match?.[2] ?? null;
}

/** What a page says of its rule behind the severity. */
export function descriptionOf(pages: RulePages, code: string): string {
  return /^\*\*.+?\*\* · (.+)$/m.exec(rulePage(pages, code))?.[1] ?? '';
}

/** Whether a page tells of a fix. */
export function isMended(pages: RulePages, code: string): boolean {
  const fix = new RegExp(`## ${pages.fix}\n\n(.*?)\n\n## `, 's').exec(rulePage(pages, code))?.[1] ?? '';
  return !fix.startsWith(pages.none);
}

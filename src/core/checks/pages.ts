/** Where the pages of the rules are published. */
const BASE = 'https://github.com/research-briefs/research-briefs/blob/main/docs/rules/';

/** The public address of a rule's page. */
export function ruleUrl(code: string): string {
  return `${BASE}${code}.md`;
}

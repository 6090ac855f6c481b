import { say } from '../base/say';

/** The public address of a rule's page, in the language that is spoken. */
export function ruleUrl(code: string): string {
  return say('https://github.com/research-briefs/research-briefs/blob/main/docs/rules/{0}.md', code);
}

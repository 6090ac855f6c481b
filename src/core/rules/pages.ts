import { inEnglish, say } from '../base/say';

/** Put in by the bundler: the address of the project, from `package.json`. */
declare const BRIEF_ADDRESS: string;
/** Put in by the bundler: the codes of the rules whose page is in English alone, with a space between two. */
declare const BRIEF_ENGLISH_ONLY: string;

/** The public address of a rule's page: in the language that is spoken, or else in English. */
export function ruleUrl(code: string): string {
  return BRIEF_ENGLISH_ONLY.split(' ').includes(code) ? inEnglish(() => addressOf(code)) : addressOf(code);
}

function addressOf(code: string): string {
  return say('{0}/blob/main/docs/rules/{1}.md', BRIEF_ADDRESS, code);
}

import type { Finding } from '../../problem';
import { quoted } from '../messages';
import type { Rule } from '../rule';

/** A file that the brief rests on and that could not be read: what it declares is not known. */
export const missingFile: Rule = {
  code: 'source/missing-file',
  severity: 'error',
  description: 'A bibliography file that is not there, can not be read, or lies outside the workspace.',
  *check({ brief }): Iterable<Finding> {
    for (const field of brief.frontMatter?.bibliography ?? []) {
      const file = brief.bibliography.find(({ path }) => path === field.value);
      if (file?.unreadable === undefined) continue;
      yield { span: field.span, message: `${quoted(field.value)} was not read. ${file.unreadable}` };
    }
  },
};

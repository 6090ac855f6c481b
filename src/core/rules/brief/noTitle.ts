import { say } from '../../base/say';
import { offsetOfFirstWord } from '../../base/text';
import { briefRule } from '../rule';

/** At the start of a line, with the marks before it; Chinese, which has no blanks, to the end of the clause. */
const FIRST_WORD = /^[^\p{L}\p{N}]*[^\s，。；：！？]*/u;

/** Lists, the preview and exports show a brief by its title. It is a `briefRule`, as there is no title to visit. */
export const noTitle = briefRule({
  code: 'brief/no-title',
  severity: 'information',
  description: 'A brief with neither a title in its front matter nor a `#` heading.',
  *check({ brief }) {
    if (brief.title) return;
    const start = offsetOfFirstWord(brief.content);
    // Nobody has begun to write: there is nothing to be named yet.
    if (start < 0) return;
    // There is one, which cannot be read: that is reported where it stands.
    const yaml = brief.frontMatter?.yaml;
    if (yaml && /^title[ \t]*:[ \t]*\S/m.test(brief.content.slice(yaml.start, yaml.end))) return;
    const line = brief.content.slice(start, brief.lines.endOf(brief.lines.lineAt(start)));
    yield {
      span: { start, end: start + (FIRST_WORD.exec(line)?.[0].length ?? 0) },
      message: say(
        'This brief has no title. Start it with a line such as "# Title", or put title: in the front matter.',
      ),
    };
  },
});

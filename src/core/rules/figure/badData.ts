import { plain, quoted, withEscapes } from '../../base/messages';
import { say } from '../../base/say';
import { badFileOf, dataOf } from '../../brief/figures/data';
import { nearestOf } from '../nearest';
import { figureRule } from '../rule';

/** A figure that can show nothing: readers would see what is wrong in its place. */
export const badData = figureRule({
  code: 'figure/bad-data',
  severity: 'error',
  description: 'Data of a figure that are missing, empty or unreadable, or lack a column that it names.',
  *check({ content, span }, { brief }) {
    const data = content?.kind === 'data' ? dataOf(content, span, brief) : content && badFileOf(content, brief);
    if (!data || !('message' in data)) return;
    const { missing } = data;
    const near = missing && nearestOf(missing.columns)(missing.field.value);
    yield {
      span: data.span,
      message: withEscapes(near ? say('{0} Did you mean {1}?', data.message, quoted(near)) : data.message),
      ...(near && /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(near)
        ? {
            fixes: () => [
              {
                title: say('Replace "{0}" by "{1}"', plain(missing.field.value), plain(near)),
                edits: [{ span: data.span, newText: near }],
                preferred: true,
              },
            ],
          }
        : {}),
    };
  },
});

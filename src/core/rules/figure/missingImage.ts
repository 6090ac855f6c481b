import { quoted } from '../../base/messages';
import { say } from '../../base/say';
import { missingImagesOf } from '../../brief/figures/images';
import { listRule } from '../rule';

/** An image that readers do not see: its words or a broken picture stand in its place. */
export const missingImage = listRule({
  code: 'figure/missing-image',
  severity: 'warning',
  description: 'An image of the text or of a figure whose file does not exist or cannot be read.',
  list: ({ brief }) => missingImagesOf(brief),
  *check({ name: { value, span }, file: { unreadable = '', isOutside = false } }) {
    const message = say('{0} was not read. {1}', quoted(value), unreadable);
    yield isOutside ? { span, severity: 'information', message } : { span, message };
  },
});

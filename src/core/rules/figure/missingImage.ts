import { quoted } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { imagesOf } from '../../brief/figures/images';
import { briefRule } from '../rule';

/** An image that readers do not see: its words or a broken picture stand in its place. */
export const missingImage = briefRule({
  code: 'figure/missing-image',
  severity: 'warning',
  description: 'An image of the text or of a figure whose file does not exist or cannot be read.',
  *check({ brief }): Iterable<Finding> {
    // Most briefs show none that is missing.
    const files = new Map(brief.images.map((image) => [image.path, image]));
    if (brief.images.every(({ unreadable }) => unreadable === undefined)) return;
    for (const { value, span } of imagesOf(brief)) {
      const { unreadable, isOutside = false } = files.get(value) ?? {};
      if (unreadable === undefined) continue;
      const message = say('{0} was not read. {1}', quoted(value), unreadable);
      yield isOutside ? { span, severity: 'information', message } : { span, message };
    }
  },
});

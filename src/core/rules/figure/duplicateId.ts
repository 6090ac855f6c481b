import { plain, quoted } from '../../base/messages';
import { say } from '../../base/say';
import { firstFigureId } from '../../brief/queries/figureIds';
import { figureRule } from '../rule';

/** Two figures of one name: a reference could mean either. */
export const duplicateId = figureRule({
  code: 'figure/duplicate-id',
  severity: 'error',
  description: 'A figure id that is declared twice.',
  *check({ id }, { brief }) {
    const first = id && firstFigureId(brief, id.value);
    if (!first || first === id) return;
    yield {
      span: id.span,
      message: say('Another figure already has the id {0}. Change one of the two.', quoted(id.value)),
      related: [{ message: say('"{0}" is first declared here.', plain(id.value)), span: first.span }],
    };
  },
});

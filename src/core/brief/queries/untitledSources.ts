/** Finds the sources of which a list has an address and no title. */

import { derive } from '../../base/derive';
import type { Unplaced } from '../../base/text';
import type { Brief, Source } from '../types';
import { sourcesWith } from './finders';

/** True for a source of the body that has an address or a publisher, and no title. */
export function isUntitled({ title, url, doi, publisher, cite, declarations }: Unplaced<Source>): boolean {
  return (
    !title?.value &&
    (url ?? doi ?? publisher) !== undefined &&
    cite === undefined &&
    declarations.some(({ declaredIn }) => declaredIn !== 'inline') &&
    !declarations.some(
      ({ declaredIn, broken }) => declaredIn === 'front-matter' || declaredIn === 'bibliography' || broken,
    )
  );
}

const untitledIn = sourcesWith(isUntitled);

/** Returns such sources of a brief, in order. */
export const untitledSources = derive((brief: Brief): readonly Source[] => [...untitledIn(brief)]);

/** Lists sources in a process of its own: a style is a stranger's program, and its processor has no limits of its own. */

import { say } from '../../core/base/say';
import type { StyledList } from '../../core/page/sections/entries';
import type { ListRequest } from '../../styles';
import { type ApartLimits, runApart } from './runApart';

export type ListSources = (request: ListRequest) => Promise<StyledList>;

const LIMITS: ApartLimits = { time: 5000, memory: 512, rest: 30_000 };

/**
 * Makes a function that writes one list after the other. It never rejects.
 *
 * @param part of our programs, the bundle of `listChild.ts`
 */
export function sourceLister(part: string, limits: Partial<ApartLimits> = {}): ListSources {
  return runApart<ListRequest, StyledList>(part, { ...LIMITS, ...limits }, isList, {
    late: (seconds) => ({ unstyled: say('The style took longer than {0} seconds. Choose another one.', seconds) }),
    tooLarge: () => ({ unstyled: say('The style needs too much memory. Choose another one.') }),
    failed: () => ({ unstyled: say('The program that formats the sources could not be started. Try again.') }),
  });
}

function isList(list: unknown): list is StyledList {
  return typeof list === 'object' && list !== null && ('unstyled' in list || 'entries' in list);
}

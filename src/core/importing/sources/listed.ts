import type { Brief } from '../../brief/types';

/** A source as an entry, a definition or a footnote declares it. */
export interface Listed {
  readonly id: string;
  readonly url?: string;
}

/**
 * The sources that something other than a link of the text (`[1](https://…)`) declares with a number or a key of its own, with
 * the address that it gives.
 */
export function listedSources({ sources }: Brief): Listed[] {
  return sources.flatMap(({ id, declarations }): Listed[] => {
    const listed = declarations.filter(({ declaredIn, byPlace }) => declaredIn !== 'inline' && !byPlace);
    if (listed.length === 0) return [];
    const url = listed.find((declaration) => declaration.url)?.url?.value;
    return [{ id, ...(url === undefined ? {} : { url }) }];
  });
}

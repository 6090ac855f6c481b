import { shown } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { Citation, CitationItem } from '../../brief/types';
import { isAddressKept, namesSeveral, removeItem } from '../fixes/items';
import { clusterRule } from '../rule';

/** The second mention of a source in one cluster says nothing new; often another source was meant. */
export const duplicate = clusterRule({
  code: 'citation/duplicate',
  severity: 'information',
  description: 'The same source cited twice in one place.',
  where: namesSeveral,
  *check(cluster, { brief, sources }): Iterable<Finding> {
    const seen = new Map<string, { citation: Citation; item: CitationItem }>();
    for (const citation of cluster) {
      for (const item of citation.items) {
        // Two pages of one source are two citations.
        const key = JSON.stringify([item.id, item.locator ?? '', item.prefix ?? '']);
        const first = seen.get(key);
        if (!first) {
          seen.set(key, { citation, item });
          continue;
        }
        yield {
          span: citation.items.length === 1 ? citation.span : item.span,
          message: say('{0} is cited twice here. Remove one, or cite the intended source.', shown(item.id)),
          related: [{ message: say('It is already cited here.'), span: first.item.span }],
          fixes: () => {
            const edit = [{ citation, item }, first]
              .filter((one) => isAddressKept(sources.get(item.id), one.citation))
              .map((one) => removeItem(brief.text, cluster, one.citation, one.item))
              .find((removal) => removal !== null);
            return edit
              ? [{ title: say('Remove the second {0}', shown(item.id)), edits: [edit], preferred: true, safe: true }]
              : [];
          },
        };
      }
    }
  },
});

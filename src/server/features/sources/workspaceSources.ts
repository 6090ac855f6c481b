import { rangeElsewhere } from '../../moves/rangeElsewhere';
import type { Feature } from '../feature';

/** Most sources in the list, besides those of a library, which are all listed. Nobody goes through a longer list. */
const MOST_SOURCES = 2000;

/** Lists the sources of the workspace, each with the briefs that cite it. */
export const workspaceSources: Feature = {
  register: ({ onRequest, agreement, session }) => {
    onRequest('brief/workspaceSources', async () => {
      const { worksAcross } = await import('../../../core/editor');
      const { index } = session();
      for (const document of session().documents()) index.seen(document.uri, document.brief());
      await index.ready();
      const { configsOf, sourcesIn } = await import('../../workspace/libraries');
      const all = worksAcross(index.summaries(), sourcesIn(await configsOf(session())));
      const others = all.filter(({ library }) => !library).slice(0, MOST_SOURCES);
      const shown = new Set([...all.filter(({ library }) => library), ...others]);
      const sources = all.filter((source) => shown.has(source));
      return {
        sources: sources.map(({ briefs, library, ...source }) => ({
          ...source,
          library: library && { ...library, range: rangeElsewhere(library.range, agreement()) },
          briefs: briefs.map((brief) => ({ ...brief, range: rangeElsewhere(brief.range, agreement()) })),
        })),
      };
    });
  },
};

import { rangeElsewhere } from '../../moves/rangeElsewhere';
import { WORKSPACE_SOURCES_REQUEST, type WorkspaceSourcesResult } from '../../protocol';
import type { Feature } from '../feature';

/** Longer lists nobody goes through; of a library, all sources are listed. */
const MOST_SOURCES = 2000;

/** Who cites each source, across the workspace. */
export const workspaceSources: Feature = {
  register: ({ connection, answer, agreement, session }) => {
    connection.onRequest(
      WORKSPACE_SOURCES_REQUEST,
      answer(WORKSPACE_SOURCES_REQUEST, async (): Promise<WorkspaceSourcesResult> => {
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
      }),
    );
  },
};

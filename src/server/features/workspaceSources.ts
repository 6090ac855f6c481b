import { WORKSPACE_SOURCES_REQUEST, type WorkspaceSourcesResult } from '../protocol';
import { rangeElsewhere } from '../rangeElsewhere';
import type { Feature } from './feature';

/** Longer lists nobody goes through. */
const MOST_SOURCES = 2000;

/** Who cites each source, across the workspace. */
export const workspaceSources: Feature = {
  register: ({ connection, answer, agreement, session }) => {
    connection.onRequest(
      WORKSPACE_SOURCES_REQUEST,
      answer(WORKSPACE_SOURCES_REQUEST, async (): Promise<WorkspaceSourcesResult> => {
        const { worksAcross } = await import('../../core/features');
        const { index } = session();
        for (const document of session().documents()) index.seen(document.uri, document.brief());
        await index.ready();
        const sources = worksAcross(index.summaries()).slice(0, MOST_SOURCES);
        return {
          sources: sources.map(({ briefs, ...source }) => ({
            ...source,
            briefs: briefs.map((brief) => ({ ...brief, range: rangeElsewhere(brief.range, agreement()) })),
          })),
        };
      }),
    );
  },
};

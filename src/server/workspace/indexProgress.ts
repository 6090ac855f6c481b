import type { Connection } from 'vscode-languageserver';
import { say } from '../../core/base/say';
import type { IndexProgress } from './briefIndex';

/** Shows how far the reading of the workspace is, if the client shows such things, with a button that stops it. */
export function indexProgress(connection: Connection): IndexProgress {
  return {
    begin: async (stop) => {
      // Where the client shows none, this is a reporter that says nothing.
      const reporter = await connection.window.createWorkDoneProgress().catch(() => null);
      reporter?.begin(say('Reading the briefs of the workspace'), 0, undefined, true);
      if (reporter?.token.isCancellationRequested) stop();
      reporter?.token.onCancellationRequested(stop);
      let shown = 0;
      return {
        report: (done, of) => {
          const percent = Math.floor((done / of) * 100);
          if (percent <= shown) return;
          shown = percent;
          reporter?.report(percent, say('{0} of {1}', done, of));
        },
        end: () => reporter?.done(),
      };
    },
  };
}

import { requestsWait } from './answers';

/** Milliseconds that the server works at a stretch, unless one thing takes longer. */
const SLICE = 3;

/** Makes a function that lets waiting messages go first whenever the server has worked long enough. */
export function createTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE && !requestsWait()) return;
    do await breathe();
    while (requestsWait());
    since = performance.now();
  };
}

/** Lets others have their turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

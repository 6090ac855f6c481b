import { requestsWait } from './answers';

/** How long the server works at a stretch, in milliseconds, unless one thing takes longer. */
const SLICE = 3;

/** Makes what lets that go first which has arrived meanwhile, whenever the server has worked long enough. */
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

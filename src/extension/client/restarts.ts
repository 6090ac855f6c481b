/** A server that stops more often than this in three minutes isn't started again. */
export const MOST_RESTARTS = 4;
const WINDOW = 3 * 60 * 1000;

/** The reaction to a server that stopped: start it again with a message, start it again, or leave it. */
export type Verdict = 'say' | 'restart' | 'give up';

/**
 * Counts how often the server stopped. A series of stops gets one message, at its start.
 *
 * @param now returns the time in milliseconds
 */
export function createRestarts(now: () => number): { stopped(): Verdict; forget(): void } {
  let stops: number[] = [];
  return {
    stopped: () => {
      const time = now();
      stops = [...stops.filter((stop) => stop > time - WINDOW), time];
      if (stops.length > MOST_RESTARTS) return 'give up';
      return stops.length === 1 ? 'say' : 'restart';
    },
    forget: () => {
      stops = [];
    },
  };
}

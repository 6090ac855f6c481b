import type { Pace } from './link';

/** Lets work on hosts begin when it is its turn. */
export interface Turns {
  /** Runs `work` when there is room; rejects as `work` does, or with the signal's reason before it began. */
  take<T>(host: string, work: () => Promise<T>): Promise<T>;
  /** No work on a host begins within so many milliseconds. */
  hold(host: string, ms: number): void;
}

/** @param signal ends all waiting */
export function createTurns(pace: Pace, signal: AbortSignal | undefined): Turns {
  const all = createRoom(pace.atOnce);
  const hosts = new Map<string, { readonly room: Room; next: number }>();
  const hostOf = (name: string) => {
    const host = hosts.get(name) ?? { room: createRoom(pace.atOnceOfHost), next: 0 };
    hosts.set(name, host);
    return host;
  };
  return {
    take: (name, work) => {
      const host = hostOf(name);
      return host.room.within(async () => {
        // Each waits for a moment of its own, so that two who wait together do not begin together.
        while (host.next > performance.now()) await wait(host.next - performance.now(), signal);
        host.next = performance.now() + pace.pauseMs;
        return all.within(() => {
          signal?.throwIfAborted();
          return work();
        });
      });
    },
    hold: (name, ms) => {
      const host = hostOf(name);
      host.next = Math.max(host.next, performance.now() + ms);
    },
  };
}

interface Room {
  within<T>(work: () => Promise<T>): Promise<T>;
}

/** Room for so many at once; the others wait in a line. */
function createRoom(size: number): Room {
  let left = size;
  const line: (() => void)[] = [];
  return {
    within: async (work) => {
      if (left > 0) left--;
      else await new Promise<void>((resolve) => line.push(resolve));
      try {
        return await work();
      } finally {
        const next = line.shift();
        if (next) next();
        else left++;
      }
    },
  };
}

/** @throws the signal's reason when it is given meanwhile */
function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', give);
      resolve();
    }, ms);
    if (signal?.aborted) give();
    else signal?.addEventListener('abort', give, { once: true });
  });
}

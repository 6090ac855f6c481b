/** Work that is done again and again. */
export interface Repeated {
  /** Does it at once, or as soon as it is done with what it does. */
  now(): Promise<void>;
  /** Does it after the delay, together with what is asked for until then. */
  soon(): void;
  /** Forgets what was to be done soon. */
  stop(): void;
}

/**
 * Runs work never twice at a time: what is asked for while it runs is done once, afterwards.
 *
 * @param delay how long `soon` waits, in milliseconds
 * @param failed is told of an error, after which the work can be asked for again
 */
export function oneAtATime(work: () => Promise<void>, delay: number, failed: (error: unknown) => void): Repeated {
  let running = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = async (): Promise<void> => {
    stop();
    again = running;
    if (running) return;
    running = true;
    await work().catch(failed);
    running = false;
    if (again) await now();
  };
  return {
    now,
    soon: () => {
      timer ??= setTimeout(now, delay);
    },
    stop,
  };
}

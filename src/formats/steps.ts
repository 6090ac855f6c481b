/** Work that can be left off at many places; from one to the next it takes much less than a millisecond. */
export type Steps<T> = Generator<void, T>;

const SLICE_MS = 8;

/** Does all of it at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does it some milliseconds at a time, so that whoever waits meanwhile has their turn. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = Date.now() + SLICE_MS;
    while (Date.now() < end) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }
}

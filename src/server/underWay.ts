/** Work that others may have to wait for, by what it is for. */
export interface UnderWay {
  add(key: string, work: Promise<unknown>): void;
  /** Settles when none is under way, however it ended. */
  ended(key: string): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const works = new Map<string, ReadonlySet<Promise<unknown>>>();
  const remove = (key: string, work: Promise<unknown>) => {
    const left = new Set(works.get(key));
    left.delete(work);
    if (left.size > 0) works.set(key, left);
    else works.delete(key);
  };
  return {
    add: (key, work) => {
      works.set(key, new Set(works.get(key)).add(work));
      const done = () => remove(key, work);
      work.then(done, done);
    },
    ended: async (key) => {
      for (let now = works.get(key); now; now = works.get(key)) await Promise.allSettled(now);
    },
  };
}

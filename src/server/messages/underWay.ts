/** Work that others may have to wait for, by its key. */
export interface UnderWay {
  /** Adds work. Its result and its error are ignored. */
  add(key: string, work: Promise<unknown>): void;
  /** Settles when no work is under way for the key. */
  ended(key: string): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const works = new Map<string, Promise<void>>();
  return {
    add: (key, work) => {
      const all = Promise.allSettled([works.get(key), work]).then(() => {
        if (works.get(key) === all) works.delete(key);
      });
      works.set(key, all);
    },
    ended: async (key) => {
      while (works.has(key)) await works.get(key);
    },
  };
}

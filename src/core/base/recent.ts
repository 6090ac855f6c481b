/** Values by their keys. The most recently used are kept. */
export interface Recent<T> {
  /** The value of a key: the kept value, unless it is refused. */
  take(key: string, make: (kept: T | undefined) => T): T;
}

/** Of so many texts at least: more than a block has, but for blocks that are a brief of their own. */
const LEAST_KEPT = 1000;

/** @param most so many are kept, up to twice as many */
export function recent<T extends object>(most: () => number = () => LEAST_KEPT): Recent<T> {
  let now = new Map<string, T>();
  let earlier = now;
  return {
    take(key, make) {
      const known = now.get(key);
      const value = make(known ?? earlier.get(key));
      if (value === known) return value;
      if (now.size >= Math.max(LEAST_KEPT, most())) {
        earlier = now;
        now = new Map();
      }
      now.set(key, value);
      return value;
    },
  };
}

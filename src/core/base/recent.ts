/** Values by their keys. The most recently used are kept. */
export interface Recent<T> {
  /** The value of a key: the kept value, unless it is refused. */
  take(key: string, make: (kept: T | undefined) => T): T;
  /** Says how many are about to be taken one after the other: so many are kept. */
  expect(count: number): void;
}

/** @param least so many are kept, up to twice as many */
export function recent<T extends object>(least = 1000): Recent<T> {
  let most = least;
  let now = new Map<string, T>();
  let earlier = now;
  return {
    take(key, make) {
      const known = now.get(key);
      const value = make(known ?? earlier.get(key));
      if (value === known) return value;
      if (now.size >= most) {
        earlier = now;
        now = new Map();
      }
      now.set(key, value);
      return value;
    },
    expect: (count) => {
      most = Math.max(least, count);
    },
  };
}

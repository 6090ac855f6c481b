/** Gives a number from 0 on, below a limit. */
export type Draw = (limit: number) => number;

/** A linear congruential generator with the constants of Numerical Recipes. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

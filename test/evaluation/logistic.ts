/** Logistic regression by Newton's method, on standardised features, with a penalty on large weights. */

export interface Row {
  readonly features: readonly number[];
  readonly isPositive: boolean;
}

export interface Fit {
  readonly start: number;
  readonly weights: readonly number[];
}

const PENALTY: number = 20;
const STEPS = 8;

export function fit(rows: readonly Row[]): Fit {
  const count = rows[0]?.features.length ?? 0;
  const column = (j: number) => rows.map(({ features }) => features[j] ?? 0);
  const scales = Array.from({ length: count }, (_, j) => scaleOf(column(j)));
  const xs = rows.map(({ features }) => [
    ...features.map((value, j) => (value - (scales[j]?.mean ?? 0)) / (scales[j]?.deviation ?? 1)),
    1,
  ]);
  let weights = new Array<number>(count + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, j) => (j < count ? -PENALTY * weight : 0));
    const hessian = weights.map((_, j) => weights.map((_, k): number => (j === k && j < count ? PENALTY : 0)));
    for (const [i, x] of xs.entries()) {
      const p = 1 / (1 + Math.exp(-dot(x, weights)));
      const off = Number(rows[i]?.isPositive) - p;
      const curve = Math.max(1e-6, p * (1 - p));
      for (const [j, value] of x.entries()) {
        gradient[j] = (gradient[j] ?? 0) + off * value;
        const line = hessian[j];
        if (line && value !== 0) for (let k = 0; k <= j; k++) line[k] = (line[k] ?? 0) + curve * value * (x[k] ?? 0);
      }
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, j) => weight + (change[j] ?? 0));
  }
  const plain = scales.map(({ deviation }, j) => (weights[j] ?? 0) / deviation);
  const start = (weights[count] ?? 0) - scales.reduce((sum, { mean }, j) => sum + mean * (plain[j] ?? 0), 0);
  return { start, weights: plain };
}

/** Returns the log-odds that a fit gives to features. */
export function oddsOf({ start, weights }: Fit, features: readonly number[]): number {
  return start + dot(features, weights);
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function scaleOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

/** Solves a symmetric, positive system, of which the lower triangle is given, by Cholesky's method. */
function solve(lower: number[][], right: readonly number[]): number[] {
  const at = (i: number, j: number) => lower[i]?.[j] ?? 0;
  for (const [j, line] of lower.entries())
    for (let k = 0; k <= j; k++) {
      let sum = line[k] ?? 0;
      for (let t = 0; t < k; t++) sum -= (line[t] ?? 0) * at(k, t);
      line[k] = j === k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(k, k);
    }
  const x = [...right];
  for (let i = 0; i < x.length; i++) {
    for (let t = 0; t < i; t++) x[i] = (x[i] ?? 0) - at(i, t) * (x[t] ?? 0);
    x[i] = (x[i] ?? 0) / at(i, i);
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let t = i + 1; t < x.length; t++) x[i] = (x[i] ?? 0) - at(t, i) * (x[t] ?? 0);
    x[i] = (x[i] ?? 0) / at(i, i);
  }
  return x;
}

/**
 * The stem of a Latin word in lower case, without marks: endings of the plural, of verbs and of adverbs are taken off,
 * so that `refines`, `refined` and `refining` are one term. Light on purpose (it is not Porter's): a stem has four
 * letters at least, and words of other languages lose little.
 */
export function stem(word: string): string {
  if (word.length < 4) return word;
  let rest = word;
  if (/(?:[^aeiou]|[aeiou][^s])ies$/.test(rest)) rest = `${rest.slice(0, -3)}y`;
  else if (/(?:ss|x|z|ch|sh)es$/.test(rest)) rest = rest.slice(0, -2);
  else if (/[^us]s$/.test(rest)) rest = rest.slice(0, -1);
  for (const ending of ENDINGS) {
    if (!rest.endsWith(ending) || rest.length - ending.length < 4) continue;
    rest = rest.slice(0, -ending.length);
    // `running` is `run`.
    if (/([bdgmnprt])\1$/.test(rest)) rest = rest.slice(0, -1);
    break;
  }
  return rest.length > 4 ? rest.replace(/[ey]$/, '') : rest;
}

const ENDINGS = ['ing', 'ed', 'ly'];

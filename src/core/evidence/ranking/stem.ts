/**
 * The stem of a Latin word in lower case, without marks: endings of the plural, of verbs and of adverbs are taken off,
 * so that `refines`, `refined` and `refining` are one term. Light on purpose (it is not Porter's): a stem has four
 * letters at least, and words of other languages lose little.
 */
export function stem(word: string): string {
  const verb = IRREGULAR.get(word);
  if (verb !== undefined) return verb;
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

/** Forms of English verbs that no ending tells, by the stem of the verb. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  [
    'beat beaten',
    'begin began begun',
    'break broke broken',
    'build built',
    'buy bought',
    'catch caught',
    'choos chose chosen',
    'draw drew drawn',
    'driv drove driven',
    'feed fed',
    'fight fought',
    'find found',
    'forbid forbade forbidden',
    'hold held',
    'lend lent',
    'los lost',
    'meet met',
    'pay paid',
    'sell sold',
    'send sent',
    'shoot shot',
    'spend spent',
    'steal stole stolen',
    'strik struck stricken',
    'teach taught',
    'withdraw withdrew withdrawn',
    'win won',
    'writ wrote written',
  ].flatMap((forms) => {
    const [verb = '', ...others] = forms.split(' ');
    return others.map((form) => [form, verb] as const);
  }),
);

const ENDINGS = ['ing', 'ed', 'ly'];

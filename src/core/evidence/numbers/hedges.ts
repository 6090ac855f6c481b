import type { Bound } from './quantity';

/** What the words around a number say about how it is meant. */
export interface Hedge {
  readonly approximate: boolean;
  readonly bound: Bound | null;
}

/** How far before and after a number its hedges may stand. */
const REACH = 28;

/**
 * Reads "about", "more than", 超过, 左右 and the like around a number.
 *
 * @param text folded.
 */
export function readHedge(text: string, start: number, end: number): Hedge {
  const before = text.slice(Math.max(0, start - REACH), start).toLowerCase();
  const after = text.slice(end, end + REACH).toLowerCase();
  const bound =
    BOUNDS_BEFORE.find(([pattern]) => pattern.test(before))?.[1] ??
    BOUNDS_AFTER.find(([pattern]) => pattern.test(after))?.[1] ??
    null;
  return { approximate: ABOUT_BEFORE.test(before) || ABOUT_AFTER.test(after), bound };
}

const words = (list: string) =>
  new RegExp(`(?:^|[^\\p{L}])(?:${list})[ \\u00a0]+(?:(?:a|an|the|some|als|de|que|di|da)[ \\u00a0])?$`, 'u');
const chars = (list: string) => new RegExp(`(?:${list}) ?$`, 'u');

const ABOUT_BEFORE = new RegExp(
  [
    words(
      'about|around|roughly|approximately|approx\\.?|some|nearly|almost|close to|near|circa|ca\\.?|c\\.|an estimated|estimated|in the region of|or so|' +
        'etwa|rund|ungefähr|circa|zirka|fast|knapp|gut|environ|près|presque|quelque|à peu près|unos|unas|alrededor|aproximadamente|casi|cerca|cerca|circa|quasi|quase|por volta|' +
        'nearly all of',
    ).source,
    chars('约|大约|大概|约为|接近|将近|近|逾|差不多|左右|上下|估计|およそ|ほぼ|약|거의|대략|~|≈').source,
  ].join('|'),
  'u',
);
const ABOUT_AFTER =
  /^(?:[ \u00a0]?(?:左右|上下|前后|多|余|来|程度|ほど|前後|정도|가량|여)|[ \u00a0]or so\b|[ \u00a0]odd\b|-odd\b|[ \u00a0]more or less\b|[ \u00a0]oder so\b)/u;

const BOUNDS_BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [
    words(
      'no less than|not less than|at least|at the least|a minimum of|minimum of|no fewer than|not fewer than|equal to or more than|more than or equal to|mindestens|wenigstens|au moins|al menos|por lo menos|almeno|pelo menos|no menos',
    ),
    'atLeast',
  ],
  [
    words(
      "no more than|not more than|up to|at most|at the most|as much as|as many as|a maximum of|maximum of|equal to or less than|less than or equal to|höchstens|bis zu|maximal|au plus|jusqu'à|como máximo|hasta|al massimo|fino a|no máximo|até",
    ),
    'atMost',
  ],
  [
    words(
      'more than|greater than|larger than|higher than|over|above|exceeding|exceeds|exceeded|exceed|upwards of|in excess of|beyond|topped|topping|past|mehr als|über|plus|más|mas|oltre|più|mais|acima',
    ),
    'moreThan',
  ],
  [
    words('less than|fewer than|smaller than|lower than|under|below|weniger als|unter|moins|menos|meno|sotto|abaixo'),
    'lessThan',
  ],
  [chars('至少|不少于|不低于|不小于|最少|最低|大于等于|少なくとも|최소|적어도|>=|≥'), 'atLeast'],
  [chars('至多|最多|最多为|不超过|不多于|不高于|不大于|最高|小于等于|多达|高达|最大|最大で|최대|<=|≤'), 'atMost'],
  [chars('超过|超出|超|逾|大于|多于|高于|突破|过|越|上|>'), 'moreThan'],
  [chars('不足|不到|小于|少于|低于|未满|不满|<'), 'lessThan'],
];

const BOUNDS_AFTER: readonly (readonly [RegExp, Bound])[] = [
  [
    /^(?: ?\+(?!\d)| or (?:more|greater|above|over|higher|older)\b| and (?:above|over|up)\b| oder mehr\b| ou plus\b| o más\b| o più\b| ou mais\b| plus\b)/u,
    'atLeast',
  ],
  [/^ or (?:less|fewer|below|under|lower)\b/u, 'atMost'],
  [/^ ?(?:以上|이상|及以上|或以上)/u, 'atLeast'],
  [/^ ?(?:以内|以下|이하|及以下|或以下)/u, 'atMost'],
  [/^ ?(?:超|초과)/u, 'moreThan'],
  [/^ ?(?:未満|미만|不到)/u, 'lessThan'],
  [/^(?:多|余|여)/u, 'moreThan'],
];

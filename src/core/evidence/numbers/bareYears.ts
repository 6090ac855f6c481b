import type { Numeral } from './quantity';

/**
 * Whether four bare digits are a year rather than a count.
 *
 * @param text folded; the numeral has neither unit nor scale.
 */
export function isYear(text: string, { start, end, low }: Numeral, hedged: boolean): boolean {
  if (low < 1000 || low > 2150) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 24);
  if (/[$€£¥#]$/.test(before) || /^[ \u00a0]?[%‰]/.test(after)) return false;
  if (YEAR_BEFORE.test(before)) return !COUNTED.test(after);
  if (low < 1400) return false;
  if (hedged || COUNTED.test(after) || COUNTED_CJK.test(after)) return false;
  if (COUNT_BEFORE.test(before)) return false;
  return low >= 1900
    ? low <= 2099
    : /^(?:$|[ \u00a0]*[^\p{L}\p{N} ]|[ \u00a0](?:and|by|to|when|the|a|with|as|at|in|on|after|before|he|she|it|they)\b)/u.test(
        after,
      );
}

const YEAR_BEFORE =
  /(?:^|[^\p{L}])(?:in|since|until|till|during|year|years|before|after|from|by|late|early|mid|later than|seit|im Jahr|Jahr|en|depuis|desde|dal|nel|em|dans|fin|début)[ -]$/iu;
const COUNT_BEFORE =
  /(?:^|[^\p{L}])(?:about|over|nearly|almost|around|some|approximately|only|least|most|than|another|additional|total of|up to|等于|共|达|有)[ ]?$/iu;
const COUNTED =
  /^[ \u00a0-](?:people|men|women|children|employees|workers|jobs|units|cars|vehicles|deaths|cases|members|students|homes|houses|copies|shares|votes|troops|soldiers|patients|points|items|companies|stores|schools|more|times|other|new (?!year)|different|words|pages|metres|steps|species|sites|locations)/i;
const COUNTED_CJK =
  /^ ?(?:个|只|条|名|位|家|项|次|人|件|张|辆|艘|架|座|栋|套|份|批|组|台|户|所|多|余|명|개|人|件|社|台|か所)/u;

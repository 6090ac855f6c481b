/**
 * The sound of a name, as far as it survives from Latin letters to the characters with which Chinese writes foreign names:
 * `Clinton` and `克林顿` are both `KLNTN`. Vowels are left out. So are the differences of b and p, d and t, g and k, l and r, and
 * of f, v and w: Chinese often doesn't keep them.
 */
import type { TextSpan } from '../../base/text';

/** Least length of a sound; shorter ones fit too many names. */
const LEAST = 3;
/** Largest number of characters in a name in Chinese. */
const LONGEST = 6;

/** Returns the sounds of a word in Latin letters, without marks: with and without an `r` that is silent in English. */
export function soundsOfLatin(word: string): string[] {
  const lower = word.toLowerCase();
  const mute = lower.replace(/r(?![aeiouyr])/g, '');
  const spoken = mute === lower ? [lower] : [lower, mute];
  return [...new Set(spoken.map(skeletonOf))].filter((sound) => sound.length >= LEAST);
}

function skeletonOf(word: string): string {
  let rest = word;
  for (const [pattern, replacement] of LATIN) rest = rest.replace(pattern, replacement);
  return rest.replace(/[^A-Z]/g, '');
}

/** Replacements in order; finished sounds are in upper case. A vowel between two equal sounds keeps them apart. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/^(?:wr|rh)/, 'L'],
  [/^(?:kn|gn|pn)/, 'N'],
  [/^ps/, 'S'],
  [/gh(?![aeiouy])/g, ''],
  [/ng(?![aeiouy])/g, 'n'],
  [/ph/g, 'F'],
  [/th/g, 'T'],
  [/tsch|sch|tch|sh|ch|tz|ts|cz|zh|dg|dj/g, 'S'],
  [/c(?=[eiy])|g(?=[eiy])|[szj]+/g, 'S'],
  [/ck|qu|[ckgq]+/g, 'K'],
  [/x/g, 'KS'],
  [/[bp]+/g, 'P'],
  [/[dt]+/g, 'T'],
  [/[fvw]+(?=[aeiouylr])|[fv]+/g, 'F'],
  [/[lr]+/g, 'L'],
  [/n+/g, 'N'],
  [/m+(?=P)/g, 'N'],
  [/m+/g, 'M'],
  [/(?<![A-Zh])h(?=[aeiouy])/g, 'H'],
];

/** Yields the sounds of all stretches of a run of CJK characters that could be a foreign name. */
export function* soundsOfHan(run: string): Iterable<TextSpan & { readonly sound: string }> {
  for (let start = 0; start < run.length; start++) {
    let sound = '';
    for (let end = start; end < run.length && end < start + LONGEST; end++) {
      const next = HAN.get(run.charAt(end));
      if (next === undefined) break;
      sound += next;
      if (end > start && sound.length >= LEAST) yield { sound, start, end: end + 1 };
    }
  }
}

/** Sounds of the characters that write foreign names. */
const HAN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '': '阿埃艾爱奥澳欧厄伊易乌尤亚娅雅耶约优犹俄',
    P: '巴贝比博布伯鲍拜彼波帕佩皮普保柏珀碧芭卜派',
    PN: '班本宾邦潘彭蓬朋滨',
    T: '达德迪多杜戴道塔特泰蒂提图托陶代黛得狄都地',
    TN: '丹登丁顿东敦坦腾廷汀通滕汤当',
    K: '加格戈古盖高卡科克库凯基考果哥夸奎圭瓜噶嘉葛',
    KN: '甘根冈贡干坎肯金康昆孔刚',
    F: '法费菲弗福佛夫芙富伏瓦维沃威韦伍武华怀惠',
    FN: '凡芬丰冯方文温万旺',
    S: '萨塞西索苏斯丝思瑟色沙夏谢舍希什施舒肖史查切奇乔丘恰齐杰吉贾朱佐泽兹扎祖茨策采藻宰赛蔡济哲季',
    SN: '桑森孙逊辛申钱琴钦津赞詹珍简姜香尚仙盛圣欣宗',
    L: '拉莱里罗鲁勒雷利卢洛劳赖路丽莉蕾柳列尔若热瑞璐茹儒',
    LN: '兰伦林朗龙隆琳连廉郎仑',
    M: '马玛麦迈米莫穆姆默梅密缪',
    MN: '曼蒙门敏明孟芒',
    N: '纳娜内尼诺努奈纽涅妮安恩昂因英翁扬杨永',
    NN: '南农宁嫩楠',
    H: '哈赫霍胡海豪黑',
    HN: '汉亨洪',
  }).flatMap(([sound, characters]) => [...characters].map((character) => [character, sound] as const)),
);

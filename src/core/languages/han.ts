/** Tables of Chinese characters, and of the words of Chinese, Japanese and Korean that stand in one table for all three. */

/** Characters that write foreign names, by their sound: `evidence/ranking/sounds.ts` has the letters. */
export const NAME_SOUNDS: Readonly<Record<string, string>> = {
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
};

/** Traditional and Japanese characters of numerals and units, each before the simplified one. */
export const SIMPLIFIED =
  '萬万億亿兩两點点個个幾几餘余負负雙双對对貳贰弐贰參叁叄叁陸陆圓圆幣币歐欧鎊镑韓韩頓吨噸吨歲岁歳岁時时週周華华攝摄過过約约達达數数將将於于廣广盧卢馬马銖铢倫伦鐘钟畝亩裡里號号節节條条頁页會会產产紀纪後后開开間间連连';

/** Names of currencies in Chinese (simplified), Japanese and Korean, by ISO 4217 or the name of a small coin. */
export const CURRENCIES: readonly (readonly [currency: string, names: string])[] = [
  ['CNY', '元|元人民币|人民币|人民元|块|块钱|圆|圆人民币|위안|元钱'],
  ['USD', '美元|美金|美圆|美刀|ドル|米ドル|달러|미국 달러|불'],
  ['EUR', '欧元|ユーロ|유로'],
  ['GBP', '英镑|ポンド|英ポンド|파운드|영국 파운드'],
  ['JPY', '日元|日圆|日币|円|엔|일본 엔'],
  ['KRW', '韩元|韩圆|韩币|ウォン|원|圜'],
  ['HKD', '港元|港币|港圆|香港ドル|홍콩 달러'],
  ['TWD', '新台币|台币|台元|新臺币|臺币'],
  ['AUD', '澳元|澳币|豪ドル|호주 달러'],
  ['CAD', '加元|加币|カナダドル|캐나다 달러'],
  ['SGD', '新加坡元|新元|新币|シンガポールドル'],
  ['CHF', '瑞士法郎|瑞郎|スイスフラン|스위스 프랑'],
  ['franc', '法郎|フラン|프랑'],
  ['DEM', '马克'],
  ['FIM', '핀란드 마르카|마르카'],
  ['RUB', '卢布|ルーブル|루블'],
  ['INR', '卢比|印度卢比|ルピー|루피'],
  ['THB', '泰铢|バーツ|바트'],
  ['BRL', '雷亚尔|レアル|헤알'],
  ['ZAR', '兰特'],
  ['MYR', '林吉特|令吉|リンギット|링깃'],
  ['VND', '越南盾'],
  ['IDR', '印尼盾'],
  ['TRY', '里拉|トルコリラ|리라'],
  ['GEL', '라리'],
  ['peso', '比索|ペソ|페소'],
  ['krona', '克朗|クローネ|크로나'],
  ['SAR', '里亚尔'],
  ['AED', '迪拉姆'],
  ['dinar', '第纳尔'],
  ['BTC', '比特币|枚比特币'],
  ['cent', '美分|セント|센트|欧分'],
  ['penny', '便士|ペンス|ペニー|페니|펜스'],
  ['fen', '分钱'],
  ['jiao', '角|毛|毛钱|角钱'],
];

/** Marks and words that end a clause, as a regular expression. A comma or full stop inside a number doesn't. */
export const CLAUSE_ENDS = String.raw`[，。；：、！？()（）|\n;:!?]|,(?!\d)|\.(?=\s|$)|而(?!且)|但`;

/** Words that join two things, as a regular expression. */
export const JOINS = '和|及|与|と';

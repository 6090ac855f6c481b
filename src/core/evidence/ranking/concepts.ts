/** Words of two languages, English and Chinese, that mean one thing and are common in briefs. */
import { once } from '../../base/once';
import { stem } from './stem';
import type { Term } from './terms';

/** Yields the words of a text that the table knows, in any form. In Chinese, the longest entry at a place counts. */
export function* conceptsIn(text: string): Iterable<Term> {
  for (const { 0: word, index } of text.matchAll(/[A-Za-z]{2,}/g)) {
    const concept = english().get(stem(word.toLowerCase()));
    if (concept) yield { kind: 'concept', key: concept, start: index, end: index + word.length };
  }
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at < run.length; ) {
      const entry = chinese()
        .get(run.slice(at, at + 2))
        ?.find(({ name }) => run.startsWith(name, at));
      if (entry) yield { kind: 'concept', key: entry.key, start: index + at, end: index + at + entry.name.length };
      at += entry?.name.length ?? 1;
    }
  }
}

/**
 * Entries end with `;`: English words, then Chinese ones, that all mean one thing. By topic: trade and industry, energy
 * and climate, politics and law, society, health and food, science, transport and places, culture, firms, accounts, goods, farms, people.
 */
const CONCEPTS = `
market 市场; price cost 价格 成本; trade commerce 贸易 商务; export 出口; import 进口; tariff duty 关税; tax levy 税收 征税 纳税 税率; bank 银行;
loan lend credit 贷款 信贷; debt 债务 负债; bond 债券; stock share equity 股票 股份 股市; investor invest 投资; fund 基金 资金; profit earnings 利润 盈利;
revenue income 收入 营收; loss 亏损 损失; sales sell 销售; consumer consumption consume 消费; demand 需求; supply supplier 供应 供给; growth grow 增长;
decline fall drop decrease 下降 下跌 减少; increase rise 上升 增加 上涨; inflation 通胀 通货膨胀; economy economic 经济; finance financial fiscal 金融 财政; budget 预算;
company firm corporation enterprise 公司 企业; industry industrial 工业 产业 行业; factory plant 工厂; manufacture manufacturing 制造; produce production output 生产 产量;
capacity 产能 能力; mine mining 矿山 采矿 矿业; ore mineral 矿石 矿物 矿产; metal 金属; steel 钢铁; copper 铜矿; aluminum aluminium 铝业; lithium 锂矿 锂电; cobalt 钴矿; nickel 镍矿;
gold 黄金; rare 稀有 稀土 罕见; earth 地球; magnet 磁铁 磁体 磁材; refine refinery 精炼 炼油 冶炼; separate separation 分离; reserve 储备 储量; resource 资源;
energy 能源; oil petroleum 石油 原油; gas 天然气; coal 煤炭; nuclear 核能 核电 核武; solar 太阳能 光伏; wind 风能 风电; hydrogen 氢能 氢气; power electricity electric 电力 电动; grid 电网; battery 电池; vehicle car automobile 汽车 车辆;
emission 排放; carbon 碳排放 二氧化碳; climate 气候; pollution 污染; environment environmental 环境; water 水资源 用水; forest 森林; fire 火灾; flood 洪水; earthquake 地震; storm hurricane 风暴 飓风; temperature 温度 气温;
government 政府; minister 部长 大臣; ministry department 部门; president 总统 主席; premier prime 总理 首相; parliament 议会; congress 国会; senate senator 参议院 参议员; representative 众议员 代表; party 政党; republican 共和党; democrat democratic 民主党 民主; election elect 选举 当选; vote voter 投票 选民 选票; candidate 候选人; campaign 竞选 运动; policy 政策; law legal legislation 法律 立法; regulation regulate regulator 监管 法规 规定; rule 规则; court 法院 法庭; judge 法官; lawyer attorney 律师; trial 审判 试验; police 警察 警方; arrest 逮捕; prison jail 监狱; crime criminal 犯罪 罪犯; murder kill 谋杀 杀害; victim 受害者; suspect 嫌疑人 嫌犯; investigate investigation 调查; evidence 证据; allegation accuse 指控 指责; sanction 制裁; ban prohibit 禁止 禁令; approve approval 批准 获批; license permit 许可 许可证 执照; agreement deal 协议 协定; treaty 条约; negotiate negotiation talks 谈判; alliance ally 联盟 盟友; border 边境 边界; immigrant immigration migrant 移民; refugee asylum 难民 庇护; citizen 公民; right rights 权利; freedom 自由; independence independent 独立; protest protester 抗议 示威; war 战争; military army 军队 军事; navy 海军; weapon 武器; missile 导弹; attack 袭击 攻击; security safety safe 安全; peace 和平; defense defence 国防 防御 辩护; terrorist terrorism 恐怖;
union 工会 联合; worker labor labour employee staff 工人 员工 劳工 工作人员; job employment 就业 工作岗位; unemployment 失业; wage salary pay 工资 薪水; strike 罢工; pension 养老金; insurance 保险; house housing home 住房 房屋; property estate 房地产 财产; rent 租金; poverty poor 贫困 贫穷; population 人口; family 家庭; child children 儿童 孩子; woman women female 女性 妇女; man male 男性 男子; youth young 年轻 青年; old elderly 老年 老人; student 学生; school 学校; university 大学; education 教育; teacher professor 教师 老师 教授; church 教堂 教会; religion religious 宗教;
health 健康 卫生; hospital 医院; doctor physician 医生; nurse 护士; patient 患者 病人; disease illness 疾病; cancer 癌症; virus 病毒; vaccine 疫苗; drug medicine 药物 药品 毒品; treatment treat 治疗; surgery 手术; infection infect 感染; death dead die 死亡; injury injured 受伤; blood 血液; brain 大脑; heart 心脏; food 食品 食物; agriculture farm farmer 农业 农民 农场; crop grain 粮食 作物; rice 大米 水稻; wheat 小麦; meat 肉类; pig pork 猪肉;
science scientific 科学; scientist 科学家; research researcher 研究 研究人员; study 研究 学习; technology technical 技术 科技; data 数据; computer 计算机 电脑; software 软件; chip semiconductor 芯片 半导体; artificial intelligence 人工智能; robot 机器人; internet online network 互联网 网络 在线; phone mobile 手机 电话; satellite 卫星; space 太空 航天; patent 专利; experiment 实验; theory 理论; model 模型 车型; test 测试 检测; standard 标准; quality 质量; project 项目 工程; program programme 计划 项目; plan 计划; strategy 战略 策略; report 报告 报道; statement 声明; survey poll 调查 民调; statistics 统计; average 平均; rate ratio 比率 利率; percent percentage 百分比; 
airline 航空公司; aircraft plane flight 飞机 航班 飞行; airport 机场; passenger 乘客 旅客; railway rail train 铁路 火车 列车; ship vessel boat 船舶 船只; port 港口; road highway 公路 道路; traffic transport transportation 交通 运输; accident crash 事故; tourism tourist 旅游 游客; city urban 城市; village rural 农村 村庄; province 省份; state 国家 各州; country nation national 国家 全国; world global 世界 全球; international 国际; region regional local 地区 地方 当地; island 岛屿; river 河流; sea ocean 海洋; mountain 山脉; capital 首都 资本; building construction build 建筑 建设; bridge 桥梁;
media news newspaper 媒体 新闻 报纸; television 电视; film movie 电影; music song 音乐 歌曲; book 书籍 图书; art artist 艺术 艺术家; museum 博物馆; history historic 历史; culture cultural 文化; language 语言; sport 体育 运动; player 球员 选手; team 球队 团队; match game 比赛 游戏; champion championship 冠军 锦标赛; coach 教练; goal 目标 进球; fan 球迷 粉丝; 
chairman chair 董事长 主席; executive 高管 首席执行官; manager management 经理 管理; leader leadership 领导 领袖; member 成员; expert 专家; official 官员 官方; spokesman spokeswoman spokesperson 发言人; founder 创始人 成立; customer client 客户 顾客; partner 伙伴; competition compete competitor 竞争; merger acquisition acquire 并购 收购; bankrupt bankruptcy 破产; contract 合同; order 订单 命令; delivery deliver 交付; subsidy 补贴; currency 货币; exchange 交易 汇率; interest 利息 利率 利益; risk 风险; crisis 危机; recession 衰退; reform 改革; development develop 发展 开发; cooperation cooperate 合作; dependence depend reliance 依赖; control 控制 管制; threat threaten 威胁; damage destroy 破坏 损坏; support 支持; oppose opposition 反对; success succeed 成功; fail failure 失败; problem issue 问题; reason cause 原因; result effect impact 结果 影响; change 变化 改变; future 未来; 
deposit 存款; household 住户; dividend 股息 分红 派息; asset 资产; margin 毛利率 利润率; wholesale 批发; retail retailer 零售; user 用户; subscriber subscription 订阅; shipment ship 出货 发货; cash 现金; overseas foreign 海外 境外; domestic 国内 本土; mortgage 房贷 按揭; yield 收益率; turnover 成交额; store shop outlet 门店 商店; warehouse 仓库; advertising advertisement 广告; cloud 云服务 云计算;
hybrid 混合动力 插混 混动; passenger 乘用车; truck lorry 卡车 货车; bus 客车 公交; motorcycle 摩托车; bicycle 自行车; tyre tire 轮胎; cement 水泥; glass 玻璃; plastic 塑料; chemical 化工 化学品; fertiliser fertilizer 化肥; drone 无人机; clothing clothes 服装 衣着; furniture 家具; toy 玩具; equipment 设备; machine machinery 机械; memory 存储 内存; cargo freight 货运 货物; container 集装箱; hydropower hydro 水电; thermal 火电; install 装机; generate generation 发电;
corn maize 玉米; soybean 大豆; cotton 棉花; sugar 食糖; beef 牛肉; poultry chicken 家禽 鸡肉; egg 鸡蛋; fish fishery 渔业 鱼类; dairy milk 牛奶 乳制品; tea 茶叶; coffee 咖啡; wine 葡萄酒; tobacco 烟草; harvest 收成 收获;
birth born 出生 新生儿; marriage marry 结婚 婚姻; divorce 离婚; fertility 生育; girl 女孩; boy 男孩; mother 母亲; soldier 士兵 军人; civilian 平民; hostage 人质; visitor 访客; hotel 酒店; restaurant 餐厅 餐饮; ticket 门票; placebo 安慰剂; dose 剂量; weight 体重 减重; symptom 症状; side 副作用 不良反应;
`;

/** Yields the names of each entry that are in one of the languages, with the key of what they mean. */
function* namesIn(isWanted: (name: string) => boolean): Iterable<{ readonly name: string; readonly key: string }> {
  for (const entry of CONCEPTS.split(';')) {
    const names = entry.trim().split(/\s+/);
    for (const name of names) if (isWanted(name)) yield { name, key: `=${names[0]}` };
  }
}

/** Made for the first text in each language: it takes a millisecond. */
const english = once(() => {
  const made = new Map<string, string>();
  for (const { name, key } of namesIn((name) => /^[a-z]/.test(name))) {
    const known = stem(name);
    // The first meaning of a word counts.
    if (!made.has(known)) made.set(known, key);
  }
  return made;
});

/** Chinese names by their first two characters, the longest first. */
const chinese = once(() => {
  const made = new Map<string, { readonly name: string; readonly key: string }[]>();
  for (const entry of namesIn((name) => name.length > 1 && !/^[a-z]/.test(name))) {
    const first = entry.name.slice(0, 2);
    const list = made.get(first);
    if (list) list.push(entry);
    else made.set(first, [entry]);
  }
  for (const list of made.values()) list.sort((a, b) => b.name.length - a.name.length);
  return made;
});

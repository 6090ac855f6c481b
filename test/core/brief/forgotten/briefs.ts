/** Briefs as their users write them: sources in the front matter, and a citation behind each fact. */

/** The body of a brief, and how many sources its front matter has. */
interface Written {
  readonly language: 'en' | 'zh-Hans';
  readonly sources: number;
  readonly body: string;
}

const en = (sources: number, body: string): Written => ({ language: 'en', sources, body });
const zh = (sources: number, body: string): Written => ({ language: 'zh-Hans', sources, body });

const WRITTEN: readonly Written[] = [
  en(
    4,
    `# Night trains are coming back

## Demand

- Night trains between Vienna and Berlin sold 310,000 berths in 2023 [1].
- Two in five passengers would otherwise have flown [2].
- Half of all berths are sold eight weeks ahead [1][2].

## Supply

- Only two makers in Europe build sleeping cars [3].
- A new car costs €4.5 million [3].
- Austria ordered 33 trains in 2018 and waited five years for them [4].`,
  ),
  en(
    3,
    `## Takeaways

- Heat pumps outsold gas boilers in Norway as early as 2004 [1].
- Sales in Germany fell by 46% in the first half of 2024 [2].

## Why sales fell

A law that was to ban new gas boilers was changed twice within a year [2]. Installers had bought more stock than they could sell [3].

Electricity costs three times as much as gas per kilowatt hour [1].`,
  ),
  en(
    5,
    `# A harbour for hydrogen

- The harbour of Narvo exports no hydrogen today [1].
- Three terminals are planned, with room for 1.2 million tonnes a year [2][3].
- The first of them lost its only buyer in May [4].
- Steel works inland need 400,000 tonnes [3].
- A pipeline over the pass would cost $2.1 billion [5].
- The rail line is full [5].`,
  ),
  en(
    2,
    `## What changed

1. The agency dropped its test for imported honey in 2021 [1].
2. Samples with added syrup rose from 8% to 19% [1].
3. Beekeepers in four states have sued [2].`,
  ),
  en(
    6,
    `# Who owns the fields

## Owners

- **Pension funds** hold 2.1 million hectares [1].
- **Families** still own two thirds of the land [2].
- **Foreign buyers** may not buy within 50 km of the border [3].

## Prices

- Land costs twice as much as in 2010 [2][4].
- Rents follow prices with a delay of about three years [5].
- Drought has not lowered prices so far [6].`,
  ),
  en(
    3,
    `Batteries now make up a tenth of the state's evening peak [1]. In 2020 there were hardly any [1].

Most of them are charged at noon, when solar power is curtailed [2]. Operators earn more from reserve markets than from trading [3].

Insurers raised their premiums after the fire of January 2025 [3].`,
  ),
  en(
    4,
    `## Market

- Market leader: Corvo Foods, 31% [1]
- Second: Lindt & Hald, 22% [1]
- Private labels: 18%, up from 11% [2]

## Costs

- Oats: $240 a tonne in March [3]
- Packaging: a fifth of the costs [4]
- Freight: back to the level of 2019 [4]`,
  ),
  en(
    3,
    `# Tram or bus

- A tram line carries up to 6,000 people an hour in each direction [1].
- A bus lane carries 2,500 [1].
  - With double buses it is 3,800 [2].
- Building a tram line takes seven years on average [3].`,
  ),
  en(
    2,
    `## Findings

- The survey reached 1,204 teachers in 61 schools [1].
- Four in ten plan to leave within five years [1].
- Pay is not the main reason that they name [1].
- Schools with a mentor for new teachers lose half as many [2].`,
  ),
  en(
    4,
    `## Timeline

- 2016: the ministry announces a national register of wells [1].
- 2018: the register opens with 12,000 entries [1][2].
- 2021: a court orders the ministry to publish depths [3].
- 2024: every third entry still has no owner [4].`,
  ),
  en(
    3,
    `The Lower Marr flooded four times between 1998 and 2022 [1]. Each flood cost more than the one before [2].

- Dikes protect the towns but not the fields between them [1].
- The last flood destroyed 1,900 homes [2].
- Insurance covered a third of the losses [3].`,
  ),
  en(
    5,
    `## Chips in the region

- Two factories make chips below 10 nm [1].
- Their owner buys its machines from one supplier [2].
- The supplier ships about 50 of these machines a year [2].
- Water use has doubled since 2019 [3].
- The city wants factories to recycle 85% of it [4][5].`,
  ),
  zh(
    4,
    `## 需求

- 2023年，全国冷链物流市场规模达到5170亿元[1]。
- 生鲜电商贡献了近三成的增量[2]。
- 冷藏车保有量五年翻了一番[3]。

## 供给

- 冷库主要集中在华东和华北[1][4]。
- 中西部县城的冷库利用率不足五成[4]。`,
  ),
  zh(
    3,
    `## 要点

- 海上风电的造价三年下降了四成[1]。
- 安装船仍然不够用[2]。

## 现状

截至2024年底，全国海上风电装机超过4000万千瓦[1]。最大的风机单机容量已达26兆瓦[3]。

深远海项目的送出成本约占总投资的四分之一[2]。`,
  ),
  zh(
    5,
    `- 第一家工厂2019年在合肥投产[1]。
- 目前共有7条产线，其中3条停产[2][3]。
- 面板价格自2021年以来下跌了六成[4]。
- 设备主要来自日本和韩国[5]。
- 地方政府持有其中两家企业的股份[3]。`,
  ),
  zh(
    2,
    `## 调查结果

1. 调查覆盖12个省的3260名乡村医生[1]。
2. 他们的平均年龄为51岁[1]。
3. 近一半的人没有养老保险[2]。
4. 年轻医生多在两年内离开[2]。`,
  ),
  zh(
    4,
    `## 价格

- **碳酸锂**：每吨7.5万元，较高点下跌近九成[1]
- **石墨**：每吨3.2万元[2]
- **隔膜**：连续六个季度下降[3]

## 产能

- 全国产能已超过需求的两倍[4]
- 头部企业仍在扩产[4]`,
  ),
  zh(
    3,
    `夜间列车2024年运送旅客120万人次[1]。票价约为高铁的一半[2]。

车辆的平均车龄为17年[3]。铁路部门计划在三年内更换其中的200辆[3]。`,
  ),
  zh(
    3,
    `# 城市更新

- 全市有1990年以前建成的小区840个[1]。
- 加装电梯的楼栋占12%[2]。
  - 一楼住户的反对是主要阻力[3]。
- 每部电梯平均造价62万元[2]。`,
  ),
  zh(
    4,
    `## 出口

- 2024年出口量为128万辆，居世界第一[1]。
- 欧盟在10月加征关税[2]。
- 墨西哥成为最大的目的地[1][3]。

## 应对

- 三家企业在匈牙利和土耳其建厂[4]。
- 首批车辆预计2026年下线[4]。`,
  ),
];

/** The seed of the format: bullets that end in plain marks without a full stop. */
export const SEED = briefOf(
  en(
    7,
    `## Key insights

- China refines roughly nine tenths of all rare earths[1][7]
- The United States mines ore but sends most of it abroad for separation[2]
- Separation plants take four to six years to build[1][3]
- No magnet maker outside Asia runs at full load[4][5]
- Apple has committed $500 million to American magnets[6]
- Recycling covers less than 1% of demand[5][7]`,
  ),
);

export const BRIEFS: readonly string[] = WRITTEN.map(briefOf);

function briefOf({ language, sources, body }: Written): string {
  const entries = Array.from(
    { length: sources },
    (_, i) => `  - id: ${i + 1}\n    title: Sample report ${i + 1}\n    url: https://example.org/${i + 1}`,
  );
  return `---\nlanguage: ${language}\nsources:\n${entries.join('\n')}\n---\n\n${body}\n`;
}

/** A brief with each thing that a page can show, for those who look at pages: its text, and the files beside it. */

export const EVERYTHING = `---
title: All that a page can show
subtitle: Each kind of figure, each verdict, and what can go wrong
publisher: Sample Desk
url: https://example.org/
authors: [Ada Sample, Lin Muster]
tags: [pages, figures]
published: 2025-08-06
updated: 2025-08-07
language: en
summary: One thing of each kind stands below, with **strong** words and a citation [1].
sources:
  - id: 1
    title: Numbers of the harbour
    publisher: Sample Statistics
    published: 2024-06-10
    url: https://example.org/harbour
    quote:
      - text: Cranes moved 48 containers an hour in 2023.
        page: 12
      - The harbour has 1,250 berths.
  - id: 2
    title: Ships of the year
    quote: The fleet has 310 ships, and "the sea was calm" all summer.
  - id: 3
    title: A source without passages
    url: https://example.org/empty
  - id: 4
    title: One that nothing cites
figures:
  - id: share
    title: Share of the harbour
    caption: 3 points more than in 2022
    value: 90%
    as-of: 2023
    cites: [1]
  - id: deal
    title: Worth of the deal
    value: 500
    unit: million dollars
    own: true
  - id: loose
    title: A number without a source
    value: 1,234,567
---

## Verdicts

- Cranes moved 48 containers an hour in 2023 [1].
- Cranes moved 53 containers an hour in 2024 [1].
- The fleet has 310 ships [1].
- The year brought 77 storms [3].
- Nobody says where these 12 words come from, and that is to be seen.
- The sea will stay calm [own].
- Twice as many as 24 are moved [1]. <!-- brief: computed -->
- Cranes moved 48 containers an hour then [1]. <!-- brief: verified 2025-08-07 AZ 5314ce -->
- Cranes moved 47 containers an hour once [1]. <!-- brief: verified 2025-08-07 AZ 000000 -->
- Its captain said "the sea was rough" [2], and this needs one [?].
- Nothing declares this source [99].
- A share of [90%]{{share}} is shown in @fig:lines, and @fig:nowhere is nowhere.

## Figures

\`\`\`figure
id: bars
title: Bars of rows in the brief
caption: In percent of all
chart: bar
x: step
y: share
series: holder
data:
  - { step: Separation, holder: China, share: 90 }
  - { step: Separation, holder: Others, share: 10 }
  - { step: Alloys, holder: China, share: 69 }
  - { step: Alloys, holder: Others, share: 31 }
cites: [1]
\`\`\`

\`\`\`figure
id: lines
title: Lines of a file with commas
chart: line
x: year
y: output
series: country
data: data/lines.csv
as-of: 2024-06
cites: [1, 2]
\`\`\`

\`\`\`figure
id: areas
title: An area of a file with tabs
chart: area
x: month
y: tonnes
data: data/areas.tsv
own: true
\`\`\`

\`\`\`figure
id: points
title: Points of a file of JSON
chart: point
x: width
y: height
data: data/points.json
cites: [2]
\`\`\`

\`\`\`figure
id: slices
title: Slices
chart: pie
x: part
y: share
data: [{ part: Ore, share: 50 }, { part: Alloys, share: 30 }, { part: Magnets, share: 20 }]
cites: [1]
\`\`\`

\`\`\`figure
id: cjk
title: 按省份的产量
chart: bar
x: 省份
y: 产量
data: [{ 省份: 内蒙古自治区, 产量: 12500 }, { 省份: 江西省, 产量: 8300 }, { 省份: 四川省, 产量: 4100 }]
cites: [2]
\`\`\`

\`\`\`figure
id: rows
title: A table of rows
chart: table
data:
  - { step: Separation, since: 1985, tonnes: 1234567.5 }
  - { step: Alloys, since: 1990, tonnes: 890 }
cites: [1]
\`\`\`

\`\`\`figure
id: spec
title: A specification of one's own
alt: Three bars that rise from left to right.
vega-lite:
  mark: bar
  data: { values: [{ a: A, b: 1 }, { a: B, b: 2 }, { a: C, b: 3 }] }
  encoding: { x: { field: a, type: nominal }, y: { field: b, type: quantitative } }
own: true
\`\`\`

\`\`\`figure
id: picture
title: A picture
image: images/chain.svg
alt: Four links of a chain; the second is thin.
own: true
\`\`\`

\`\`\`figure
id: missing
title: A file that is not there
chart: line
x: year
y: output
data: data/missing.csv
\`\`\`

\`\`\`figure
id: wrong
title: A specification that cannot be drawn
vega-lite: { mark: bar, data: { url: "https://example.org/data.csv" }, encoding: { x: { field: a } } }
own: true
\`\`\`

## Text

Words with \`code\`, **strong**, *soft* and ~~gone~~ ones, a [link](https://other.example/page), and a note[^n].

> [!NOTE]
> What is good to know.

> [!TIP]
> What helps.

> [!IMPORTANT]
> What matters.

> [!WARNING]
> What may go wrong [1].

> [!CAUTION]
> What must not be done.

> A quotation that is none of an alert.

1. One
2. Two
   - [x] done
   - [ ] to do

| Country | Tonnes | Since |
| :-- | --: | :-: |
| China [1] | 270 | 1985 |
| Others | 90 | 1990 |

\`\`\`js
const code = 'that is longer than its block is wide, so that it has to be scrolled, which takes the keyboard as well';
\`\`\`

### A deeper heading

Its text, and a line to end it with.

## Outlook

<!-- brief: own -->

- The sea will be calm in 2030.

---

[^n]: A remark, with the number 48 [1].
`;

/** The files that {@link EVERYTHING} names, by their paths, besides an image of the samples. */
export const EVERYTHING_FILES: Readonly<Record<string, string>> = {
  'data/lines.csv': `year,country,output\n${Array.from({ length: 8 }, (_, i) => `${2017 + i},China,${100 + 20 * i}\n${2017 + i},Others,${60 - 3 * i}\n`).join('')}`,
  'data/areas.tsv': 'month\ttonnes\n2024-01\t12\n2024-02\t15\n2024-03\t11\n2024-04\t19\n',
  'data/points.json': JSON.stringify(Array.from({ length: 9 }, (_, i) => ({ width: i + 1, height: (i * 7) % 10 }))),
};

/** The same in a language without spaces, shorter. */
export const CHINESE = `---
title: 稀土供应
language: zh-Hans
sources: [{ id: 1, title: 统计, quote: 样例：2023年产能为90%。 }]
figures:
  - { id: share, title: 份额, value: 90%, as-of: 2023-05, cites: [1] }
  - { id: output, title: 产量, chart: bar, x: 省份, y: 产量, data: [{ 省份: 江西省, 产量: 12500 }, { 省份: 四川省, 产量: 4100 }], cites: [1] }
---

## 要点

- 2023年产能为90%[1]。
- 2024年产能为95%[1]。
- 这一点没有来源，但有数字12。

产量见@fig:output。
`;

/** The same in a language that is written from right to left. */
export const ARABIC = `---
title: إمدادات المعادن
language: ar
sources: [{ id: 1, title: إحصاءات, quote: بلغت الحصة 90% في عام 2023. }]
figures:
  - { id: share, title: الحصة, value: 90%, as-of: 2023-05, cites: [1] }
  - { id: output, title: الإنتاج, chart: bar, x: البلد, y: الإنتاج, data: [{ البلد: الصين, الإنتاج: 270 }, { البلد: أستراليا, الإنتاج: 18 }], cites: [1] }
---

## النقاط الرئيسية

- بلغت الحصة 90% في عام 2023 [1].
- بلغت الحصة 95% في عام 2024 [1].
- هذه الجملة بلا مصدر وفيها الرقم 12.

يعرض @fig:output الإنتاج.
`;

/** Charts that are hard to put into little room: long names, many series, many days, an author's own specifications. */

const STEPS = [
  'Crushing and grinding of the ore',
  'Flotation',
  'Cracking with acid at great heat',
  'Separation',
  'Metal',
];
const HOLDERS = ['The largest producer', 'Others in Asia', 'Europe', 'The Americas and Africa'];
const DAYS = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + 3 * i)).toISOString().slice(0, 10));

const rows = (list: readonly object[]) => JSON.stringify(list);

export const HARD_CHARTS = `# Charts that are hard to place

\`\`\`figure
id: long-names
chart: bar
x: step
y: "cost of a tonne of metal, with energy and acid, in dollars of 2024"
data: ${rows(STEPS.map((step, i) => ({ step, 'cost of a tonne of metal, with energy and acid, in dollars of 2024': 1200 - 150 * i })))}
own: true
\`\`\`

\`\`\`figure
id: down
chart: bar
x: step
y: change
data: ${rows(STEPS.map((step, i) => ({ step, change: 12.5 - 9 * i })))}
own: true
\`\`\`

\`\`\`figure
id: months
chart: bar
x: month
y: tonnes
data: ${rows('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').map((month, i) => ({ month, tonnes: 10_000 + 700 * i })))}
own: true
\`\`\`

\`\`\`figure
id: groups
chart: bar
x: step
y: tonnes
series: holder
data: ${rows(STEPS.slice(0, 3).flatMap((step, i) => HOLDERS.map((holder, j) => ({ step, holder, tonnes: 40 + 17 * i + 23 * j }))))}
own: true
\`\`\`

\`\`\`figure
id: days
chart: line
x: day
y: price
series: metal
data: ${rows(DAYS.flatMap((day, i) => ['Neodymium', 'Dysprosium', 'Terbium', 'Praseodymium', 'Lanthanum'].map((metal, j) => ({ day, metal, price: 30 * (j + 1) + ((i * 7) % 11) }))))}
own: true
\`\`\`

\`\`\`figure
id: years
chart: line
x: year
y: output
data: ${rows(Array.from({ length: 24 }, (_, i) => ({ year: 2000 + i, output: 90 + 11 * i })))}
own: true
\`\`\`

\`\`\`figure
id: words
chart: line
x: stage
y: share
data: ${rows(STEPS.map((stage, i) => ({ stage, share: 90 - 12 * i })))}
own: true
\`\`\`

\`\`\`figure
id: areas
chart: area
x: year
y: tonnes
series: holder
data: ${rows(HOLDERS.flatMap((holder, j) => Array.from({ length: 9 }, (_, i) => ({ year: 2015 + i, holder, tonnes: 100_000 * (j + 1) + 9_000 * i }))))}
own: true
\`\`\`

\`\`\`figure
id: cloud
chart: point
x: "grade of the ore, in percent of oxides"
y: "cost"
series: holder
data: ${rows(HOLDERS.flatMap((holder, j) => Array.from({ length: 12 }, (_, i) => ({ 'grade of the ore, in percent of oxides': 1 + ((i * 5 + j) % 9), cost: 20 + ((i * 13 + 5 * j) % 40), holder }))))}
own: true
\`\`\`

\`\`\`figure
id: slices
chart: pie
x: use
y: share
data: ${rows(['Magnets of motors and generators', 'Catalysts', 'Glass and polishing powders', 'Alloys and batteries', 'Ceramics', 'Phosphors', 'All other uses'].map((use, i) => ({ use, share: [44, 21, 14, 9, 5, 4, 3][i] })))}
own: true
\`\`\`

\`\`\`figure
id: wide-spec
vega-lite:
  width: 900
  mark: line
  data: { values: ${rows(Array.from({ length: 30 }, (_, i) => ({ a: i, b: (i * 7) % 13, c: i % 2 === 0 ? 'even' : 'odd' })))} }
  encoding: { x: { field: a, type: quantitative }, y: { field: b, type: quantitative }, color: { field: c, type: nominal } }
own: true
\`\`\`

\`\`\`figure
id: plain-spec
vega-lite:
  mark: point
  data: { values: ${rows(Array.from({ length: 30 }, (_, i) => ({ a: i, b: (i * 7) % 13 })))} }
  encoding: { x: { field: a, type: quantitative }, y: { field: b, type: quantitative } }
own: true
\`\`\`
`;

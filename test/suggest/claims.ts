/** A brief of twenty claims that cites nothing, with three sources whose text is here. */

/** Each claim with the passage that it rests on, and the id of its source; null: passages like it have other numbers. */
const CLAIMS = [
  [
    'The port of Velden handled 4.2 million tonnes in 2024.',
    'Velden port handled 4.2 million tonnes of cargo in 2024.',
    1,
  ],
  ['Its cranes moved 48 containers an hour in 2024.', 'On average the cranes moved 48 containers an hour.', 1],
  ['The quay cost 310 million crowns.', 'The new quay, which cost 310 million crowns, opened on 4 May.', 1],
  ['Ferries carried 912,000 passengers in 2024.', 'Ferries to the islands carried 912,000 passengers.', 1],
  ['The port authority employed 640 people in 2024.', 'In 2024 the authority of the port employed 640 people.', 1],
  ['Dredging removed 85,000 cubic metres of mud in 2023.', 'In 2023 dredging removed 85,000 cubic metres of mud.', 1],
  ['Tugs burned 31 tonnes of diesel a week.', 'The tugs burned 31 tonnes of diesel each week.', 1],
  ['Shore power served 112 ships in 2024.', 'Shore power was used by 112 ships in 2024.', 1],
  ['Trains carried 12% of the containers in 2024.', 'In 2024 trains carried 12% of all containers.', 2],
  ['The Norrby line will cost 1.1 billion crowns.', 'Wiring the Norrby line is to cost 1.1 billion crowns.', 2],
  ['Freight trains waited 47 minutes at the border.', 'At the border freight trains waited 47 minutes on average.', 2],
  ['Night trains ran on 211 days in 2024.', 'Night trains to the capital ran on 211 days in 2024.', 2],
  ['The tunnel at Askdal closed for 19 weeks in 2022.', 'The Askdal tunnel was closed for 19 weeks in 2022.', 2],
  ['Ticket sales rose by 14% in 2023.', 'Sales of tickets rose by 14% in 2023.', 2],
  ['Beaches at Solvik had 64,000 visitors in July.', 'In July 64,000 visitors came to the beaches at Solvik.', 3],
  ['Hotels in Velden had 2,300 beds in 2024.', 'Velden had hotels with 2,300 beds in 2024.', 3],
  ['The museum sold 58,000 tickets in 2023.', 'The museum sold 58,000 tickets in 2023, a record.', 3],
  ['Cranes moved 52 containers an hour in 2019.', null, null],
  ['Night trains to the capital ran on 88 days in 2016.', null, null],
  ['Velden had hotels with 1,900 beds in 2020.', null, null],
] as const;

const TITLES = ['Port report', 'Rail survey', 'Tourism in numbers'];
const pathOf = (id: number) => `copies/${id}.txt`;

/** The words of each claim, in order. */
export const WORDS: readonly string[] = CLAIMS.map(([claim]) => claim);

/** What each claim becomes once it is cited; null: its numbers are in no passage. */
export const CITED: readonly (string | null)[] = CLAIMS.map(([claim, , id]) =>
  id === null ? null : `${claim.slice(0, -1)} [${id}].`,
);

/** The local copies, by their paths. */
export const COPIES: Readonly<Record<string, string>> = Object.fromEntries(
  TITLES.map((_, i) => [
    pathOf(i + 1),
    `${CLAIMS.flatMap(([, passage, id]) => (id === i + 1 ? [passage] : [])).join('\n\n')}\n`,
  ]),
);

const SOURCES = TITLES.map((title, i) => `  - id: ${i + 1}\n    title: ${title}\n    text: ${pathOf(i + 1)}\n`);

export const TWENTY = `---\ntitle: Velden\nsources:\n${SOURCES.join('')}---\n\n## Facts\n\n${WORDS.map((claim) => `- ${claim}\n`).join('')}`;

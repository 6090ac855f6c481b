import assert from 'node:assert/strict';
import { findNumbers } from '../../../../src/core/evidence/numbers';

function finds(text: string, language: string, ...expected: string[]): void {
  it(`${text} — ${expected.join('; ')}`, () => {
    assert.deepEqual(
      findNumbers(text, language).map(({ surface, value }) => `${surface} = ${value}`),
      expected,
    );
  });
}

describe('Periods outside English and Chinese', () => {
  finds('in den 1980er Jahren und 80 Jahre danach', 'de', '1980er Jahren = 198X', '80 Jahre = 80');
  finds(
    'im dritten Quartal 2023, im 19. Jahrhundert',
    'de',
    'dritten Quartal 2023 = 2023-Q3',
    '19. Jahrhundert = 18XX',
  );
  finds('les années 60, au XVIe siècle', 'fr', 'années 60 = 196X', 'XVIe siècle = 15XX');
  finds('au premier trimestre 2022, au 2e semestre', 'fr', 'premier trimestre 2022 = 2022-Q1', '2e semestre = XXXX-H2');
  finds('los años 50 del siglo XX', 'es', 'años 50 = 195X', 'siglo XX = 19XX');
  finds('el cuarto trimestre del año 2021', 'es', 'cuarto trimestre del año 2021 = 2021-Q4');
  finds("gli anni '70 e il XIV secolo", 'it', "anni '70 = 197X", 'XIV secolo = 13XX');
  finds(
    'no século XXI, no segundo trimestre de 2020',
    'pt',
    'século XXI = 20XX',
    'segundo trimestre de 2020 = 2020-Q2',
  );
  finds('dans 30 années, 80 personnes', 'fr', '30 années = 30', '80 = 80');
});

import assert from 'node:assert/strict';
import { isCaption } from '../../../src/core/brief/needs/captions';

function all(expected: boolean, texts: readonly string[]): void {
  for (const text of texts) assert.equal(isCaption(text), expected, text);
}

describe('Captions', () => {
  it('are known by a word and a number', () => {
    all(true, [
      'Figure 1: Output rose',
      'Figure 1. Output rose',
      'Fig. 3 – Output',
      'Fig 3',
      'Table 2',
      'TABLE 2 | Output',
    ]);
    all(true, ['Chart 4: Prices', 'Exhibit 5 — Prices', 'Map 1: Mines', 'Box 2. How a mine opens', 'Figure 12 (left)']);
  });

  it('are known by the words of a source line with notes', () => {
    all(true, ['Sources and notes: Harbour Bank', 'Data sources and notes: Harbour Bank']);
  });

  it('are known with any kind of number', () => {
    all(true, [
      'Figure 2a: Output',
      'Figure S1: Output',
      'Figure A.1: Output',
      'Table 3-2: Output',
      'Table IV. Output',
    ]);
  });

  it('are known in emphasis', () => {
    all(true, [
      '**Figure 1:** Output rose',
      '**Figure 1.** Output',
      '*Table 2: Output*',
      '***Table 2***',
      '__Fig. 3__ Output',
    ]);
  });

  it('need no mark before a capital, a digit or a Chinese word', () => {
    all(true, [
      'Figure 1 Output of rare earths',
      'Table 2 2023 output by country',
      '图1 2023年各国产量',
      '图1各国产量',
    ]);
  });

  it('are known in other languages', () => {
    all(true, [
      '图1：产量',
      '图 1 产量',
      '表2：产量',
      '圖表3：出口量',
      '附表1：产量',
      '表三 产量',
      '図1：生産量',
      '表２　生産量',
    ]);
    all(true, ['Abbildung 1: Förderung', 'Abb. 2 Förderung', 'Tabelle 3: Preise', 'Graphique 1 : production']);
    all(true, [
      'Tableau 2. Prix',
      'Gráfico 1: producción',
      'Cuadro 2. Precios',
      'Рис. 1. Добыча',
      '그림 1: 생산량',
      '표 2. 생산량',
    ]);
  });

  it('are no sentences about a figure', () => {
    all(false, [
      'Figure 1 shows that output rose.',
      'Table 2 lists the mines.',
      'Figures 1 and 2 show output.',
      'Table 4, below, is new.',
    ]);
    all(false, [
      '图1显示产量增长。',
      '图 2 显示产量增长。',
      '表1中的数据来自年报。',
      '図1は生産量を示す。',
      'Abbildung 1 zeigt die Preise.',
    ]);
  });

  it('are no sentences that start with such a word', () => {
    all(false, [
      'Figures for 2023 are out.',
      'Charts rose.',
      'Table salt is cheap.',
      'Map makers agree.',
      'Mapping 3 mines took years.',
    ]);
    all(false, [
      '表面上看，产量增长。',
      '表示反对的有3国。',
      '图书出口增长。',
      'Boxes 3 m wide.',
      'Figure of speech: 3',
    ]);
  });
});

describe('Source lines', () => {
  it('name where what they stand beside comes from', () => {
    all(true, [
      'Source: USGS (2024)',
      'Sources: USGS; IEA',
      '*Source: USGS.*',
      '**Source:** USGS',
      'Data source: USGS',
      'Source – USGS',
    ]);
    all(true, [
      '来源：年鉴',
      '数据来源：统计局',
      '資料來源：年鑑',
      '出典：USGS',
      'Quelle: USGS',
      'Fuente: USGS',
      'Source : USGS',
      'Fonte: USGS',
    ]);
  });

  it('may be notes', () => {
    all(true, [
      'Note: All amounts are in US dollars of 2023.',
      'Notes: 2024 is an estimate.',
      '注：数据截至2023年12月。',
      'Anmerkung: geschätzt',
    ]);
  });

  it('have their colon', () => {
    all(false, [
      'Sources of growth changed in 2023.',
      'Notes from 2023 say so.',
      '来源国有三个。',
      'Source USGS',
      'Note that output rose.',
      '注意：2023年',
    ]);
  });

  it('are told from long repetitive texts', () => {
    for (const part of ['*', ' ', 'figure ', '图1', '1.', '_ '])
      assert.equal(isCaption(part.repeat(200_000)), part === '图1', part);
  });
});

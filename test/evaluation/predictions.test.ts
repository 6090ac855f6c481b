import assert from 'node:assert/strict';
import { PREDICTIONS } from './predictions';

const grounding = (claim: string, passage: string) =>
  PREDICTIONS.grounding({ id: 'g', claim, claim_lang: 'en', passage, passage_lang: 'en' }).unsupported;

describe('A prediction for a row of an evaluation', () => {
  it('tells a claim from a question', () => {
    const needs = (text: string) => PREDICTIONS.claims({ id: 'c', text, lang: 'en' }).needs_citation;
    assert.equal(needs('The mine at Kiruna produced 27 million tonnes of ore in 2022.'), true);
    assert.equal(needs('How deep is the mine?'), false);
  });

  it('has every number, those not worth a look included', () => {
    const { found } = PREDICTIONS.numbers({
      id: 'n',
      text: 'In May 2021 one mine sold 5 to 7 % of 1.2 million t.',
      lang: 'en',
    });
    assert.deepEqual(found, [
      { kind: 'date', value: '2021-05', start: '2021-05-01' },
      { kind: 'number', value: 1 },
      { kind: 'percent', value: 5 },
      { kind: 'percent', value: 7 },
      { kind: 'dimension', value: 1.2e6 },
    ]);
  });

  it('names the figures of a claim that its passage does not hold', () => {
    const passage = 'The plant refines 5,300 tonnes a year.\n\nIt employs 412 people.';
    assert.deepEqual(grounding('The plant refines 5.3 thousand tonnes with 421 people.', passage), ['421']);
  });

  it('takes no mark in a claim for the structure of a document', () => {
    assert.deepEqual(grounding('# 412 people\n\n---\n- 37 lorries', 'It has 412 people.'), ['37']);
  });

  it('ranks the passages by their places in the row', () => {
    const passages = [
      'Bread is baked of flour.',
      'The ore is milled and floated.',
      'Magnets keep their force for decades.',
    ];
    const row = { id: 'r', claim: 'Floated ore', claim_lang: 'en', passages, passage_lang: 'en' };
    assert.deepEqual(PREDICTIONS.ranking(row).ranking, [1]);
  });
});

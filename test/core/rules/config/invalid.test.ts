import assert from 'node:assert/strict';
import { checkConfig } from '../../../../src/core/rules';
import { configFile } from '../../brief/config/configFile';

const messages = (text: string, files = {}) =>
  checkConfig(configFile(text, files)).map(
    ({ rule, message, span }) => `${rule} ${text.slice(span.start, span.end)}: ${message}`,
  );

describe('config/invalid', () => {
  it('reports a value that is not what its key takes', () => {
    const [message] = messages('must-cite: [insights]\n');
    assert.equal(
      message,
      'config/invalid insights: "must-cite" must be a list of insight, sentence, figure, claim, habit, hard-figure.',
    );
  });

  it('reports an unknown key, with the nearest one', () => {
    assert.deepEqual(messages('includes: [a.md]\n'), [
      'config/invalid includes: "includes" is not a key of the configuration. Did you mean "include"?',
    ]);
    assert.deepEqual(messages('plugins: [a]\n'), [
      'config/invalid plugins: "plugins" is not a key of the configuration. Remove it.',
    ]);
  });

  it('reports a rule that there is not', () => {
    assert.deepEqual(messages('rules:\n  citation/mising: off\n'), [
      'config/invalid citation/mising: No rule is called "citation/mising". Did you mean "citation/missing"?',
    ]);
  });

  it('reports a source that says what numbers cite, which only a brief can say', () => {
    const message = '"cite: passages" works only in a brief. Move it to a source in its front matter.';
    assert.deepEqual(messages('sources:\n  - { id: a, title: T, cite: passages }\n'), [
      `config/invalid passages: ${message}`,
    ]);
  });

  it('reports a configuration that could not be read on its first line', () => {
    assert.deepEqual(messages('', { unreadable: 'It is a symbolic link.' }), [
      'config/invalid : The configuration was not read. It is a symbolic link.',
    ]);
  });

  it('reports what is wrong in the library, at its path', () => {
    const errors = [{ message: 'Wrong.', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } } }];
    const library = { path: 'l.yaml', uri: 'file:///l.yaml', declarations: [], errors };
    const [problem] = checkConfig(configFile('sources: l.yaml\n', { library }));
    assert.equal(problem?.message, '"l.yaml" has an error: Wrong.');
    assert.deepEqual(problem?.related[0]?.elsewhere, { uri: 'file:///l.yaml', range: errors[0]?.range });
  });

  it('is not alone: a file that is not there is reported by its own rule', () => {
    const bibliography = [{ path: 'a.bib', declarations: [], errors: [], unreadable: 'There is no such file.' }];
    assert.deepEqual(messages('bibliography: a.bib\n', { bibliography }), [
      'source/missing-file a.bib: "a.bib" was not read. There is no such file.',
    ]);
  });

  it('can be turned off by the configuration itself', () => {
    assert.deepEqual(messages('plugins: [a]\nrules:\n  config/invalid: off\n'), []);
  });
});

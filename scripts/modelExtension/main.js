/** A language model of VS Code, whose answers come from the server that `RESEARCH_BRIEFS_MODEL` names. */
const vscode = require('vscode');

/** @typedef {{ readonly content: readonly unknown[] }} Message */

const MODEL = {
  ...{ id: 'scripted', name: 'Scripted Model', family: 'scripted', version: '1' },
  ...{ maxInputTokens: 100_000, maxOutputTokens: 10_000, capabilities: {} },
};

const provider = {
  provideLanguageModelChatInformation: () => [MODEL],
  /**
   * @param {unknown} _model
   * @param {readonly Message[]} messages
   * @param {unknown} _options
   * @param {import('vscode').Progress<import('vscode').LanguageModelTextPart>} progress
   */
  provideLanguageModelChatResponse: async (_model, messages, _options, progress) => {
    const texts = messages.map(({ content }) => content.map(textOf).join(''));
    const response = await fetch(`${process.env['RESEARCH_BRIEFS_MODEL']}/vscode`, {
      method: 'POST',
      body: JSON.stringify({ messages: texts.map((text) => ({ role: 'user', content: text })) }),
    });
    if (response.status === 429) throw vscode.LanguageModelError.Blocked('Too many requests.');
    for await (const piece of response.body ?? [])
      progress.report(new vscode.LanguageModelTextPart(Buffer.from(piece).toString('utf8')));
  },
  provideTokenCount: async () => 1,
};

/** @param {unknown} part */
function textOf(part) {
  return part instanceof vscode.LanguageModelTextPart ? part.value : '';
}

/** @param {import('vscode').ExtensionContext} context */
exports.activate = (context) => {
  // The types of 1.96 don't have it.
  const register = Reflect.get(vscode.lm, 'registerLanguageModelChatProvider');
  context.subscriptions.push(register.call(vscode.lm, 'test-models', provider));
};

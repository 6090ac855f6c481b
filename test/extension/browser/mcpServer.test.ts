import { type Opened, open, pictureIfFailed } from './support';

describe('The server for agents', () => {
  let opened: Opened;
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await opened?.close();
  });
  const server = () => opened.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Research Briefs' });

  it('is offered to VS Code, which starts it and finds its tools', async () => {
    const settings = { 'chat.disableAIFeatures': false };
    opened = await open('rare-earths.brief', null, { settings, git: true });
    opened.run('workbench.mcp.listServer');
    await server().click();
    await opened.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Start Server' }).click();
    // VS Code shows what it writes of the server.
    await opened.page.locator('.output-view .view-line', { hasText: /Discovered\s4\stools/ }).waitFor();
  });
});

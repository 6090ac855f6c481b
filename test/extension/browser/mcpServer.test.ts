import { inWindow } from './support';

describe('The server for agents', () => {
  const opened = inWindow('rare-earths.brief', null, { settings: { 'chat.disableAIFeatures': false }, git: true });

  it('is offered to VS Code, which starts it and finds its tools', async () => {
    opened.run('workbench.mcp.listServer');
    await opened.picks('Research Briefs').click();
    await opened.picks('Start Server').click();
    // VS Code shows what it writes of the server by itself, or another output where that of the server is not there yet.
    opened.run('workbench.mcp.listServer');
    await opened.picks('Research Briefs').click();
    await opened.picks('Show Output').click();
    await opened.page.locator('.output-view .view-line', { hasText: /Discovered\s5\stools/ }).waitFor();
  });
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const REQUEST = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});

describe('the server whose client is gone', () => {
  it('ends once nobody reads what it says, though its input stays open', async () => {
    const child = spawn(process.execPath, [join('dist', 'server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    const ask = () => child.stdin.write(`Content-Length: ${REQUEST.length}\r\n\r\n${REQUEST}`);
    ask();
    await once(child.stdout, 'data');
    child.stdout.destroy();
    // The first answer fails, and what is said of that must not fail again and again.
    for (let i = 0; i < 5; i++) ask();
    const [code] = await ended;
    assert.equal(code, 1);
  });
});

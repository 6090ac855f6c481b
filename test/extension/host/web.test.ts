import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('A window without Node', () => {
  it('is what this suite runs in', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(typeof globalThis.process?.versions?.node, 'undefined');
  });
});

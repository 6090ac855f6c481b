import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { knownReviewer, rememberReviewer } from '../../../src/extension/commands/reviewing/reviewer';

describe('The initials of a reviewer', () => {
  afterEach(() =>
    vscode.workspace.getConfiguration('brief').update('reviewer', undefined, vscode.ConfigurationTarget.Global),
  );

  it('are known from the moment they are typed, though it takes a while to write them into the settings', async () => {
    const writing = rememberReviewer('QX');
    assert.equal(knownReviewer(), 'QX');
    await writing;
    assert.equal(knownReviewer(), 'QX');
    assert.equal(vscode.workspace.getConfiguration('brief').get('reviewer'), 'QX');
  });
});

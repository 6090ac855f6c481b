import assert from 'node:assert/strict';
import type { Passage } from '../../../src/core';
import { readDocument } from '../../../src/formats/documents';

/** The passages of a file of this name. */
export function passagesIn(text: string, path: string): readonly Passage[] {
  const read = readDocument(text, { path, uri: `file:///briefs/${path}` });
  assert.ok('passages' in read);
  return read.passages;
}

/** Their texts, each after its page where it has one. */
export function textsIn(text: string, path: string): string[] {
  return passagesIn(text, path).map((passage) => (passage.page ? `${passage.page}: ${passage.text}` : passage.text));
}

/** What the row that starts so is to be read with. */
export function contextIn(text: string, path: string, start: string): string | undefined {
  const found = passagesIn(text, path).find((passage) => passage.text.startsWith(start));
  assert.ok(found, `a passage starts with ${start}`);
  return found.context;
}

import { IMPORT_REQUEST, type ImportParams, type ImportResult } from '../protocol';
import type { Feature } from './feature';

/** Pasted text to a brief. */
export const importing: Feature = {
  register: ({ connection, answer }) => {
    connection.onRequest(
      IMPORT_REQUEST,
      answer(IMPORT_REQUEST, async ({ text }: ImportParams): Promise<ImportResult> => {
        const { importText } = await import('../../core/importing/importText');
        return { text: importText(text) };
      }),
    );
  },
};

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chartDrawer } from '../files/apart/drawCharts';
import { sourceLister } from '../files/apart/listApart';
import { pdfReader } from '../files/apart/pdfApart';
import { printPdf, printTrouble } from '../files/apart/printPdf';
import { imagesBeside } from '../files/named/readImages';
import type { Connection } from './lsp';
import type { Machine } from './machine';
import { createServer } from './server';

/**
 * Returns what a machine with Node can do for servers. Programs apart are started when they are first needed.
 *
 * @param folder holds the built programs: path of `dist`
 */
export function machineOfNode(folder: string): Machine {
  return {
    draw: chartDrawer(join(folder, 'charts.js')),
    list: sourceLister(join(folder, 'styleLists.js')),
    printer: { trouble: printTrouble, print: (html, signal) => printPdf(html, { signal }) },
    readPdf: pdfReader(join(folder, 'pdf.js')),
    imagesOf: imagesBeside,
    wordsOfChinese: async () => JSON.parse(await readFile(join(folder, '../l10n/engine.zh-cn.json'), 'utf8')),
  };
}

/** Serves briefs over a connection, with the files of this machine. The caller lets the connection listen afterwards. */
export function serveOnNode(connection: Connection, machine: Machine): void {
  createServer(
    connection,
    async (...given) => (await import('../files/confined/accessOfMachine')).accessOfMachine(...given),
    machine,
  );
}

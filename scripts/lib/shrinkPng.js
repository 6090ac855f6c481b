/** Makes pictures small. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installOnce, npm } from './install.js';

const SHARP = '0.35.5';

/**
 * Writes a PNG with a palette of its own colours, 256 at most: a page of text has few, and is a third as large then. The
 * program for that is fetched once, and kept outside the project.
 *
 * @param {Buffer} png
 * @param {string} path
 * @returns {Promise<number>} the size of the file, in bytes
 */
export async function writePng(png, path) {
  const folder = await installOnce(`sharp-${SHARP}`, async (folder, progress) => {
    progress.step(`Fetching sharp ${SHARP}, once, about 20 MB`);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    await npm(folder, ['install', `sharp@${SHARP}`], 'sharp');
  });
  /** @type {(png: Buffer) => { png(options: object): { toFile(path: string): Promise<{ size: number }> } }} */
  const sharp = createRequire(join(folder, 'package.json'))('sharp');
  const { size } = await sharp(png).png({ palette: true, quality: 95, effort: 10, compressionLevel: 9 }).toFile(path);
  return size;
}

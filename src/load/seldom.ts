/** Modules of Node that not every start needs: each takes a millisecond to load. */
import process from 'node:process';

export const v8 = () => process.getBuiltinModule('node:v8');
export const zlib = () => process.getBuiltinModule('node:zlib');
export const crc32 = (bytes: Uint8Array): number => zlib().crc32(bytes);

/**
 * The engine's only door: text in, values out. It does no I/O and knows neither an editor nor a system. Who has to start
 * fast takes the part of it that is needed, and loads the others when they are.
 */
export * from './checking';
export * from './editor';
export { importText } from './importing/importText';
export * from './page';

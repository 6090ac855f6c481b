import { type ConfigFile, checkConfig, type Problem } from '../../core/checking';
import { type PositionEncoding, positionsIn } from '../documents/positions';
import type { Placed } from './toLsp';

/** Problems of a configuration, in its own file. */
export interface ConfigReport {
  readonly placed: Placed;
  readonly problems: readonly Problem[];
}

/** Reports the problems of configurations: each once, and again only when it has changed. */
export interface ConfigDiagnostics {
  /** Takes the configurations that hold for open documents now. */
  update(files: readonly ConfigFile[]): void;
}

export function reportOnConfig(file: ConfigFile, encoding: PositionEncoding): ConfigReport {
  return {
    placed: { uri: file.uri, positions: positionsIn(file.text, file.lines, encoding) },
    problems: checkConfig(file),
  };
}

/** @param show shows the problems of a configuration; an empty list once it is mended or holds for no document any more */
export function createConfigDiagnostics(
  encoding: PositionEncoding,
  show: (report: ConfigReport) => void,
): ConfigDiagnostics {
  /** Configurations that were reported, by URI. */
  const told = new Map<string, ConfigFile>();
  return {
    update: (files) => {
      const uris = new Set(files.map(({ uri }) => uri));
      for (const file of told.values()) {
        if (uris.has(file.uri)) continue;
        told.delete(file.uri);
        show({ ...reportOnConfig(file, encoding), problems: [] });
      }
      for (const file of files) {
        if (told.get(file.uri) === file) continue;
        told.set(file.uri, file);
        show(reportOnConfig(file, encoding));
      }
    },
  };
}

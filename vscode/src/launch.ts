// SPDX-License-Identifier: EPL-2.0
// From settings to the command line that starts the server. Pure.
import type { Java } from './java.ts';

/** The user's settings, `infra.*`. */
export interface Settings {
  /** `infra.java.home` */
  readonly javaHome: string;
  /** `infra.server.jar`; blank for the one that came with the extension. */
  readonly serverJar: string;
}

/** A command line. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** The settings as they stand; what is no text counts as not set. */
export function settings(get: (name: string) => unknown): Settings {
  const text = (name: string): string => {
    const value = get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return { javaHome: text('java.home'), serverJar: text('server.jar') };
}

/**
 * How the server is started. Java talks on its error output alone, since the standard output is
 * the protocol's; an archive of loaded classes, which Java keeps by itself, halves the start.
 *
 * @param bundled the jar that came with the extension
 * @param folder where this extension may keep the archive
 * @param version of the extension: an archive fits one jar
 */
export function serverCommand(
  java: Java,
  settings: Settings,
  bundled: string,
  folder: string,
  version: string,
): Command {
  const own = settings.serverJar === '';
  const archive = [
    '-XX:+AutoCreateSharedArchive',
    `-XX:SharedArchiveFile=${folder}/infra-${version}-java${java.level}.jsa`,
    '-Xshare:auto',
  ];
  return {
    command: java.executable,
    args: [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      // a heap that starts small and shrinks again, whatever the machine's memory
      '-Xms64m',
      '-XX:MinHeapFreeRatio=15',
      '-XX:MaxHeapFreeRatio=40',
      // texts may nest deeply
      '-Xss8m',
      ...(own ? archive : []),
      '-Xlog:disable',
      '-Xlog:all=error:stderr',
      '-jar',
      own ? bundled : settings.serverJar,
      'lsp',
    ],
  };
}

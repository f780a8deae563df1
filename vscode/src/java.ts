// SPDX-License-Identifier: EPL-2.0
// Finds a Java that the server runs on. Pure: what it looks at comes in as a Machine.

/** The least feature version of Java that the server runs on. */
export const LEAST_JAVA = 21;

/** What is asked of the machine; paths are absolute. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Whether a file is there. */
  isFile(path: string): boolean;
  /** The names in a folder; none if there is no such folder. */
  list(folder: string): readonly string[];
  /** The text of a file; undefined if it cannot be read. */
  read(path: string): string | undefined;
  /** The path with its links followed; the path itself if it leads nowhere. */
  follow(path: string): string;
  /** What `java -version` of this executable says; undefined if it does not run. */
  version(executable: string): Promise<string | undefined>;
}

/** A Java that suits. */
export interface Java {
  readonly executable: string;
  /** The feature version: 21, 25. */
  readonly level: number;
}

/** Why there is none, in words for the user. */
export interface NoJava {
  readonly problem: string;
}

/**
 * The first Java of LEAST_JAVA or newer: the setting's alone where there is one; else JAVA_HOME,
 * the PATH, and the newest of the folders where systems and tools put theirs.
 *
 * @param setting a Java home or the java executable in it; blank if not set
 */
export async function findJava(machine: Machine, setting: string): Promise<Java | NoJava> {
  const chosen = expand(machine, setting.trim());
  if (chosen !== '') return ofSetting(machine, chosen);
  for (const home of [machine.env.JAVA_HOME, onPath(machine)]) {
    const java = home === undefined || home === '' ? undefined : await of(machine, home);
    if (java !== undefined && java.level >= LEAST_JAVA) return java;
  }
  let newest: Java | undefined;
  for (const home of usualHomes(machine)) {
    const java = await of(machine, home);
    if (java !== undefined && java.level > (newest?.level ?? LEAST_JAVA - 1)) newest = java;
  }
  return newest ?? { problem: `Infra needs Java ${LEAST_JAVA} or newer, and none was found.` };
}

async function ofSetting(machine: Machine, chosen: string): Promise<Java | NoJava> {
  const java = await of(machine, chosen);
  if (java === undefined) {
    return { problem: `The setting infra.java.home names ${chosen}, where there is no Java.` };
  }
  if (java.level >= LEAST_JAVA) return java;
  return {
    problem:
      `The setting infra.java.home names Java ${java.level}; ` +
      `Infra needs Java ${LEAST_JAVA} or newer.`,
  };
}

/** `~` and `${env:NAME}`, as people write them in settings. */
function expand(machine: Machine, path: string): string {
  return path
    .replace(/^~(?=$|[\\/])/, machine.home)
    .replace(/\$\{env:(\w+)\}/g, (_, name: string) => machine.env[name] ?? '');
}

/** The Java in a home; the executable itself will do. */
async function of(machine: Machine, path: string): Promise<Java | undefined> {
  const name = machine.platform === 'win32' ? 'java.exe' : 'java';
  const given = machine.isFile(path);
  const executable = given ? path : join(machine, path, 'bin', name);
  if (!given && !machine.isFile(executable)) return undefined;
  const home = given ? parent(parent(machine.follow(path))) : path;
  const level =
    levelOf(machine.read(join(machine, home, 'release'))) ||
    levelOf(await machine.version(executable));
  return level === 0 ? undefined : { executable, level };
}

/**
 * The feature version in the file `release` of a home or in what `java -version` says; 0 if it
 * names none. Java 8 and older call themselves 1.8.
 */
export function levelOf(text: string | undefined): number {
  const found = /(?:^JAVA_VERSION="?|version ")(?:1\.)?(\d+)/m.exec(text ?? '');
  return found === null ? 0 : Number(found[1]);
}

function onPath(machine: Machine): string | undefined {
  const windows = machine.platform === 'win32';
  const path = machine.env.PATH ?? machine.env.Path ?? '';
  for (const folder of path.split(windows ? ';' : ':')) {
    const java = join(machine, folder, windows ? 'java.exe' : 'java');
    if (folder !== '' && machine.isFile(java)) return machine.follow(java);
  }
  return undefined;
}

/** Every home in the folders where systems, package managers and version managers put Java. */
function usualHomes(machine: Machine): readonly string[] {
  const { home, env } = machine;
  const below = (folder: string, ...rest: string[]): string[] =>
    machine.list(folder).map((name) => join(machine, folder, name, ...rest));
  const everywhere = [
    ...below(join(machine, home, '.sdkman', 'candidates', 'java')),
    ...below(join(machine, home, '.asdf', 'installs', 'java')),
    ...below(join(machine, home, '.local', 'share', 'mise', 'installs', 'java')),
    ...below(join(machine, home, '.jdks')),
  ];
  switch (machine.platform) {
    case 'win32':
      return [
        ...[env.ProgramFiles, env.LOCALAPPDATA && `${env.LOCALAPPDATA}\\Programs`]
          .filter((folder) => folder !== undefined && folder !== '')
          .flatMap((folder) =>
            ['Eclipse Adoptium', 'Java', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft']
              .flatMap((maker) => below(`${folder}\\${maker}`)),
          ),
        ...everywhere,
      ];
    case 'darwin':
      return [
        ...below('/Library/Java/JavaVirtualMachines', 'Contents', 'Home'),
        ...below(`${home}/Library/Java/JavaVirtualMachines`, 'Contents', 'Home'),
        ...['/opt/homebrew/opt', '/usr/local/opt'].flatMap((folder) =>
          below(folder, 'libexec', 'openjdk.jdk', 'Contents', 'Home'),
        ),
        ...everywhere,
      ];
    default:
      return [...['/usr/lib/jvm', '/usr/java', '/opt/java', '/opt'].flatMap((f) => below(f)),
        ...everywhere];
  }
}

function join(machine: Machine, ...parts: string[]): string {
  return parts.join(machine.platform === 'win32' ? '\\' : '/');
}

function parent(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '');
}

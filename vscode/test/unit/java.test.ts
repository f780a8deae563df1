// SPDX-License-Identifier: EPL-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findJava, levelOf } from '../../src/java.ts';
import type { Machine } from '../../src/java.ts';

/** A machine with these files; links lead where they say. */
function machine(
  files: Readonly<Record<string, string>>,
  more: Partial<Machine> & { links?: Readonly<Record<string, string>> } = {},
): Machine {
  const separator = more.platform === 'win32' ? '\\' : '/';
  return {
    platform: 'linux',
    env: {},
    home: '/home/ada',
    isFile: (path) => path in files || path in (more.links ?? {}),
    list: (folder) => [
      ...new Set(
        Object.keys(files)
          .filter((file) => file.startsWith(folder + separator))
          .map((file) => file.slice(folder.length + 1).split(separator)[0] ?? ''),
      ),
    ],
    read: (path) => files[path],
    follow: (path) => more.links?.[path] ?? path,
    version: (executable) => Promise.resolve(files[executable]),
    ...more,
  };
}

const home = (path: string, version: string): Record<string, string> => ({
  [`${path}/bin/java`]: '',
  [`${path}/release`]: `IMPLEMENTOR="Eclipse Adoptium"\nJAVA_VERSION="${version}"\n`,
});

test('JAVA_HOME comes before the PATH, the PATH before the usual folders', async () => {
  const files = {
    ...home('/a', '21.0.2'),
    ...home('/usr/lib/jvm/b', '22'),
    ...home('/usr/lib/jvm/c', '25.0.1'),
  };
  const links = { '/usr/bin/java': '/usr/lib/jvm/b/bin/java' };
  const all = machine(files, { env: { JAVA_HOME: '/a', PATH: '/bin:/usr/bin' }, links });
  assert.deepEqual(await findJava(all, ''), { executable: '/a/bin/java', level: 21 });
  const path = machine(files, { env: { PATH: '/bin:/usr/bin' }, links });
  assert.deepEqual(await findJava(path, ''), { executable: '/usr/lib/jvm/b/bin/java', level: 22 });
  assert.deepEqual(await findJava(machine(files), ''), {
    executable: '/usr/lib/jvm/c/bin/java',
    level: 25,
  });
});

test('what is too old is passed over', async () => {
  const files = { ...home('/old', '17.0.9'), ...home('/opt/new', '21') };
  assert.deepEqual(await findJava(machine(files, { env: { JAVA_HOME: '/old' } }), ''), {
    executable: '/opt/new/bin/java',
    level: 21,
  });
});

test('the setting is a home or an executable, and the only one looked at', async () => {
  const files = { ...home('/home/ada/jdk', '25'), ...home('/a', '21'), ...home('/old', '17') };
  const here = machine(files, { env: { JAVA_HOME: '/a', JDK: '/home/ada/jdk' } });
  const found = { executable: '/home/ada/jdk/bin/java', level: 25 };
  assert.deepEqual(await findJava(here, '/home/ada/jdk'), found);
  assert.deepEqual(await findJava(here, ' ~/jdk '), found);
  assert.deepEqual(await findJava(here, '${env:JDK}'), found);
  assert.deepEqual(await findJava(here, '/home/ada/jdk/bin/java'), found);
  assert.deepEqual(await findJava(here, '/nowhere'), {
    problem: 'The setting infra.java.home names /nowhere, where there is no Java.',
  });
  assert.deepEqual(await findJava(here, '/old'), {
    problem: 'The setting infra.java.home names Java 17; Infra needs Java 21 or newer.',
  });
});

test('without the file release, Java is asked', async () => {
  const files = { '/a/bin/java': 'openjdk version "23.0.1" 2024-10-15\n' };
  assert.deepEqual(await findJava(machine(files, { env: { JAVA_HOME: '/a' } }), ''), {
    executable: '/a/bin/java',
    level: 23,
  });
});

test('no Java is said in one sentence', async () => {
  assert.deepEqual(await findJava(machine({}, { env: { JAVA_HOME: '/gone' } }), ''), {
    problem: 'Infra needs Java 21 or newer, and none was found.',
  });
});

test('Windows and macOS have their own places', async () => {
  const windows = machine(
    {
      'C:\\Program Files\\Eclipse Adoptium\\jdk-21\\bin\\java.exe': '',
      'C:\\Program Files\\Eclipse Adoptium\\jdk-21\\release': 'JAVA_VERSION="21.0.5"',
    },
    { platform: 'win32', env: { ProgramFiles: 'C:\\Program Files' }, home: 'C:\\Users\\ada' },
  );
  assert.deepEqual(await findJava(windows, ''), {
    executable: 'C:\\Program Files\\Eclipse Adoptium\\jdk-21\\bin\\java.exe',
    level: 21,
  });
  const mac = home('/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home', '25');
  assert.deepEqual(await findJava(machine(mac, { platform: 'darwin' }), ''), {
    executable: '/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home/bin/java',
    level: 25,
  });
});

test('versions are read as Java writes them', () => {
  assert.equal(levelOf('JAVA_VERSION="1.8.0_402"'), 8);
  assert.equal(levelOf('JAVA_RUNTIME_VERSION="x"\nJAVA_VERSION="21-ea"'), 21);
  assert.equal(levelOf('openjdk version "25" 2025-09-16'), 25);
  assert.equal(levelOf('gij (GNU libgcj)'), 0);
  assert.equal(levelOf(undefined), 0);
});

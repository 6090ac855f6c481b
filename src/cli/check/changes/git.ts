/** Reads the files of a revision from git. */

import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { say } from '../../../core/base/say';
import { isProgram, placesOnPath } from '../../../files/apart/findProgram';
import { isInside } from '../../../files/confined/localFiles';
import { repositoryOf } from '../../../files/finding/gitIgnore';
import { CommandError } from '../../commandError';

/** The files of a revision. */
export interface Revision {
  /** The top of the repository, as the system names it. */
  readonly top: string;
  /** Digests of the contents, as git makes them, by their paths below the top, with `/`. */
  readonly digests: ReadonlyMap<string, string>;
  /** Returns the bytes of the content with a digest. */
  contentOf(digest: string): Buffer;
}

/**
 * Options that keep git from running programs, which the configuration of a stranger's repository could name. Git is only asked
 * for a revision, its files and their bytes. This uses neither the index nor the files of the folder. So it runs no filter, no
 * monitor of the file system, no hook and no program that shows differences. The options turn off the rest: repositories hidden
 * in a folder, and fetching what a partial clone lacks, which would start a program and use the network.
 */
const SAFELY = [
  '--no-pager',
  ...[
    'safe.bareRepository=explicit',
    'protocol.allow=never',
    'core.fsmonitor=false',
    `core.hooksPath=${devNull}`,
  ].flatMap((setting) => ['-c', setting]),
];
const SAFE_ENV = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};
const MOST_BYTES = 512 * 1024 * 1024;
const TIME = 60_000;

/**
 * Asks git for the files of a revision of the repository that a folder is in.
 *
 * @param name as git reads it: a branch, a tag, a commit, `HEAD~3`
 * @param asked the option or argument that asks for it, as messages name it
 * @throws CommandError without git, a repository, or such a revision
 */
export function revisionOf(name: string, folder: string, asked: string): Revision {
  const run = runner(folder, asked);
  const ask = (...how: Parameters<typeof run>) => run(...how).toString('utf8');
  const [isShallow = '', ...top] = ask(['rev-parse', '--is-shallow-repository', '--show-toplevel']).split('\n');
  const commit = ask(['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`], () =>
    isShallow === 'true'
      ? say(
          'this clone lacks that revision, because its history is incomplete. Fetch more: "git fetch --unshallow", or "fetch-depth: 0" for actions/checkout',
        )
      : say('git does not know this revision. Name a branch, a tag or a commit'),
  );
  const digests = new Map<string, string>();
  for (const entry of ask(['ls-tree', '-r', '-z', '--full-tree', commit.trim()]).split('\0')) {
    const [, digest, path] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (digest !== undefined && path !== undefined) digests.set(path, digest);
  }
  const contentOf = (digest: string) => run(['cat-file', 'blob', digest]);
  return { top: top.join('\n').replace(/\n$/, ''), digests, contentOf };
}

/**
 * @param asked the option or argument that asks for it, as messages name it
 * @returns a function that runs git and returns its output; `why` turns git's error message into a clause
 */
function runner(folder: string, asked: string) {
  const git = findGit(folder);
  if (git === null) throw new CommandError(say('{0}: git is not installed, or not on the PATH.', asked));
  return (args: readonly string[], why: (message: string) => string = reasonIn): Buffer => {
    const { status, stdout, stderr, error } = spawnSync(git, [...SAFELY, ...args], {
      cwd: folder,
      env: { ...process.env, ...SAFE_ENV },
      maxBuffer: MOST_BYTES,
      timeout: TIME,
      windowsHide: true,
    });
    if (error) throw new CommandError(say('{0}: git could not be run: {1}.', asked, error.message));
    if (status !== 0) throw new CommandError(say('{0}: {1}.', asked, why(stderr.toString('utf8'))));
    return stdout;
  };
}

function reasonIn(stderr: string): string {
  if (/not a git repository|must be run in a work tree|cannot use bare repository/.test(stderr))
    return say('this folder is in no git repository');
  if (/dubious ownership/.test(stderr))
    return say(
      'this repository belongs to another user, so git does not read it. Allow it with "git config --global --add safe.directory FOLDER"',
    );
  const [line = ''] = stderr.split('\n');
  return say('git says: {0}', line.replace(/^fatal: |\.$/g, '') || say('nothing'));
}

/** Finds git on the `PATH`, but not inside the repository itself: package managers put such folders on the `PATH`. */
function findGit(folder: string): string | null {
  const own = repositoryOf(folder) ?? folder;
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  return placesOnPath(names, process.env).find((path) => !isInside(path, own) && isProgram(path)) ?? null;
}

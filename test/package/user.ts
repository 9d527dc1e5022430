import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** An ordinary user of this machine, for as long as a test lasts. */
export interface User {
  readonly name: string;
  readonly uid: number;
  readonly home: string;
  remove(): void;
}

export function addUser(): User {
  const name = `loket-test-${process.pid}`;
  const home = path.join('/home', name);
  execFileSync('useradd', ['--create-home', '--home-dir', home, '--shell', '/bin/sh', name]);
  const uid = Number(execFileSync('id', ['-u', name], { encoding: 'utf8' }));
  return {
    name,
    uid,
    home,
    remove() {
      execFileSync('userdel', [name]);
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Puts a file into the user's home, as the user would. */
export function writeAs({ uid, home }: User, file: string, text: string): void {
  const place = path.join(home, file);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, text);
  execFileSync('chown', ['-R', `${uid}:${uid}`, home]);
}

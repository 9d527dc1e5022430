import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pictureTransport, type PicturePlace } from '../../../electron/printing/transports/picture.ts';
import { fillDisk, noMounts, smallDisk } from '../../crash/disk/mounts.ts';
import { describeWhere } from '../../devices/describe-where.ts';

const never = new AbortController().signal;
const ignore = (): void => undefined;
const picture = Buffer.alloc(300_000, 'picture');

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-picture-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const printing = async (place: Partial<PicturePlace> = {}, signal = never): Promise<'printed' | 'sent'> => {
  const transport = pictureTransport({
    format: 'png',
    folder,
    draw: async () => picture,
    name: () => 'struk',
    ...place,
  });
  const connection = await transport.open(never);
  try {
    for (const chunk of ['a ', 'receipt']) await connection.write(Buffer.from(chunk), never, ignore);
    return await connection.finish(signal);
  } finally {
    await connection.close();
  }
};

describe('a folder of pictures', () => {
  it('gets a job as the picture that is drawn of all its bytes, in folders made for it', async () => {
    const drawn: string[] = [];
    const deep = path.join(folder, 'a', 'b');
    const draw = async (bytes: Uint8Array): Promise<Uint8Array> => {
      drawn.push(Buffer.from(bytes).toString());
      return picture;
    };
    await expect(printing({ folder: deep, draw, format: 'pdf' })).resolves.toBe('printed');
    expect(drawn).toEqual(['a receipt']);
    expect(fs.readdirSync(deep)).toEqual(['struk.pdf']);
    expect(fs.readFileSync(path.join(deep, 'struk.pdf')).equals(picture)).toBe(true);
  });

  it('never gets one over another: the second is not printed, and may be tried again', async () => {
    await printing();
    const second = printing({ draw: async () => Buffer.from('another') });
    await expect(second).rejects.toMatchObject({ problem: 'faulty', isNothingLeft: true });
    expect(fs.readdirSync(folder)).toEqual(['struk.png']);
    expect(fs.readFileSync(path.join(folder, 'struk.png')).equals(picture)).toBe(true);
  });

  it('never shows half a picture under its name', async () => {
    const sizes = new Set<number>();
    const watcher = fs.watch(folder, () => {
      for (const name of fs.readdirSync(folder).filter((each) => each.endsWith('.png')))
        sizes.add(fs.statSync(path.join(folder, name)).size);
    });
    await printing();
    await expect.poll(() => sizes.has(picture.length), { timeout: 10_000 }).toBe(true);
    watcher.close();
    // Its name is taken a moment before.
    expect([...sizes].filter((size) => size !== 0)).toEqual([picture.length]);
  });

  it.each([
    ['is a file', (): string => path.join(folder, 'file'), 'unreachable'],
    ['lies in a file', (): string => path.join(folder, 'file', 'deeper'), 'unreachable'],
  ] as const)('that %s is no way to print', async (_, place, problem) => {
    fs.writeFileSync(path.join(folder, 'file'), '');
    await expect(printing({ folder: place() })).rejects.toMatchObject({ problem });
  });

  it('that has gone when the picture is drawn gets nothing, and the job may be tried again', async () => {
    const draw = async (): Promise<Uint8Array> => {
      fs.rmSync(folder, { recursive: true });
      return picture;
    };
    await expect(printing({ draw })).rejects.toMatchObject({ problem: 'unreachable', isNothingLeft: true });
  });

  it('gets nothing of a picture that cannot be drawn, or that was given up before it was', async () => {
    const broken = printing({ draw: () => Promise.reject(new Error('no canvas')) });
    await expect(broken).rejects.toMatchObject({ problem: 'faulty', isNothingLeft: true });

    const stalled = { problem: 'stalled', isNothingLeft: true };
    await expect(printing({}, AbortSignal.abort())).rejects.toMatchObject(stalled);

    const abandon = new AbortController();
    let finishDrawing: (drawn: Uint8Array) => void = ignore;
    const drawing = new Promise<Uint8Array>((resolve) => (finishDrawing = resolve));
    const draw = (): Promise<Uint8Array> => {
      abandon.abort();
      return drawing;
    };
    await expect(printing({ draw }, abandon.signal)).rejects.toMatchObject(stalled);
    finishDrawing(picture);
    await drawing;
    await new Promise((resolve) => setImmediate(resolve));
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describeWhere(noMounts, 'a folder of pictures on a disk that is full', () => {
  it('is faulty, is left without a piece of a picture, and takes the job once there is room', async () => {
    const disk = smallDisk(1);
    const makeRoom = fillDisk(disk);
    const full = fs.readdirSync(disk);
    await expect(printing({ folder: disk })).rejects.toMatchObject({
      problem: 'faulty',
      isNothingLeft: true,
    });
    expect(fs.readdirSync(disk)).toEqual(full);
    makeRoom();
    await expect(printing({ folder: disk })).resolves.toBe('printed');
    expect(fs.readdirSync(disk)).toEqual(['struk.png']);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { createScreens } from '../../../electron/app/screens.ts';
import { kioskExits } from '../../../shared/contract/screens.ts';
import { usualScreens, type ScreensSettings } from '../../../shared/screens.ts';
import { fakeDisk } from './billers-to-set-up.ts';
import { family, ownersPin, pins, startOn, warung } from './staff-bench.ts';

const done = { ok: true, value: undefined };
const refused = (code: string) => ({ ok: false, error: { code } });
const kiosk: ScreensSettings = { ...usualScreens, kiosk: true };

type Counter = Awaited<ReturnType<typeof family>>;

/** The screens of such a counter; `did` is all that came of them outside. */
function screensOf(counter: Counter, standing: Partial<ScreensSettings> = {}) {
  const { disk } = counter;
  disk.store.save({ ...disk.store.get(), screens: { ...usualScreens, ...standing } });
  const did: string[] = [];
  const inForce: ScreensSettings[] = [];
  const edge = { isFolderWritable: true, isKioskLocked: false };
  const screens = createScreens({
    store: disk.store,
    approve: counter.approve,
    policy: { allows: ({ screens: wanted }) => !edge.isKioskLocked || wanted.kiosk },
    counter: counter.counter,
    startWithSystem(isOn) {
      if (!edge.isFolderWritable) throw new Error('EACCES');
      did.push(isOn ? 'starts' : 'starts no more');
    },
    onChange: (wanted) => void inForce.push(wanted),
    restart: () => void did.push('restart'),
    quit: () => void did.push('quit'),
    log: { fault: (what) => void counter.told.push(what), note: (what) => void counter.told.push(what) },
  });
  return {
    ...counter,
    screens,
    did,
    inForce,
    edge,
    saved: () => disk.settings().screens,
    isKiosk: () => counter.counter.state().kiosk,
  };
}

describe('a kiosk', () => {
  it('stands from the start where it is set and somebody could open it', async () => {
    const { screens, isKiosk, inForce } = screensOf(await family(), kiosk);
    screens.begin();
    expect(isKiosk()).toBe(true);
    expect(inForce).toEqual([kiosk]);
  });

  it('does not stand where nobody has a PIN: nobody could ever leave it', async () => {
    const { counter, approve, told, disk } = startOn(fakeDisk(), (await family()).clock);
    const nobody = { ...(await family()), counter, approve, told, disk };
    const { screens, isKiosk, inForce } = screensOf(nobody, kiosk);
    screens.begin();
    expect(isKiosk()).toBe(false);
    expect(inForce).toEqual([usualScreens]);
    expect(await screens.save(kiosk, null)).toEqual(refused('no-pin'));
    expect(await screens.leaveKiosk('1234', 'quit')).toEqual(refused('no-pin'));
  });

  it('is switched on without a PIN, at once', async () => {
    const { screens, isKiosk, saved } = screensOf(await family());
    screens.begin();
    expect(await screens.save(kiosk, null)).toEqual(done);
    expect(isKiosk()).toBe(true);
    expect(saved()).toEqual(kiosk);
  });

  it.each([
    ['no PIN', null],
    ['a wrong PIN', '0000'],
    ['a cashier’s PIN', pins.Sari],
  ])('is neither switched off nor kept from starting by %s', async (_what, pin) => {
    const standing = { ...kiosk, startsWithSystem: true };
    const { screens, isKiosk, saved, did } = screensOf(await warung(), standing);
    screens.begin();
    for (const wanted of [usualScreens, kiosk, { ...standing, kiosk: false }])
      expect(await screens.save(wanted, pin)).toEqual(refused('wrong-pin'));
    expect([isKiosk(), saved(), did]).toEqual([true, standing, ['starts']]);
  });

  it.each([
    ['owner', ownersPin],
    ['supervisor', pins.Wati],
  ])('is switched off on the word of the %s, whose name is noted', async (_who, pin) => {
    const { screens, isKiosk, saved, told } = screensOf(await warung(), kiosk);
    screens.begin();
    expect(await screens.save(usualScreens, pin)).toEqual(done);
    expect([isKiosk(), saved()]).toEqual([false, usualScreens]);
    expect(told.join('\n')).toMatch(/switched off on the word of (Pemilik|Wati)/);
    expect(told.join('\n')).not.toContain(pin);
  });

  it('that the computer’s policy sets is switched off by no PIN, and all else may still be changed', async () => {
    const { screens, isKiosk, saved, edge } = screensOf(await warung(), kiosk);
    edge.isKioskLocked = true;
    screens.begin();
    expect(await screens.save(usualScreens, ownersPin)).toEqual(refused('set-by-policy'));
    expect([isKiosk(), saved()]).toEqual([true, kiosk]);
    expect(await screens.save({ ...kiosk, startsWithSystem: true }, null)).toEqual(done);
  });

  it.each(kioskExits)('is left to “%s” by nobody without the PIN', async (to) => {
    const { screens, isKiosk, did } = screensOf(await warung(), kiosk);
    screens.begin();
    for (const pin of ['0000', pins.Budi])
      expect(await screens.leaveKiosk(pin, to)).toEqual(refused('wrong-pin'));
    expect([isKiosk(), did]).toEqual([true, []]);
  });

  it('is left for this run alone, and stays what is set', async () => {
    const { screens, isKiosk, saved, did } = screensOf(await warung(), kiosk);
    screens.begin();
    expect(await screens.leaveKiosk(pins.Wati, 'window')).toEqual(done);
    expect([isKiosk(), saved(), did]).toEqual([false, kiosk, []]);
    // Something else that is set does not put it up again.
    const words = { ...kiosk, customer: { ...kiosk.customer, words: 'Buka sampai malam' } };
    expect(await screens.save(words, null)).toEqual(done);
    expect(isKiosk()).toBe(false);
  });

  it('that was left is back once somebody switches it off and on', async () => {
    const { screens, isKiosk } = screensOf(await family(), kiosk);
    screens.begin();
    await screens.leaveKiosk(ownersPin, 'window');
    await screens.save(usualScreens, ownersPin);
    await screens.save(kiosk, null);
    expect(isKiosk()).toBe(true);
  });

  it('stands while the program ends or starts anew on somebody’s word', async () => {
    const { screens, isKiosk, did } = screensOf(await family(), kiosk);
    screens.begin();
    await screens.leaveKiosk(ownersPin, 'restart');
    await screens.leaveKiosk(ownersPin, 'quit');
    expect([isKiosk(), did]).toEqual([true, ['restart', 'quit']]);
  });

  it.each(kioskExits)(
    'is not left to “%s” while a payment is made, nor if one begins while the PIN is read',
    async (to) => {
      const { screens, isKiosk, did, paying } = screensOf(await family(), kiosk);
      screens.begin();
      await paying('payment');
      expect(await screens.leaveKiosk(ownersPin, to)).toEqual(refused('busy'));
      await paying(null);
      const leaving = screens.leaveKiosk(ownersPin, to);
      await paying('payment');
      expect(await leaving).toEqual(refused('busy'));
      expect([isKiosk(), did]).toEqual([true, []]);
    },
  );
});

describe('what is set about the screens', () => {
  it('changes nothing where the file cannot be written', async () => {
    const { screens, disk, inForce, isKiosk, told } = screensOf(await family());
    screens.begin();
    const full = vi.spyOn(disk.store, 'save').mockImplementation(() => {
      throw new Error('ENOSPC');
    });
    expect(await screens.save(kiosk, null)).toEqual(refused('file-not-written'));
    full.mockRestore();
    expect([isKiosk(), inForce]).toEqual([false, [usualScreens]]);
    expect(told).toContain('the settings could not be written');
  });

  it('is not saved where the system’s start cannot be written, and the program starts all the same', async () => {
    const { screens, edge, saved, inForce } = screensOf(await family());
    edge.isFolderWritable = false;
    const starts = { ...usualScreens, startsWithSystem: true };
    expect(await screens.save(starts, null)).toEqual(refused('not-started-with-system'));
    expect(saved()).toEqual(usualScreens);
    const again = screensOf(await family(), starts);
    again.edge.isFolderWritable = false;
    again.screens.begin();
    expect([inForce, again.inForce]).toEqual([[], [starts]]);
  });

  it('has the program start with the system, or no more, only where that changes', async () => {
    const { screens, did } = screensOf(await family());
    screens.begin();
    const starts = { ...usualScreens, startsWithSystem: true };
    await screens.save(starts, null);
    await screens.save({ ...starts, customer: { ...starts.customer, screen: 'other' } }, null);
    await screens.save(usualScreens, null);
    expect(did).toEqual(['starts', 'starts no more']);
  });
});

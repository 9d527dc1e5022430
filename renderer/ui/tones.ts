/** What can be heard: an outcome, before anyone has read it. */
export type Tone = 'paid' | 'refused' | 'unknown';

interface Note {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds after the tone began, and for how long. */
  readonly at: number;
  readonly lasts: number;
}

/** Paid rises, refused is low, unknown beats twice. */
const tones: Readonly<Record<Tone, readonly Note[]>> = {
  paid: [
    { pitch: 587, at: 0, lasts: 0.09 },
    { pitch: 880, at: 0.1, lasts: 0.16 },
  ],
  refused: [{ pitch: 175, at: 0, lasts: 0.32 }],
  unknown: [
    { pitch: 370, at: 0, lasts: 0.12 },
    { pitch: 370, at: 0.22, lasts: 0.12 },
  ],
};

const loudness = 0.12;

/** Plays tones; a computer without sound stays silent and nothing else happens. */
export function openTones(): (tone: Tone) => void {
  let context: AudioContext | undefined;
  return (tone) => {
    try {
      context ??= new AudioContext();
      context.resume().catch(() => undefined);
      for (const note of tones[tone]) playNote(context, note);
    } catch {
      // Sound only repeats what the screen says.
    }
  };
}

function playNote(context: AudioContext, { pitch, at, lasts }: Note): void {
  const start = context.currentTime + at;
  const voice = new OscillatorNode(context, { type: 'triangle', frequency: pitch });
  const volume = new GainNode(context, { gain: 0 });
  // A short swell at both ends: an abrupt one clicks.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(loudness, start + 0.015);
  volume.gain.setValueAtTime(loudness, start + lasts - 0.03);
  volume.gain.linearRampToValueAtTime(0, start + lasts);
  voice.connect(volume).connect(context.destination);
  voice.start(start);
  voice.stop(start + lasts);
}

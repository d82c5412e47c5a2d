// A soft tone at the end of a step: off until somebody wants it, remembered on this device, made here and fetched from nowhere.

import { type ReadonlySignal, Signal } from '../../../shared/lib/signal.ts';

const key = 'wallflower.session.sound';

const wanted = new Signal(read());
/** Whether this device sounds at the end of a step. */
export const soundChoice: ReadonlySignal<boolean> = wanted;

/** Whoever switches it on hears it; that press is also what lets the browser sound later. */
export function chooseSound(on: boolean): void {
  wanted.set(on);
  try {
    if (on) localStorage.setItem(key, 'on');
    else localStorage.removeItem(key);
  } catch {
    // Then it is remembered as long as the page is open.
  }
  if (on) chime();
}

function read(): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

let audio: AudioContext | null = null;

/** Two low notes that fade. Silent where the browser does not allow it: a sound is never worth an error. */
export function chime(): void {
  try {
    audio ??= new AudioContext();
    void audio.resume().catch(() => {});
    const start = audio.currentTime + 0.05;
    for (const [index, hertz] of [523.25, 392].entries()) note(audio, hertz, start + index * 0.28);
  } catch {
    audio = null;
  }
}

function note(context: AudioContext, hertz: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.04);
  volume.gain.exponentialRampToValueAtTime(0.0005, at + 1.1);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + 1.2);
}

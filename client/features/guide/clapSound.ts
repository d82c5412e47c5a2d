// A short, soft clap for a win, where this device was told to sound. Made here and fetched from nowhere; silent where the
// browser does not allow it.

import { seededRandom } from '../../../shared/lib/env.ts';

/** The one choice of this device about the sounds of a session. */
const choiceKey = 'wallflower.session.sound';
const claps = 7;
const gapSeconds = 0.11;
const clapSeconds = 0.05;

export function clapSound(): void {
  if (!isWanted()) return;
  try {
    const audio = new AudioContext();
    void audio.resume().catch(() => {});
    const random = seededRandom(claps);
    const noise = audio.createBuffer(1, audio.sampleRate * clapSeconds, audio.sampleRate);
    const samples = noise.getChannelData(0);
    for (let at = 0; at < samples.length; at++)
      samples[at] = (random.next() * 2 - 1) * (1 - at / samples.length) ** 3;
    for (let clap = 0; clap < claps; clap++) {
      const source = audio.createBufferSource();
      const band = audio.createBiquadFilter();
      const volume = audio.createGain();
      source.buffer = noise;
      band.type = 'bandpass';
      band.frequency.value = 1_100 + 500 * random.next();
      volume.gain.value = 0.14 * (1 - clap / (claps + 2));
      source.connect(band).connect(volume).connect(audio.destination);
      source.start(audio.currentTime + 0.03 + clap * gapSeconds * (0.85 + 0.3 * random.next()));
      if (clap === claps - 1) source.onended = () => void audio.close();
    }
  } catch {
    // A sound is never worth an error.
  }
}

function isWanted(): boolean {
  try {
    return localStorage.getItem(choiceKey) === 'on';
  } catch {
    return false;
  }
}

// The fonts that come along, found among the packages wherever the server was built to, and those of the system.

import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

const from = createRequire(import.meta.url);

const files = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  'ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf',
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  'noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
  'noto-color-emoji/400Regular/NotoColorEmoji_400Regular.ttf',
] as const;

/**
 * In the order in which they are asked for a sign; the system's come behind. For Arabic not the one of the Noto family: it
 * makes letters of parts, and out of the parts nobody can copy the letters again.
 */
export const families = [
  'Noto Sans',
  'IBM Plex Sans Arabic',
  'Noto Sans Hebrew',
  'Noto Color Emoji',
] as const;

/** Their files. @throws when a package is missing. */
export function ownFonts(): string[] {
  return files.map((file) => from.resolve(`@expo-google-fonts/${file}`));
}

const systemFolders: Readonly<Record<string, readonly string[]>> = {
  darwin: ['/Library/Fonts', '/System/Library/Fonts', path.join(homedir(), 'Library/Fonts')],
  win32: ['C:\\Windows\\Fonts', path.join(homedir(), 'AppData/Local/Microsoft/Windows/Fonts')],
  linux: [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    path.join(homedir(), '.fonts'),
    path.join(homedir(), '.local/share/fonts'),
  ],
};

/** Files of fonts that the system has. */
export function systemFonts(): string[] {
  const folders = systemFolders[process.platform] ?? systemFolders.linux ?? [];
  return folders.filter((folder) => existsSync(folder)).flatMap(fontsBelow);
}

function fontsBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /\.(?:ttf|otf|ttc|otc)$/i.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

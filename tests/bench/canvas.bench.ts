// What our canvas costs with 10,000 notes on the wall, against a bare 2D canvas that draws the same picture, in the same run.
// CPU is that of all renderer and GPU processes of the browser, so painting outside of the page's own thread counts.

import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser } from '../support/browser.ts';
import type { BenchPage, Workload } from './canvas/wall.ts';

const names: Readonly<Record<Workload, string>> = {
  pan100: 'pan at 100 %',
  zoom: 'zoom 100 % to fit and back',
  panAll: 'pan, all in view',
  drag1: 'drag 1 at 100 %',
  drag1All: 'drag 1, all in view',
  drag500: 'drag 500 at 25 %',
  marquee500: 'marquee over up to 500',
  remote: '200 remote changes a second at 100 %',
  remoteAll: 'the same, all in view',
  type: 'type, one character a frame',
};
const workloads = Object.keys(names) as Workload[];
const rounds = 3;
const runMs = 3_000;

interface Sample {
  readonly cpuMs: number;
  readonly fps: number;
}

interface Line {
  readonly name: string;
  readonly bare: Sample;
  readonly ours: Sample;
}

/** Prints the table and writes it into tests/bench/README.md, section "Canvas". `CANVAS_BENCH_RATIO` sets the pixel ratio. */
export async function run(): Promise<readonly Line[]> {
  const here = path.join(process.cwd(), 'tests', 'bench');
  const outDir = path.join(process.cwd(), '.build', 'bench-canvas');
  await buildPages(path.join(here, 'canvas'), outDir);
  const server = await serve(outDir);
  const ratio = Number(process.env.CANVAS_BENCH_RATIO ?? '1');
  const { port } = server.address() as AddressInfo;
  const browser = await launchBrowser();
  try {
    const samples = new Map<string, Sample[]>();
    for (let round = 0; round < rounds; round++) {
      for (const which of ['bare', 'ours'] as const) {
        for (const [workload, sample] of await measure(
          browser,
          `http://127.0.0.1:${port}/${which}.html`,
          ratio,
        )) {
          const key = `${which} ${workload}`;
          samples.set(key, [...(samples.get(key) ?? []), sample]);
        }
      }
    }
    const lines = workloads.map((workload) => ({
      name: names[workload],
      bare: median(samples.get(`bare ${workload}`) ?? []),
      ours: median(samples.get(`ours ${workload}`) ?? []),
    }));
    const table = tableOf(lines);
    process.stdout.write(`${table}\n`);
    if (ratio === 1) writeSection(path.join(here, 'README.md'), table);
    return lines;
  } finally {
    await browser.close();
    server.close();
  }
}

async function buildPages(root: string, outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: { input: { ours: path.join(root, 'ours.html'), bare: path.join(root, 'bare.html') } },
    },
  });
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const file = path.join(folder, path.normalize(new URL(request.url ?? '/', 'http://x').pathname));
    try {
      const content = readFileSync(file);
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

declare const bench: BenchPage;

async function measure(browser: Browser, url: string, ratio: number): Promise<Map<Workload, Sample>> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: ratio,
  });
  const page = await context.newPage();
  const cdp = await browser.newBrowserCDPSession();
  const samples = new Map<Workload, Sample>();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  await page.evaluate(() => bench.ready);
  for (const workload of workloads) samples.set(workload, await measureOne(page, cdp, workload));
  await context.close();
  return samples;
}

async function measureOne(page: Page, cdp: CDPSession, workload: Workload): Promise<Sample> {
  await page.evaluate((name) => bench.prepare(name as Workload), workload);
  // Caches fill and the compiler wakes up outside of what is measured.
  await page.evaluate(() => bench.run(700));
  const cpuBefore = await cpuSeconds(cdp);
  const frames = await page.evaluate((ms) => bench.run(ms), runMs);
  const cpu = (await cpuSeconds(cdp)) - cpuBefore;
  await page.evaluate(() => bench.tidy());
  return { cpuMs: (cpu * 1000) / frames, fps: frames / (runMs / 1000) };
}

async function cpuSeconds(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => /renderer|gpu/i.test(type))
    .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

function median(samples: readonly Sample[]): Sample {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  return { cpuMs: middle(samples.map((s) => s.cpuMs)), fps: middle(samples.map((s) => s.fps)) };
}

function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ name, bare, ours }) =>
      `| ${name} | ${bare.cpuMs.toFixed(1)} / ${bare.fps.toFixed(0)} | ${ours.cpuMs.toFixed(1)} / ${ours.fps.toFixed(0)} | ${(ours.cpuMs / bare.cpuMs).toFixed(2)} |`,
  );
  const mean = Math.exp(
    lines.reduce((sum, { bare, ours }) => sum + Math.log(ours.cpuMs / bare.cpuMs), 0) / lines.length,
  );
  return [
    '| workload | bare canvas, CPU ms a frame / fps | ours | ratio |',
    '|---|---|---|---|',
    ...rows,
    `| geometric mean | | | ${mean.toFixed(2)} |`,
  ].join('\n');
}

function writeSection(file: string, table: string): void {
  let text = '# Measurements\n';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // The first measurement makes the page.
  }
  const intro =
    '10,000 notes, 1440 by 900, pixel ratio 1, medians of three rounds. CPU of all renderer and GPU processes. The bare canvas\ndraws the same picture with the same culling and levels of detail, without document, editor or framework.\nOnly the ratios mean anything: the machine was busy with other things. `npm run bench -- canvas` measures again.';
  const section = `## Canvas\n\n${intro}\n\n${table}\n`;
  const known = /^## Canvas\n[\s\S]*?(?=^## |(?![\s\S]))/m;
  writeFileSync(
    file,
    known.test(text) ? text.replace(known, `${section}\n`) : `${text.trimEnd()}\n\n${section}`,
  );
}

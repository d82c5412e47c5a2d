// `npm test` and its parts. Needs nothing but Node to begin: it installs, builds, looks for a browser, then runs every stage
// and ends with one line, `N passed, N failed`. README.md beside it says how to run a single thing.

import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../server/launch/install.mjs';
import { built, ensureBuilt } from '../server/launch/prepare.mjs';
import { capture, checkNode, Failure, repository, say, script } from '../server/launch/processes.mjs';

/** @typedef {{ passed: number, failed: number, skipped: readonly string[] }} Outcome */
/** @typedef {{ stage: string, seconds: number } & Outcome} Report */

const passed = { passed: 1, failed: 0, skipped: [] };
const failed = { passed: 0, failed: 1, skipped: [] };
const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';
const reportsFolder = path.join(repository, '.cache', 'tests');

/** The stages in their order. `needs: 'build'` ones are reported as not run when there is no build. */
const stages = /** @type {const} */ ([
  { name: 'lint', run: () => tool('biome', ['check', '.']) },
  { name: 'types', run: () => tool('tsc', ['-b', 'shared', 'server', 'client', 'tests']) },
  { name: 'orphans', run: () => tool('knip', []) },
  { name: 'tidy', run: () => vitest(['tidy']) },
  { name: 'unit', run: () => vitest(['unit']) },
  { name: 'simulation', run: () => vitest(['simulation']) },
  { name: 'server', needs: 'build', run: () => vitest(['server']) },
  { name: 'browser', needs: 'build', run: browserTests },
  { name: 'budget', needs: 'build', run: budget },
]);

const checks = ['lint', 'types', 'orphans', 'tidy'];

await script(async () => {
  const [mode = 'all', ...rest] = process.argv.slice(2);
  checkNode();
  await ensureInstalled();
  if (mode === 'sim') return simulate(rest);
  if (mode === 'bench') return bench(rest);
  const names =
    mode === 'all' ? stages.map((stage) => stage.name) : mode === 'check' ? checks : [mode, ...rest];
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown) {
    throw new Failure(
      `There is no stage "${unknown}"; there are ${stages.map((stage) => stage.name).join(', ')}.`,
    );
  }
  await runStages(names);
});

/** @param {readonly string[]} names */
async function runStages(names) {
  const chosen = stages.filter((stage) => names.includes(stage.name));
  /** @type {Report[]} */
  const reports = [];
  let isBuilt = false;
  if (chosen.some((stage) => 'needs' in stage)) {
    const report = await timed('build', async () => {
      try {
        await ensureBuilt();
        return passed;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        process.stdout.write(`${error.details}\n${error.message}\n`);
        return failed;
      }
    });
    isBuilt = report.failed === 0;
    reports.push(report);
  }
  for (const stage of chosen) {
    const cannot = 'needs' in stage && !isBuilt;
    const outcome = cannot ? { passed: 0, failed: 0, skipped: [`${stage.name}: there is no build`] } : null;
    reports.push(await timed(stage.name, async () => outcome ?? (await stage.run())));
  }
  conclude(reports);
}

/**
 * @param {string} stage
 * @param {() => Promise<Outcome>} run
 * @returns {Promise<Report>}
 */
async function timed(stage, run) {
  process.stdout.write(`\n== ${stage}\n`);
  const began = performance.now();
  const outcome = await run();
  return { stage, seconds: (performance.now() - began) / 1000, ...outcome };
}

/** @param {readonly Report[]} reports */
function conclude(reports) {
  process.stdout.write('\n');
  for (const { stage, seconds, ...outcome } of reports) {
    const verdict = outcome.failed > 0 ? 'FAILED' : outcome.passed > 0 ? 'ok' : 'not run';
    process.stdout.write(`  ${stage.padEnd(12)} ${verdict.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s\n`);
  }
  const skipped = reports.flatMap((report) => report.skipped);
  if (skipped.length > 0)
    process.stdout.write(`\nDid not run:\n${skipped.map((line) => `  ${line}\n`).join('')}`);
  const passedCount = reports.reduce((sum, report) => sum + report.passed, 0);
  // Where nobody reads the list of what did not run, it counts as failure.
  const failedCount = reports.reduce((sum, report) => sum + report.failed, 0) + (inCi ? skipped.length : 0);
  process.stdout.write(`\n${passedCount} passed, ${failedCount} failed\n`);
  process.exitCode = failedCount > 0 ? 1 : 0;
}

/**
 * One of the command line tools among the packages; counts as one check.
 * @param {string} name
 * @param {readonly string[]} args
 */
async function tool(name, args) {
  const { code } = await capture(...binary(name, args), { show: true });
  return code === 0 ? passed : failed;
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
function binary(name, args) {
  const folder = name === 'biome' ? '@biomejs/biome' : name === 'tsc' ? 'typescript' : name;
  const manifest = JSON.parse(
    readFileSync(path.join(repository, 'node_modules', folder, 'package.json'), 'utf8'),
  );
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name];
  return [process.execPath, [path.join(repository, 'node_modules', folder, file), ...args]];
}

/**
 * @param {readonly string[]} projects
 * @param {Record<string, string>} [env]
 * @returns {Promise<Outcome>}
 */
async function vitest(projects, env = {}) {
  mkdirSync(reportsFolder, { recursive: true });
  const file = path.join(reportsFolder, `${projects.join('-')}.json`);
  rmSync(file, { force: true });
  const args = [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  for (const project of projects) args.push('--project', project);
  const { code } = await capture(...binary('vitest', args), { show: true, env });
  return outcomeOf(projects.join(', '), file, code);
}

/**
 * @param {string} stage
 * @param {string} file what vitest's JSON reporter wrote
 * @param {number} code
 * @returns {Outcome}
 */
function outcomeOf(stage, file, code) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return code === 0 ? { passed: 0, failed: 0, skipped: [`${stage}: there are no tests`] } : failed;
  }
  const tests = report.testResults.flatMap(
    (/** @type {{ assertionResults: object[] }} */ one) => one.assertionResults,
  );
  const skipped = tests
    .filter((/** @type {{ status: string }} */ test) => !['passed', 'failed'].includes(test.status))
    .map((/** @type {{ fullName: string }} */ test) => `${stage}: ${test.fullName}`);
  // A file that cannot be loaded has no tests that failed, and yet the run has.
  const failedCount = code === 0 ? report.numFailedTests : Math.max(1, report.numFailedTests);
  if (tests.length === 0 && failedCount === 0) skipped.push(`${stage}: there are no tests`);
  return { passed: report.numPassedTests, failed: failedCount, skipped };
}

async function browserTests() {
  const { findChromium } = await import('./support/chromium.mjs');
  const chromium = await findChromium();
  if (chromium) return vitest(['browser'], { CHROMIUM_PATH: chromium });
  const reason = process.env.CHROMIUM_PATH ? 'the one in CHROMIUM_PATH does not start' : 'none was found';
  return {
    passed: 0,
    failed: 0,
    skipped: [`browser: needs a Chromium, ${reason} (install one or set CHROMIUM_PATH)`],
  };
}

async function budget() {
  const { checkBudget } = await import('./bundle/budget.mjs');
  return checkBudget(built.client) ? passed : failed;
}

/**
 * `npm run sim -- --seed 123 --runs 1`: one world again, or many.
 * @param {string[]} args
 */
async function simulate(args) {
  const { values } = options(args, { seed: { type: 'string' }, runs: { type: 'string' } });
  for (const [name, value] of Object.entries(values)) {
    if (!/^\d+$/.test(String(value))) throw new Failure(`--${name} must be a whole number, not "${value}".`);
  }
  const seed = values.seed === undefined ? {} : { SIM_SEED: String(values.seed) };
  const runs = values.runs === undefined ? {} : { SIM_RUNS: String(values.runs) };
  conclude([await timed('simulation', () => vitest(['simulation'], { ...seed, ...runs }))]);
}

/**
 * `npm run bench [-- name ...]`: each measurement alone, one after another, so that none disturbs another.
 * @param {string[]} names
 */
async function bench(names) {
  await ensureBuilt();
  const all = readdirSync(path.join(repository, 'tests', 'bench')).filter((file) =>
    file.endsWith('.bench.ts'),
  );
  const chosen =
    names.length === 0 ? all : all.filter((file) => names.includes(file.replace('.bench.ts', '')));
  if (chosen.length === 0) throw new Failure(`There is no such measurement; there are ${all.join(', ')}.`);
  const outdir = path.join(repository, '.build', 'bench');
  const { bundleForNode } = await import('../server/launch/bundle.mjs');
  await bundleForNode(
    chosen.map((file) => `tests/bench/${file}`),
    outdir,
  );
  let failures = 0;
  for (const file of chosen) {
    process.stdout.write(`\n== ${file.replace('.bench.ts', '')}\n`);
    const address = pathToFileURL(path.join(outdir, file.replace(/\.ts$/, '.js'))).href;
    const program = `const { run } = await import(${JSON.stringify(address)}); await run();`;
    const { code } = await capture(
      process.execPath,
      ['--enable-source-maps', '--expose-gc', '--input-type=module', '--eval', program],
      { show: true, env: { NODE_ENV: 'production' } },
    );
    if (code !== 0) failures += 1;
  }
  if (failures > 0) say(`${failures} of ${chosen.length} measurements failed.`);
  process.exitCode = failures > 0 ? 1 : 0;
}

/**
 * @template {import('node:util').ParseArgsConfig['options']} Options
 * @param {string[]} args
 * @param {Options} known
 */
function options(args, known) {
  try {
    return parseArgs({ args, options: known });
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

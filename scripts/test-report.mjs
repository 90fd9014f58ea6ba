#!/usr/bin/env node
/**
 * Says how the suites of scripts/test went: seconds per suite, those of its folders and of the ten slowest
 * files and tests, each row of the fault matrix with the verdict and the sentence seen, every failed test,
 * and the closing line. Exit status 1 when anything failed, a suite ran nothing, or a row of the matrix was
 * not made.
 */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {FAULTS} from '../__tests__/support/fault-rows.ts';

/** The results, and the folders of tests of which some must have run. */
const [folder, ...wanted] = process.argv.slice(2);

/** A suite without a JSON file is one check by its exit status (types, lint). */
function readSuite(line) {
  const [name, seconds, status] = line.split(' ');
  const file = join(folder, `${name}.json`);
  const isJest = !['types', 'lint'].includes(name);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {testResults: []};
  const tests = testsOf(report);
  const whole = {
    name: `suite ${name}`,
    ok: status === '0' && (!isJest || tests.length > 0),
    seconds: 0,
  };
  const accounted = tests.some((test) => !test.ok);
  return {
    ...{name, seconds, files: filesOf(report)},
    tests: isJest && (whole.ok || accounted) ? tests : [...tests, whole],
  };
}

const nameOf = (file) => file.name.split('/__tests__/').at(-1);

function filesOf(report) {
  return report.testResults.map((file) => ({
    name: nameOf(file),
    folder: nameOf(file).split('/')[0],
    seconds: (file.endTime - file.startTime) / 1000,
  }));
}

function testsOf(report) {
  return report.testResults.flatMap((file) => {
    const tests = file.assertionResults.map((test) => ({
      name: test.fullName,
      ok: test.status === 'passed',
      seconds: (test.duration ?? 0) / 1000,
    }));
    const broken = file.status === 'failed' && tests.every((test) => test.ok);
    return broken ? [...tests, {name: `file ${nameOf(file)}`, ok: false, seconds: 0}] : tests;
  });
}

/** What the rows have written as they ran, each in a module of its own: `fault` in support/faults.ts. */
function readFaults() {
  const file = join(folder, 'faults.seen');
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const seen = text === '' ? [] : text.split('\n').map((line) => JSON.parse(line));
  return Object.keys(FAULTS).map((id) => ({id, seen: seen.find((row) => row.id === id)}));
}

function list(title, rows) {
  console.log(`\n${title}`);
  for (const {name, seconds} of [...rows].sort((a, b) => b.seconds - a.seconds).slice(0, 10))
    console.log(`${seconds.toFixed(1).padStart(6)}  ${name}`);
}

const lines = readFileSync(join(folder, 'suites'), 'utf8').trim().split('\n');
const suites = lines.map(readSuite);
const faults = suites.some(({name}) => name === 'faults') ? readFaults() : [];
const rows = faults.map(({id, seen}) => ({
  name: `fault row ${id} ran`,
  ok: seen !== undefined,
  seconds: 0,
}));
const files = suites.flatMap((suite) => suite.files);
const missing = wanted
  .filter((name) => files.every((file) => file.folder !== name))
  .map((name) => ({name: `folder ${name} ran`, ok: false, seconds: 0}));
const tests = [...suites.flatMap((suite) => suite.tests), ...rows, ...missing];
const failed = tests.filter((test) => !test.ok);

console.log('\nSeconds per suite');
for (const suite of suites)
  console.log(`${suite.seconds.padStart(6)}  ${suite.name} (${suite.tests.length})`);
const folders = [...Map.groupBy(files, ({folder}) => folder)].map(([name, its]) => ({
  name,
  seconds: its.reduce((sum, {seconds}) => sum + seconds, 0),
}));
list('Seconds per folder, of all workers', folders);
list('Ten slowest files', files);
list('Ten slowest tests', tests);
if (faults.length > 0) console.log('\nFaults: what the gate said');
for (const {id, seen} of faults) {
  const said = seen === undefined ? 'NOT MADE' : `${seen.verdict}. ${seen.sentence} [${seen.on}]`;
  console.log(`  ${id}: ${said}`);
}
if (failed.length > 0)
  console.log(`\nFailed\n${failed.map((test) => `  ${test.name}`).join('\n')}`);
console.log(`\n${tests.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

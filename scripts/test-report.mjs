#!/usr/bin/env node
/**
 * Says how the suites of scripts/test went: seconds per suite, the ten slowest tests, every failed
 * test, and the closing line. Exit status 1 when anything failed or a suite ran nothing.
 */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const folder = process.argv[2];

/** A suite without a JSON file is one check by its exit status (types, lint). */
function readSuite(line) {
  const [name, seconds, status] = line.split(' ');
  const file = join(folder, `${name}.json`);
  const isJest = !['types', 'lint'].includes(name);
  const tests = existsSync(file) ? testsOf(JSON.parse(readFileSync(file, 'utf8'))) : [];
  const whole = {
    name: `suite ${name}`,
    ok: status === '0' && (!isJest || tests.length > 0),
    seconds: 0,
  };
  const accounted = tests.some((test) => !test.ok);
  return {name, seconds, tests: isJest && (whole.ok || accounted) ? tests : [...tests, whole]};
}

function testsOf(report) {
  return report.testResults.flatMap((file) => {
    const tests = file.assertionResults.map((test) => ({
      name: test.fullName,
      ok: test.status === 'passed',
      seconds: (test.duration ?? 0) / 1000,
    }));
    const broken = file.status === 'failed' && tests.every((test) => test.ok);
    return broken
      ? [...tests, {name: `file ${file.name.split('/__tests__/').at(-1)}`, ok: false, seconds: 0}]
      : tests;
  });
}

const lines = readFileSync(join(folder, 'suites'), 'utf8').trim().split('\n');
const suites = lines.map(readSuite);
const tests = suites.flatMap((suite) => suite.tests);
const failed = tests.filter((test) => !test.ok);

console.log('\nSeconds per suite');
for (const suite of suites)
  console.log(`${suite.seconds.padStart(6)}  ${suite.name} (${suite.tests.length})`);
console.log('\nTen slowest tests');
for (const test of [...tests].sort((a, b) => b.seconds - a.seconds).slice(0, 10)) {
  console.log(`${test.seconds.toFixed(1).padStart(6)}  ${test.name}`);
}
if (failed.length > 0)
  console.log(`\nFailed\n${failed.map((test) => `  ${test.name}`).join('\n')}`);
console.log(`\n${tests.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Archives of strangers: what is harmless is read, and everything else is refused before it costs anything. */
import {describe, expect, it} from '@jest/globals';
import {readZipped} from '../../../src/stages/relay/unzip.ts';
import {zerosZip, zipOf, type Zipped} from '../../support/zips.ts';

const WANTED = {name: 'report.json', mostBytes: 1000};
const REPORT: Zipped = {name: 'report.json', data: '{"a": 1}'};
const read = async (
  files: readonly Zipped[],
  renamed: Readonly<Record<string, string>> = {},
): ReturnType<typeof readZipped> => readZipped(await zipOf(files, renamed), WANTED);

describe('readZipped', () => {
  it('reads the one file, whatever lies beside it', async () => {
    const beside = [
      {name: 'sarif/a.sarif', data: '{}'},
      REPORT,
      {name: 'sarif/report.json', data: '2'},
    ];
    expect(await read(beside)).toEqual({value: '{"a": 1}'});
  });

  it.each([
    ['../../evil', 'xx/xx/evil'],
    ['/etc/passw', 'xetc/passw'],
    ['a/../../bb', 'a/xx/xx/bb'],
    ['C:/windows', 'Cx/windows'],
    ['..\\..\\evil', 'xx-xx-evil'],
  ])('refuses a name that leaves its folder: %s', async (evil, harmless) => {
    expect(await read([REPORT, {name: harmless, data: 'x'}], {[harmless]: evil})).toEqual({
      unable: 'is no archive that can be read.',
    });
  });

  it.each([
    ['a link', 0o120777],
    ['a device', 0o020666],
    ['a pipe', 0o010644],
  ])('refuses %s, the report itself or beside it', async (_, mode) => {
    const words = {unable: expect.stringMatching(/holds a link, or what is no file/)};
    expect(await read([{...REPORT, mode}])).toEqual(words);
    expect(await read([REPORT, {name: 'b', data: '/etc/passwd', mode}])).toEqual(words);
  });

  it('refuses none, and two of one name', async () => {
    expect(await read([{name: 'other.json', data: '{}'}])).toEqual({
      unable: 'holds no report.json.',
    });
    const two = [REPORT, {name: 'rexort.json', data: '{"a": 2}'}];
    expect(await read(two, {'rexort.json': 'report.json'})).toEqual({
      unable: 'holds more than one report.json.',
    });
  });

  it('refuses a large one by what it says, and one that lies by what comes', async () => {
    expect(await read([{...REPORT, data: 'x'.repeat(1001)}])).toEqual({
      unable: 'holds a report.json of more than 1.0 kB.',
    });
    const before = process.memoryUsage().rss;
    expect(await readZipped(zerosZip('report.json', 2 ** 31), WANTED)).toEqual({
      unable: 'holds more than 1.0 GB.',
    });
    expect(await readZipped(zerosZip('report.json', 2 ** 31, 900), WANTED)).toEqual({
      unable: 'is no archive that can be read.',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('refuses what was damaged on its way, although its size is right', async () => {
    const archive = await zipOf([REPORT]);
    const directory = archive.indexOf('PK\u0001\u0002', 0, 'latin1');
    const checksum = directory + 16;
    archive.writeUInt8(archive.readUInt8(checksum) ^ 1, checksum);
    expect(await readZipped(archive, WANTED)).toEqual({
      unable: 'holds a report.json that was damaged on its way.',
    });
  });

  it('refuses 2 GB of zeros beside a report', async () => {
    expect(await readZipped(zerosZip('zeros', 2 ** 31), WANTED)).toEqual({
      unable: 'holds more than 1.0 GB.',
    });
  });

  it('refuses very many files', async () => {
    const many = Array.from({length: 5001}, (_, index) => ({name: `f${index}`, data: ''}));
    expect(await read(many)).toEqual({unable: expect.stringMatching(/^holds 5001 files/)});
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html></html>'],
  ])('refuses %s', async (_, text) => {
    expect(await readZipped(Buffer.from(text), WANTED)).toEqual({
      unable: 'is no archive that can be read.',
    });
  });
});

/** The zip archive that a fork's run has left. */
import {crc32, deflateRawSync} from 'node:zlib';
import {isKnown} from '../../../src/domain/known.ts';
import {readZipped} from '../../../src/stages/relay/unzip.ts';
import {mutateBytes} from '../mutate.ts';
import {mutatorOf} from '../mutate-json.ts';
import {oneOf, type Random} from '../random.ts';
import {REPORTS} from '../report-seeds.ts';
import {FalseAnswer, type Target} from '../target.ts';
import {relayTarget} from './reports.ts';

interface Zipped {
  readonly name: string;
  readonly data: Buffer;
}

const texts = REPORTS.map((one) => Buffer.from(JSON.stringify(one)));
const mutateReport = mutatorOf(texts);
const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');
const CRC_AT = 16;

/** APPNOTE.TXT of zip, 4.3: the same bytes whenever it is made, so that a seed gives the same mutant. */
function zipOf(files: readonly Zipped[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {name, data} of files) {
    const deflated = deflateRawSync(data);
    // Version, flags, method (deflate), time, date, CRC, sizes, length of the name, of what is more.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(deflated.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(0o100644 * 0x10000, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(CENTRAL, Buffer.from([20, 3]), common, rest, Buffer.from(name));
    locals.push(local, deflated);
    offset += local.length + deflated.length;
  }
  const central = Buffer.concat(directory);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(files.length, 4);
  tail.writeUInt16LE(files.length, 6);
  tail.writeUInt32LE(central.length, 8);
  tail.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06', 'latin1'), tail]);
}

function archiveOf(report: Buffer): Buffer {
  const other = {name: 'web.files.jsonl.gz', data: Buffer.from('x'.repeat(100))};
  return zipOf([other, {name: 'report.json', data: report}, {...other, name: 'deep/report.json'}]);
}

/** Mostly another report with the sum of its own; else bytes of the archive, whose sums then fail. */
function mutate(seed: Buffer, random: Random): Buffer {
  if (random() < 0.35) return mutateBytes(seed, random);
  return archiveOf(mutateReport(oneOf(texts, random), random));
}

/** Sums that the archive's own directory names. */
function sumsIn(archive: Buffer): readonly number[] {
  const sums: number[] = [];
  for (let at = archive.indexOf(CENTRAL); at >= 0; at = archive.indexOf(CENTRAL, at + 1))
    if (at + CRC_AT + 4 <= archive.length) sums.push(archive.readUInt32LE(at + CRC_AT));
  return sums;
}

const inner = relayTarget();

export const archive: Target = {
  seeds: texts.map(archiveOf),
  mutate,
  run: async (mutant) => {
    const text = await readZipped(mutant, {name: 'report.json', mostBytes: 10_000_000});
    if (!isKnown(text)) return false;
    const data = Buffer.from(text.value);
    // What is no UTF-8 reads as another text.
    if (!text.value.includes('\uFFFD') && !sumsIn(mutant).includes(crc32(data)))
      throw new FalseAnswer('a text was taken whose sum stands nowhere in the archive');
    await inner.run(data);
    return true;
  },
};

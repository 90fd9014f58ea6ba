/**
 * A program that does nothing until it is killed. Memory that is a volume is there as long as a
 * container runs that has it: without one, what the engine has copied there is gone again before the
 * image starts. The image under test cannot be asked to wait: it may have no program for that. Pure.
 */

interface Processor {
  /** `e_machine` of its programs (System V gABI, "ELF Header"). */
  readonly machine: number;
  readonly code: readonly number[];
}

const PROCESSORS: ReadonlyMap<string, Processor> = new Map([
  // mov eax, 34 (pause); syscall; jmp to the beginning
  ['linux/amd64', {machine: 62, code: [0xb8, 0x22, 0, 0, 0, 0x0f, 0x05, 0xeb, 0xf7]}],
  // x8 = 73 (ppoll); x0 to x4 = 0: of no files, for ever; svc 0; b to the beginning
  [
    'linux/arm64',
    {
      machine: 183,
      code: words([
        ...[0xd2800928, 0xd2800000, 0xd2800001, 0xd2800002, 0xd2800003, 0xd2800004],
        ...[0xd4000001, 0x17fffff9],
      ]),
    },
  ],
]);

const HEADER = 64;
const SEGMENT = 56;
const ADDRESS = 0x400000;
const PAGE = 0x10000;

/** Undefined for a processor that we have no such program for. @param platform `linux/amd64` */
export function holderProgram(platform: string): Uint8Array | undefined {
  const processor = PROCESSORS.get(platform);
  if (processor === undefined) return undefined;
  const {machine, code} = processor;
  const start = HEADER + SEGMENT;
  const program = Buffer.alloc(start + code.length);
  // 64 bits, lowest byte first, version 1; an executable.
  program.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1], 0);
  program.writeUInt16LE(2, 16);
  program.writeUInt16LE(machine, 18);
  program.writeUInt32LE(1, 20);
  program.writeBigUInt64LE(BigInt(ADDRESS + start), 24);
  program.writeBigUInt64LE(BigInt(HEADER), 32);
  program.writeUInt16LE(HEADER, 52);
  program.writeUInt16LE(SEGMENT, 54);
  program.writeUInt16LE(1, 56);
  // One segment, read and executed: the whole file.
  program.writeUInt32LE(1, HEADER);
  program.writeUInt32LE(5, HEADER + 4);
  for (const at of [16, 24]) program.writeBigUInt64LE(BigInt(ADDRESS), HEADER + at);
  for (const at of [32, 40]) program.writeBigUInt64LE(BigInt(program.length), HEADER + at);
  program.writeBigUInt64LE(BigInt(PAGE), HEADER + 48);
  program.set(code, start);
  return program;
}

function words(all: readonly number[]): readonly number[] {
  return all.flatMap((word) => [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff));
}

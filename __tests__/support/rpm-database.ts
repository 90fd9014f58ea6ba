/** A database of rpm as `rpm` itself keeps it (sqlite), with so many packages as a test needs. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';

export interface RpmPackage {
  readonly name: string;
  readonly version: string;
  readonly release: string;
  /** Folder with a slash at its end, and name. */
  readonly files: readonly (readonly [string, string])[];
}

const [INT32, STRING, STRINGS] = [4, 6, 8];
type Tag = readonly [tag: number, type: number, values: readonly (string | number)[]];

/** @param folder where it may be made */
export function rpmDatabase(packages: readonly RpmPackage[], folder: string): Buffer {
  const path = join(folder, `rpmdb-${packages.map(({name}) => name).join('-')}.sqlite`);
  const database = new DatabaseSync(path);
  database.exec(
    'CREATE TABLE Packages (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL)',
  );
  const insert = database.prepare('INSERT INTO Packages (blob) VALUES (?)');
  for (const one of packages) insert.run(header(tagsOf(one)));
  database.close();
  return readFileSync(path);
}

/** rpmtag.h */
function tagsOf({name, version, release, files}: RpmPackage): readonly Tag[] {
  return [
    [1000, STRING, [name]],
    [1001, STRING, [version]],
    [1002, STRING, [release]],
    [1011, STRING, ['Rocky Enterprise Software Foundation']],
    [1022, STRING, ['x86_64']],
    [1044, STRING, [`${name}-${version}-${release}.src.rpm`]],
    [1116, INT32, files.map((_, index) => index)],
    [1117, STRINGS, files.map(([, base]) => base)],
    [1118, STRINGS, files.map(([folder]) => folder)],
  ];
}

/** Count of entries and bytes of data; the entries (tag, type, offset, count); the data. */
function header(tags: readonly Tag[]): Buffer {
  let data = Buffer.alloc(0);
  const entries = tags.map(([tag, type, values]) => {
    if (type === INT32) data = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    const entry = numbers(tag, type, data.length, values.length);
    const written = values.map((value) =>
      typeof value === 'string' ? Buffer.from(`${value}\0`) : numbers(value),
    );
    data = Buffer.concat([data, ...written]);
    return entry;
  });
  return Buffer.concat([numbers(entries.length, data.length), ...entries, data]);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

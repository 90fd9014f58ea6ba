/** package-lock.json and npm-shrinkwrap.json, versions 1 to 3. */
import {parse, type MemberNode, type ObjectNode, type ValueNode} from '@humanwhocodes/momoa';
import type {LockfileFormat, Pin} from './format.ts';

const FOLDER = 'node_modules/';

export const packageLock: LockfileFormat = {
  ecosystem: 'npm',
  kind: 'lockfile',
  files: /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/,
  parse: (text) => {
    const root = parse(text.replace(/^\uFEFF/, ' ')).body;
    const packages = objectOf(memberOf(root, 'packages'));
    // Version 2 has both, version 1 only the second.
    if (packages !== undefined) return membersOf(packages).flatMap(pinOfFolder);
    return pinsOfTree(objectOf(memberOf(root, 'dependencies')));
  },
};

/** `"node_modules/a/node_modules/@x/b": {"version": "1.0.0"}` */
function pinOfFolder(member: MemberNode): readonly Pin[] {
  const folder = keyOf(member);
  const start = folder.lastIndexOf(FOLDER);
  const version = textOf(memberOf(member.value, 'version'));
  // The root and the workspaces are not installed from elsewhere, and a link leads to one of them.
  if (start < 0 || version === undefined) return [];
  const alias = memberOf(member.value, 'name');
  const written = textOf(alias);
  const inFolder = folder.slice(start + FOLDER.length);
  if (alias === undefined || written === undefined || written === inFolder)
    return [{name: inFolder, version, line: lineOf(member)}];
  return [{name: written, version, line: lineOf(alias)}];
}

/** Each package has those that are only its own below it. */
function pinsOfTree(dependencies: ObjectNode | undefined): readonly Pin[] {
  return membersOf(dependencies).flatMap((member) => {
    const version = memberOf(member.value, 'version');
    const below = pinsOfTree(objectOf(memberOf(member.value, 'dependencies')));
    const written = textOf(version);
    if (version === undefined || written === undefined) return below;
    const [, name, aliased] = /^npm:(.+)@([^@]+)$/.exec(written) ?? [];
    return name === undefined || aliased === undefined
      ? [{name: keyOf(member), version: written, line: lineOf(member)}, ...below]
      : [{name, version: aliased, line: lineOf(version)}, ...below];
  });
}

function membersOf(object: ObjectNode | undefined): readonly MemberNode[] {
  return object?.members ?? [];
}

function memberOf(value: ValueNode, key: string): MemberNode | undefined {
  return value.type === 'Object'
    ? value.members.findLast((member) => keyOf(member) === key)
    : undefined;
}

function objectOf(member: MemberNode | undefined): ObjectNode | undefined {
  return member?.value.type === 'Object' ? member.value : undefined;
}

function textOf(member: MemberNode | undefined): string | undefined {
  return member?.value.type === 'String' ? member.value.value : undefined;
}

function keyOf({name}: MemberNode): string {
  return name.type === 'String' ? name.value : name.name;
}

function lineOf({loc}: MemberNode): number {
  return loc.start.line;
}

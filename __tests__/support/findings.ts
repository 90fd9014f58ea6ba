import {findingIdentity} from '../../src/domain/findings/identity.ts';
import {imageId} from '../../src/domain/image-id.ts';
import type {ReportImage} from '../../src/domain/report/schema.ts';

export type ReportFinding = NonNullable<ReportImage['findings']>[number];

const WEB = imageId({name: 'web', platform: 'linux/amd64'});

/** Of openssl in an own layer of `web`, on line 5; an undefined change takes the field away. */
export function finding(
  id: string,
  changes: {[Key in keyof ReportFinding]?: ReportFinding[Key] | undefined} = {},
): ReportFinding {
  const made = {
    identity: findingIdentity({advisory: id, package: 'debian/openssl', image: WEB}),
    id,
    package: 'openssl',
    severity: 'high',
    status: 'fixed',
    fixed: '3.0.2',
    base: false,
    places: [{file: 'Dockerfile', startLine: 5}],
    members: [{package: 'libssl3', version: '3.0.1', purl: 'pkg:deb/debian/libssl3@3.0.1'}],
    ...changes,
  };
  const kept = Object.entries(made).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as ReportFinding;
}

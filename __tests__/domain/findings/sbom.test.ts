import {describe, expect, it} from '@jest/globals';
import {renderSbom} from '../../../src/domain/findings/sbom.ts';
import {parseTrivyReport} from '../../../src/domain/findings/trivy-schema.ts';
import {isKnown} from '../../../src/domain/known.ts';

interface Bom {
  readonly components: readonly {'bom-ref': string; type: string; name: string; version?: string}[];
  readonly dependencies: readonly {ref: string; dependsOn: readonly string[]}[];
}

function bomOf(results: readonly object[]): Bom {
  const document = {SchemaVersion: 2, ArtifactName: 'app', Results: results};
  const parsed = parseTrivyReport(JSON.stringify(document));
  if (!isKnown(parsed)) throw new Error(parsed.unable);
  return JSON.parse(renderSbom(parsed.value.report)) as Bom;
}

const WS = {Name: 'ws', Version: '8.0.0', Identifier: {PURL: 'pkg:npm/ws@8.0.0'}};

describe('an SBOM', () => {
  it('hangs installed packages on the image, each under a name of its own', () => {
    const {dependencies} = bomOf([{Target: 'Node.js', Type: 'node-pkg', Packages: [WS, WS]}]);
    expect(dependencies).toEqual([
      {ref: 'image', dependsOn: ['pkg:npm/ws@8.0.0', 'pkg:npm/ws@8.0.0#2']},
    ]);
  });

  it('hangs the packages of a program on the program', () => {
    const go = {Name: 'golang.org/x/net', Version: 'v0.1.0'};
    const {components, dependencies} = bomOf([
      {Target: 'usr/bin/tool', Class: 'lang-pkgs', Type: 'gobinary', Packages: [go]},
    ]);
    expect(components.map(({type, name}) => [type, name])).toEqual([
      ['application', 'usr/bin/tool'],
      ['library', 'golang.org/x/net'],
    ]);
    expect(dependencies).toEqual([
      {ref: 'image', dependsOn: ['usr/bin/tool']},
      {ref: 'usr/bin/tool', dependsOn: ['golang.org/x/net']},
    ]);
  });

  it('tells what depends on what, as far as it is there', () => {
    const a = {ID: 'a@1', Name: 'a', Version: '1', DependsOn: ['b@1', 'gone@1']};
    const b = {ID: 'b@1', Name: 'b', Version: '1', Release: '2', Epoch: 3};
    const {components, dependencies} = bomOf([{Target: 'rpm', Type: 'node-pkg', Packages: [a, b]}]);
    expect(dependencies).toContainEqual({ref: 'a@1', dependsOn: ['b@1']});
    expect(components[1]?.version).toBe('3:1-2');
  });

  it('has nothing of results that are no packages', () => {
    expect(bomOf([{Target: '/etc/key', Class: 'secret'}]).components).toEqual([]);
  });
});

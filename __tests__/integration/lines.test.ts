/** Whose layer, and which line: on builds of the real BuildKit, for every way that a layer can come about. */
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Report} from '../../src/domain/report/schema.ts';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();

const FILES = {
  'one.txt': 'one',
  'two.txt': 'two',
  '.github/plimsoll.yml':
    'version: 1\nrules: {user: {level: off}, healthcheck: {level: off}, vulnerabilities: {level: off}}\n',
  'Dockerfile.heredoc':
    'FROM busybox\nRUN <<EOF\necho 1 > /one\necho 2 > /two\nEOF\nCOPY <<EOF /three\n3\nEOF\n',
  'Dockerfile.link':
    'FROM busybox AS tools\nRUN echo t > /tool\nFROM busybox\nCOPY --link one.txt /one\nCOPY --link --from=tools /tool /tool\n',
  'Dockerfile.twice': 'FROM busybox\nCOPY one.txt /one\nCOPY one.txt /one\nRUN rm /one\n',
  'Dockerfile.continued':
    'FROM busybox\nRUN echo a > /a \\\n  # why\n  && echo b > /b \\\n\n  && echo c > /c\nCOPY two.txt \\\n  /two\n',
  'Dockerfile.stages':
    'FROM busybox AS first\nRUN echo same > /same\nFROM busybox AS second\nRUN echo same > /same\nRUN echo own > /own\n',
  'Dockerfile.context': 'FROM tools\nCOPY --from=more /etc/debian_version /v\n',
  'Dockerfile.args':
    'ARG BASE=nothing\nFROM busybox AS plain\nCOPY one.txt /one\n\nFROM ${BASE}\nCOPY two.txt /two\n',
  'Dockerfile.onbuild': 'FROM starter\nCOPY two.txt /two\n',
  'Dockerfile.starter': 'FROM busybox\nONBUILD COPY one.txt /onbuild\n',
};

const BAKE = `
target "heredoc" { dockerfile = "Dockerfile.heredoc" }
target "link" { dockerfile = "Dockerfile.link" }
target "twice" { dockerfile = "Dockerfile.twice" }
target "continued" { dockerfile = "Dockerfile.continued" }
target "first" {
  dockerfile = "Dockerfile.stages"
  target     = "first"
}
target "second" { dockerfile = "Dockerfile.stages" }
target "inline" { dockerfile-inline = "FROM busybox\\nCOPY one.txt /one\\n" }
target "tools" { dockerfile-inline = "FROM busybox\\nCOPY one.txt /tools\\n" }
target "context" {
  dockerfile = "Dockerfile.context"
  contexts   = {tools = "target:tools", more = "docker-image://debian:bookworm-slim"}
}
target "args" {
  dockerfile = "Dockerfile.args"
  args       = {BASE = "plain"}
}
target "onbuild" {
  dockerfile = "Dockerfile.onbuild"
  contexts   = {starter = "target:starter"}
}
target "starter" { dockerfile = "Dockerfile.starter" }
target "newer" {
  dockerfile = "Dockerfile.twice"
  attest     = ["type=provenance,mode=max,version=v1"]
}
`;

const TARGETS = [
  ...['heredoc', 'link', 'twice', 'continued', 'first', 'second'],
  ...['inline', 'context', 'args', 'onbuild', 'newer'],
];

describe('the line of every layer', () => {
  let report: Report;

  beforeAll(() => {
    const reports = folder();
    const work = folder({...FILES, 'docker-bake.hcl': BAKE});
    const ran = runCommand({
      args: ['--report-dir', reports, '--targets', TARGETS.join(','), work],
      env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
    });
    report = readReport(reports);
    if (report.verdict !== 'pass') throw new Error(`The lab's build did not pass: ${ran.stderr}`);
  }, 240_000);

  const layersOf = (name: string): readonly unknown[] =>
    report.images
      .find((image) => image.name === name)
      ?.layers?.map(({base, file, startLine, endLine}) =>
        [base === true ? 'base' : 'own', file ?? '-', startLine, endLine].join(' '),
      ) ?? [];

  it.each<[string, string, readonly string[]]>([
    [
      'heredocs',
      'heredoc',
      ['base Dockerfile.heredoc 1 1', 'own Dockerfile.heredoc 2 5', 'own Dockerfile.heredoc 6 8'],
    ],
    [
      'COPY --link',
      'link',
      ['base Dockerfile.link 3 3', 'own Dockerfile.link 4 4', 'own Dockerfile.link 5 5'],
    ],
    [
      'a step that comes twice',
      'twice',
      [
        'base Dockerfile.twice 1 1',
        'own Dockerfile.twice 2 2',
        'own Dockerfile.twice 3 3',
        'own Dockerfile.twice 4 4',
      ],
    ],
    [
      'continued lines with a comment and an empty one between',
      'continued',
      [
        'base Dockerfile.continued 1 1',
        'own Dockerfile.continued 2 6',
        'own Dockerfile.continued 7 8',
      ],
    ],
    [
      'the first of two stages with an equal step',
      'first',
      ['base Dockerfile.stages 1 1', 'own Dockerfile.stages 2 2'],
    ],
    [
      'the second of them',
      'second',
      ['base Dockerfile.stages 3 3', 'own Dockerfile.stages 4 4', 'own Dockerfile.stages 5 5'],
    ],
    ['an inline Dockerfile', 'inline', ['base - 1 1', 'own - 2 2']],
    [
      'a stage that an argument names',
      'args',
      ['base Dockerfile.args 2 2', 'own Dockerfile.args 3 3', 'own Dockerfile.args 6 6'],
    ],
    [
      "layers of another target, which come in by the FROM line, and another image's file",
      'context',
      ['base Dockerfile.context 1 1', 'own Dockerfile.context 1 1', 'own Dockerfile.context 2 2'],
    ],
    [
      'ONBUILD of another target',
      'onbuild',
      ['base Dockerfile.onbuild 1 1', 'own Dockerfile.onbuild 1 1', 'own Dockerfile.onbuild 2 2'],
    ],
    [
      'provenance of version 1, asked for by the definition',
      'newer',
      [
        'base Dockerfile.twice 1 1',
        'own Dockerfile.twice 2 2',
        'own Dockerfile.twice 3 3',
        'own Dockerfile.twice 4 4',
      ],
    ],
  ])('is right for %s', (_, name, layers) => {
    expect(layersOf(name)).toEqual(layers);
  });
});

import {POLICY} from '../support/records.ts';
import {describe, expect, it} from '@jest/globals';
import type {ImageId} from '../../src/domain/image-id.ts';
import {artifactFiles} from '../../src/publishers/artifact/render.ts';
import {uploadFolders} from '../../src/publishers/sarif/upload-folders.ts';
import {report} from '../support/reports.ts';

describe('the files of an artifact', () => {
  const id = 'web/linux/amd64';
  const common = {folder: '/r', layouts: []};

  it('are those that this run has written', () => {
    const record = {
      ...{version: 0 as const, tool: {name: 'plimsoll' as const, version: '0.0.0'}},
      ...{madeAt: '2026-01-01T00:00:00.000Z', images: [], policy: POLICY},
    };
    const attachments = [
      {image: id as ImageId, kind: 'layers' as const, text: ''},
      {image: id as ImageId, kind: 'files' as const, gzip: Buffer.alloc(0)},
    ];
    const sarif = {image: id, kind: 'sarif', path: 'web.sarif', bytes: 1};
    const publication = {...common, record, attachments, report: report({attachments: [sarif]})};
    const layers = /^web-linux-amd64-[0-9a-f]{8}\.layers\.json$/;
    expect(artifactFiles(publication)).toEqual([
      'report.json',
      'record.json',
      expect.stringMatching(layers),
      expect.stringMatching(/\.files\.jsonl\.gz$/),
      'web.sarif',
      'sarif/web.sarif',
    ]);
  });

  it('lie by twenty where they are SARIF, as GitHub takes them', () => {
    const attachments = Array.from({length: 23}, (_, index) => ({
      ...{image: id, kind: 'sarif', path: `${index}.sarif`, bytes: 1},
    }));
    const files = artifactFiles({...common, attachments: [], report: report({attachments})});
    expect(files.filter((name) => name.startsWith('sarif/'))).toHaveLength(20);
    expect(files.filter((name) => name.startsWith('sarif-2/'))).toEqual([
      ...['sarif-2/20.sarif', 'sarif-2/21.sarif', 'sarif-2/22.sarif'],
    ]);
    expect(uploadFolders(0)).toEqual([]);
    expect(uploadFolders(41)).toEqual(['sarif', 'sarif-2', 'sarif-3']);
  });

  it('are the report alone where there is nothing else', () => {
    expect(artifactFiles({...common, report: report(), attachments: []})).toEqual(['report.json']);
  });
});

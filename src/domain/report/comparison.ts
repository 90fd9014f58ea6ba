/** An image against its baseline, as the report holds it. Pure. */
import {defined} from '../defined.ts';
import type {Compared, Comparison, StepLine} from '../compare/facts.ts';
import {placeOfLayer} from '../policy/places.ts';
import type {ReportComparison} from './comparison-schema.ts';
import type {ReportImage} from './schema.ts';

/** Lists are capped; what was left out is counted by whoever caps. */
export type Cap = <T>(
  list: readonly T[],
  name: 'changedLayers' | 'changedPaths' | 'changedPackages' | 'changedFindings',
) => T[];

export function reportComparison(compared: Compared, cap: Cap): ReportComparison {
  if (compared.state === 'new') return {state: 'new'};
  const {unpacked, download, causes, layers, bases, paths, packages, findings, violations} =
    compared.comparison;
  return {
    state: 'compared',
    unpacked: {...unpacked},
    download: {...download},
    causes: causes.map((sum) => ({...sum})),
    layers: cap(layers, 'changedLayers').map((layer) => ({
      change: layer.change,
      cause: layer.cause,
      base: layer.base,
      unpacked: {...layer.unpacked},
      download: {...layer.download},
      ...lineOf(layer),
    })),
    bases: bases.map((base) => ({...base})),
    ...defined({
      paths: paths && cap(paths, 'changedPaths').map((path) => ({...path})),
      packages: packages && cap(packages, 'changedPackages').map((one) => ({...one})),
    }),
    ...(findings === undefined
      ? {}
      : {
          findings: {
            new: cap(findings.new, 'changedFindings').map((finding) => ({...finding})),
            fixed: cap(findings.fixed, 'changedFindings').map((finding) => ({...finding})),
            still: findings.still,
          },
        }),
    ...defined({violations: violations && {...violations}}),
  };
}

export function reportMisses({misses}: Comparison): NonNullable<ReportImage['build']>['misses'] {
  return misses.map((miss) => ({
    reason: miss.reason,
    followers: miss.followers,
    ...lineOf(miss),
  }));
}

function lineOf(line: StepLine): {
  instruction?: string;
  place?: NonNullable<ReturnType<typeof placeOfLayer>>;
} {
  const place = placeOfLayer(line);
  return {
    ...defined({instruction: line.instruction, place: place && {...place}}),
  };
}

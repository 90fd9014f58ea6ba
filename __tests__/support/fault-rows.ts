/**
 * What can go wrong around a build, and the outcome that each must have: one row a fault. A row is a test
 * in `__tests__/faults`, registered by its id (`fault` in faults.ts); scripts/test lists the rows that were
 * not made, and fails for them. No import here: scripts/test-report.mjs reads it as it is.
 */
export interface FaultRow {
  readonly what: string;
  /** Of the whole gate. */
  readonly verdict: 'pass' | 'fail' | 'unable';
  /** The one sentence that the reader gets. */
  readonly says: RegExp;
}

export const FAULTS = {
  'cache-down': {
    what: 'cache server: down',
    verdict: 'pass',
    says: /^The cache service of GitHub Actions is not used: the service does not answer \(/,
  },
  'cache-401': {
    what: 'cache server: 401',
    verdict: 'pass',
    says: /is not used: the service refuses the token \(status 401\)/,
  },
  'cache-read-only': {
    what: 'cache server: a read-only token',
    verdict: 'pass',
    says: /is only read: the runtime token gives no right to write/,
  },
  'cache-token-malformed': {
    what: 'cache token: malformed',
    verdict: 'pass',
    says: /is not used: the runtime token is not one that can be read/,
  },
  'cache-token-expired': {
    what: 'cache token: expired',
    verdict: 'pass',
    says: /is not used: the runtime token has expired/,
  },
  'cache-token-absent': {
    what: 'cache token: absent',
    verdict: 'pass',
    says: /is not used: this job has no runtime token/,
  },
  'cache-scopes-empty': {
    what: 'cache token: its scopes are empty',
    verdict: 'pass',
    says: /is not used: the runtime token gives no right to any cache/,
  },
  'cache-429': {
    what: 'cache server: 429 with retry-after',
    verdict: 'pass',
    says: /is not used: the service answered with status 429/,
  },
  'cache-503-html': {
    what: 'cache server: 503 with an HTML body',
    verdict: 'pass',
    says: /is not used: the service answered with status 503/,
  },
  'cache-import-hangs': {
    what: 'cache server: accepts an import and never answers',
    verdict: 'pass',
    says: /^The build cache did not answer for 2 s, .* built without it, by the container builder /,
  },
  'cache-export-hangs': {
    what: 'cache server: accepts an export and never answers',
    verdict: 'pass',
    says: /^The build cache was not written as a whole: it was ended after \d+ seconds/,
  },
  'cache-reset': {
    what: 'cache server: half an answer, then a reset',
    verdict: 'pass',
    says: /^The build cache could not be read \(.+\) and was given up/,
  },
  'cache-damaged-blob': {
    what: 'cache server: a damaged blob',
    verdict: 'pass',
    says: /^The build cache could not be read \(.+\) and was given up/,
  },

  'db-404': {
    what: 'database: the first mirror has none',
    verdict: 'pass',
    says: /it answered 404/,
  },
  'db-429': {
    what: 'database: the first mirror asks to wait',
    verdict: 'pass',
    says: /429 and asks to wait 600 seconds/,
  },
  'db-503': {
    what: 'database: the first mirror is broken',
    verdict: 'pass',
    says: /it answered 503/,
  },
  'db-hang': {
    what: 'database: the first mirror never answers',
    verdict: 'pass',
    says: /no full answer within/,
  },
  'db-type': {
    what: 'database: the first mirror has another media type',
    verdict: 'pass',
    says: /it has no layer of the type application\/vnd\.aquasec\.trivy\.db/,
  },
  'db-truncated': {
    what: 'database: the layer breaks off in the middle',
    verdict: 'pass',
    says: /the layer could not be taken/,
  },
  'db-short': {
    what: 'database: half a layer, called the whole',
    verdict: 'pass',
    says: /the layer could not be taken|the layer ends after/,
  },
  'db-other': {
    what: 'database: another layer than its manifest says',
    verdict: 'pass',
    says: /digest is not the one/,
  },
  'db-dead-old': {
    what: 'database: all mirrors dead, an old copy is kept',
    verdict: 'pass',
    says: /could not be fetched .*; the one that was kept, \d days old, is used\.$/,
  },
  'db-dead-none': {
    what: 'database: all mirrors dead, none is kept',
    verdict: 'unable',
    says: /^The vulnerability database could not be fetched .+ with db-path\.$/,
  },
  'java-db-missing': {
    what: 'Java database: not to be had, the image holds a jar',
    verdict: 'unable',
    says: /^Java archives were not looked at \(app\/app\.jar\)\. The Java database could not be fetched \(\S+\/trivy-java-db:1: it answered 404 MANIFEST_UNKNOWN\)\. Name a registry/,
  },

  'binary-checksum': {
    what: 'binary: a wrong checksum',
    verdict: 'unable',
    says: /^The archive of Trivy 0\.74\.0 from \S+ is refused and removed: its SHA-256 is/,
  },
  'binary-truncated': {
    what: 'binary: truncated',
    verdict: 'unable',
    says: /^Trivy 0\.74\.0 could not be fetched from \S+: .*(closed|terminated)/,
  },
  'binary-404': {
    what: 'binary: 404',
    verdict: 'unable',
    says: /: the answer was status 404\. Name a mirror with the input trivy-url/,
  },
  'binary-redirects': {
    what: 'binary: a redirect loop',
    verdict: 'unable',
    says: /: it redirects more than 5 times\./,
  },
  'binary-tampered': {
    what: 'binary: the tool cache was tampered with after the first run',
    verdict: 'pass',
    says: /that was kept from an earlier run was changed since: it was removed, and fetched again\.$/,
  },

  'engine-down': {
    what: 'engine: not running',
    verdict: 'unable',
    says: /^The container engine that DOCKER_HOST names is not running: .+ set DOCKER_HOST/,
  },
  'engine-dies': {
    what: 'engine: dies during the build',
    verdict: 'unable',
    says: /^The engine, or the builder in it, ended during the build: /,
  },
  'disk-full-export': {
    what: 'engine: the disk is full during export',
    verdict: 'unable',
    says: /^The disk is full where the images are written .+: no space left on device\./,
  },
  'disk-full-scan': {
    what: 'engine: the disk is full during scanning',
    verdict: 'unable',
    says: /^Trivy could not scan the image: the disk is full where it works, .+ \(RUNNER_TEMP on a runner\)/,
  },
  'builder-pull': {
    what: 'builder: cannot pull its image, tried again, and the docker driver is not enough',
    verdict: 'unable',
    says: /^This engine cannot export OCI layouts .+ could not be started from/,
  },
  'builder-pull-docker': {
    what: 'builder: cannot pull its image, tried again, and the docker driver is enough',
    verdict: 'pass',
    says: /^The builder \S+ could not be started .+ \(driver docker\) can do what is needed and is used instead\.$/,
  },
  'engine-plain': {
    what: 'engine: an image store without the containerd snapshotter',
    verdict: 'pass',
    says: /cannot export OCI layouts; making the container builder plimsoll/,
  },
  'engine-other-disk': {
    what: 'engine: a daemon in a mount namespace of its own, which shares no disk with us',
    verdict: 'pass',
    says: /^The engine does not see the files of this machine: .+ copied/,
  },

  'trivy-memory': {
    what: 'Trivy: killed by the memory limit',
    verdict: 'unable',
    says: /it needed more than the \d+\.\d [MG]B of memory that it may use\.$/,
  },
  'trivy-deadline': {
    what: 'Trivy: runs past its deadline',
    verdict: 'unable',
    says: /it was ended after \d+ seconds\.$/,
  },
  'trivy-warning': {
    what: 'Trivy: prints a warning before its JSON',
    verdict: 'pass',
    says: /^Plimsoll: within the line\. 1 image passed\.$/,
  },

  'second-platform': {
    what: 'an image of two platforms that is vulnerable in its second alone',
    verdict: 'fail',
    says: /^default\/linux\/arm64: .*ws/,
  },
} as const satisfies Readonly<Record<string, FaultRow>>;

export type FaultId = keyof typeof FAULTS;

/** A row as it ran: a line of the file that `PLIMSOLL_FAULTS_SEEN` names. */
export interface FaultSeen {
  readonly id: FaultId;
  readonly verdict: FaultRow['verdict'];
  readonly sentence: string;
  /** What it ran on, and how that is known: `127.0.0.1:1 (2 requests)`, `dockerd 28.5.2`. */
  readonly on: string;
}

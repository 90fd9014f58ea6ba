/** Finds out what this run is about: images, each with Dockerfile, context and policy. */
import {resolve} from 'node:path';
import {requireAnswer, type ServerFacts} from '../../clients/docker.ts';
import type {BakeTarget} from '../../clients/buildx.ts';
import {requireBuildx} from '../../clients/buildx-version.ts';
import {findRoot, type Root} from '../../clients/git.ts';
import type {Deps} from '../../deps.ts';
import {isKnown, type Known} from '../../domain/known.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {ComposeOverride} from '../../domain/planned-image.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import type {Notice} from '../../domain/notice.ts';
import {composeDiffers} from '../../domain/plan/compose-differs.ts';
import {definedAt} from '../../domain/plan/defined-at.ts';
import {isRemote} from '../../domain/plan/target.ts';
import {readsForTarget, type Read} from '../../domain/plan/reads.ts';
import {composeOverrides} from '../../domain/plan/overrides.ts';
import {refuseWithheldNames} from '../../domain/plan/withheld.ts';
import {RefusedFile, UserError} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import {baseFiles, isJudgedByBase} from './base-files.ts';
import {holdIgnores} from './contexts.ts';
import {parseBounds, readNamedText, type Bounds} from './named-files.ts';
import {withBuildPolicy} from './build-policies.ts';
import {builtCheckout, checkoutNotices} from './built-commit.ts';
import {openGuard, type Guard} from './guard.ts';
import {findDefinition, type FoundDefinition} from './definition.ts';
import {
  policyRead,
  policyReads,
  readPolicyDocuments,
  resolvePolicy,
  type PolicyDocuments,
} from './policy.ts';
import type {PolicyFolders} from './policy-files.ts';
import {requireEntitlements} from './entitlements.ts';
import {imagesToBuild, defaultPlatform} from './images.ts';
import {maskPlan} from './secrets.ts';
import {ownProperty} from '../../domain/own-property.ts';

const LARGEST_DOCKERFILE = 4 * 1024 * 1024;

export async function makePlan(inputs: Inputs, deps: Deps): Promise<Plan> {
  const {workdir} = inputs;
  await requireFolder(workdir, deps);
  const root = await findRoot(deps, workdir);
  const {root: repository, mute} = root;
  const guard = await openGuard(inputs, deps);
  // Each docker call takes a fifth of a second: those that need nothing of each other go side by side.
  const server = requireAnswer(deps, workdir);
  const documents = await heldPolicy(inputs, {repository, workdir, guard}, deps);
  const bounds = parseBounds(inputs, repository);
  const where = {workdir, repository, configured: documents.files, bounds, guard, mute};
  const found = await findDefinition(inputs, where, deps).catch(async (error: unknown) => {
    // Without buildx nothing can be found either: what is said is that it is missing.
    await requireBuildx(deps, workdir);
    throw error;
  });
  const planning = {inputs, found, repository, server: await server, guard};
  const {images, notices} = await planImages(planning, deps);
  const resolved = resolvePolicy(documents, inputs, [
    ...new Set(images.map((image) => image.name)),
  ]);
  const says = [...muteSays(root, deps), ...found.says].map((message) => ({from: 'plan', message}));
  for (const {message} of says) deps.log.line(message);
  const {definition, printed} = found;
  const checkout = await builtCheckout({images, definition, workdir}, deps);
  return {
    workdir,
    repository,
    checkout,
    definition,
    resolved: printed.resolved,
    cachedTargets: cachedOf(printed.targets),
    images,
    policy: resolved.policy,
    vex: documents.vex,
    tools: toolsOf(await server),
    notices: [...says, ...notices, ...resolved.notices, ...checkoutNotices(checkout, deps)],
  };
}

/** In a workflow run the same is said of the commit. */
function muteSays({root, mute}: Root, {workflow}: Pick<Deps, 'workflow'>): readonly string[] {
  if (mute === undefined || workflow.invocation === 'action') return [];
  return [
    `Git does not answer for ${root}: ${mute.reason}. Which files it tracks was read from its index, and which commit this is stays unknown.`,
  ];
}

async function requireFolder(workdir: string, {files}: Pick<Deps, 'files'>): Promise<void> {
  if ((await files.stat(workdir))?.kind === 'folder') return;
  throw new UserError(
    `There is no folder ${workdir}; the input workdir (or the argument DIR) names the one to work in.`,
  );
}

/** Nothing of it is used before all of it is held. */
async function heldPolicy(
  inputs: Inputs,
  {guard, ...folders}: PolicyFolders & {readonly guard: Guard},
  deps: Deps,
): Promise<PolicyDocuments> {
  const around = {folder: folders.repository};
  await guard.hold(policyReads(inputs, folders), around);
  const documents = await policyOf(inputs, folders, deps);
  const vex = documents.vex.map(({file}) => policyRead(resolve(folders.repository, file)));
  await guard.hold(vex, around);
  return documents;
}

/** With `policy-from: base`, a pull request's own policy, ignores and VEX documents are not read. */
async function policyOf(
  inputs: Inputs,
  folders: PolicyFolders,
  deps: Deps,
): Promise<PolicyDocuments> {
  if (!isJudgedByBase(inputs, deps.workflow)) return readPolicyDocuments(inputs, folders, deps);
  const base = await baseFiles({repository: folders.repository, token: inputs.token}, deps);
  if (isKnown(base)) return readPolicyDocuments(inputs, folders, {files: base.value});
  throw new UserError(
    `Input policy-from is base, and the base’s policy cannot be read: ${base.unable}.`,
  );
}

function cachedOf(targets: Readonly<Record<string, BakeTarget>>): readonly string[] {
  return Object.entries(targets).flatMap(([name, target]) => {
    const own = [...(target['cache-from'] ?? []), ...(target['cache-to'] ?? [])];
    return own.length === 0 ? [] : [name];
  });
}

function toolsOf(server: Known<ServerFacts>): Record<string, string> {
  return isKnown(server) ? {docker: server.value.version} : {};
}

interface Planning {
  readonly inputs: Inputs;
  readonly found: FoundDefinition;
  readonly repository: string;
  readonly guard: Guard;
  readonly server: Known<ServerFacts>;
}

async function planImages(
  planning: Planning,
  deps: Deps,
): Promise<{images: readonly PlannedImage[]; notices: readonly Notice[]}> {
  const {inputs, found, repository, server, guard} = planning;
  const {folder} = found.definition;
  requireBuilt(found);
  // Targets that only serve others as a context count too.
  const targets = Object.values(found.printed.targets);
  refuseWithheldNames(
    targets.flatMap((target) => (target.secret ?? []).flatMap((secret) => secret.env ?? [])),
    'A secret of the build definition',
  );
  await guard.hold(targetReads(found), {folder, texts: found.texts});
  await requireEntitlements(
    {
      definition: found.definition,
      targets: found.printed.targets,
      workdir: inputs.workdir,
      repository,
      files: found.written.map(({file}) => file),
    },
    deps,
  );
  const {overrides, notices} = readOverrides(found);
  const bare = imagesToBuild(found, {
    inputs,
    repository,
    overrides,
    platform: defaultPlatform(server),
  });
  const differs = isKnown(found.services) ? composeDiffers(bare, found.services.value) : [];
  const bounds = parseBounds(inputs, repository);
  await holdIgnores(bare, deps);
  const images = await Promise.all(bare.map((image) => withTexts(image, {found, bounds}, deps)));
  const texts = textsOnDisk(images);
  await maskPlan({targets, folder, bounds, committed: [...found.committed, ...texts]}, deps);
  const says = differs.map((message) => ({from: 'plan', message}));
  return {images, notices: [...notices, ...says]};
}

/** What of it stands in files: the Dockerfile, a build policy beside it, and where it is defined. */
async function withTexts(
  image: PlannedImage,
  {found, bounds}: {readonly found: FoundDefinition; readonly bounds: Bounds},
  deps: Pick<Deps, 'files'>,
): Promise<PlannedImage> {
  const text = await withText(image, bounds, deps);
  const read = await withBuildPolicy(text, {...found, bounds}, deps);
  return {...read, ...definedAt(read, found.written)};
}

function requireBuilt({printed, written, left}: FoundDefinition): void {
  if (printed.built.some((name) => ownProperty(printed.targets, name) !== undefined)) return;
  throw new UserError(
    `${written.map(({file}) => file).join(', ')} builds nothing: no service has a build section and no target is a default one. Name targets with the input targets, or other files (a Dockerfile) with the input files.${left.map((words) => ` ${words}`).join('')}`,
  );
}

function targetReads({printed}: FoundDefinition): readonly Read[] {
  return Object.entries(printed.targets).flatMap(([name, target]) => readsForTarget(name, target));
}

/** Those of a definition are resolved: the values of variables stand in them. */
function textsOnDisk(images: readonly PlannedImage[]): readonly string[] {
  return images.flatMap(({dockerfilePath, dockerfileText}) =>
    dockerfilePath === undefined ? [] : (dockerfileText ?? []),
  );
}

/** The Dockerfile's text as it is on disk; one that is not there is bake's to complain about. */
async function withText(
  image: PlannedImage,
  bounds: Bounds,
  deps: Pick<Deps, 'files'>,
): Promise<PlannedImage> {
  const {dockerfilePath} = image;
  if (dockerfilePath === undefined || isRemote(dockerfilePath)) return image;
  const naming = {bounds, by: 'repository', maxBytes: LARGEST_DOCKERFILE} as const;
  try {
    return {...image, dockerfileText: await readNamedText(dockerfilePath, naming, deps)};
  } catch (error) {
    if (error instanceof RefusedFile && error.refusal === 'absent') return image;
    throw error;
  }
}

interface Overrides {
  readonly overrides: ReadonlyMap<string, readonly ComposeOverride[]>;
  readonly notices: readonly Notice[];
}

function readOverrides({services}: FoundDefinition): Overrides {
  if (!isKnown(services)) {
    const message = `What compose sets over the images at run time is not known: docker compose config did not answer (${services.unable}).`;
    return {overrides: new Map(), notices: [{from: 'plan', message}]};
  }
  const entries = Object.entries(services.value).map(
    ([name, service]) => [name, composeOverrides(service)] as const,
  );
  return {overrides: new Map(entries), notices: []};
}

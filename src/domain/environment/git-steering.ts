/** Git as the children of a run start it themselves: threats.md rule 13. Pure. */

/** Variables that lead git to another repository, index or store of objects; `git rev-parse --local-env-vars` names them. */
const STEERING = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_CEILING_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_CONFIG',
  'GIT_CONFIG_PARAMETERS',
  'GIT_DIR',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_QUARANTINE_PATH',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
];

export function steersGit(name: string): boolean {
  return STEERING.includes(name);
}

/** buildx runs git where the context is, with whatever is configured there, to note the commit in its metadata. */
export const WITHOUT_GIT = {BUILDX_GIT_INFO: 'false', BUILDX_GIT_LABELS: 'false'};

/** What a build was at when it was ended. Pure. */

/** `["web", "api"]`, `["[web 2/3] RUN npm ci"]` -> `["build of web (RUN npm ci)"]`; one target alone has no name in its steps. */
export function buildsUnderWay(
  targets: readonly string[],
  steps: readonly string[],
): readonly string[] {
  const found = steps.map((step) => {
    const [, place = '', words = step] = /^\[([^\]]*)\] (.*)$/s.exec(step) ?? [];
    const target = targets.find((name) => place.split(' ')[0] === name);
    return {target: target ?? (targets.length === 1 ? targets[0] : undefined), words};
  });
  const named = found.flatMap(({target, words}) =>
    target === undefined ? [] : [`build of ${target} (${words})`],
  );
  return named.length === 0 ? [`build of ${targets.join(', ')}`] : [...new Set(named)];
}

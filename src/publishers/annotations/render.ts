/** At most ten annotations of each level (GitHub shows no more of a step), the weightiest first. Pure. */
import {defined} from '../../domain/defined.ts';
import type {Annotation, AnnotationLevel} from '../../deps.ts';
import type {Report} from '../../domain/report/schema.ts';
import {plainLine} from '../../domain/text/plain-text.ts';
import {headline, problems, type Problem} from '../../domain/report/view.ts';
import {isInRepository} from '../../domain/text/repository-path.ts';

const MOST = 10;

/** Of foreign names nothing stays that the runner's log would obey, or a reader not see. */
function clean(annotation: Annotation): Annotation {
  const {title, message, file} = annotation;
  return {
    ...annotation,
    title: plainLine(title),
    message: plainLine(message),
    ...(file === undefined ? {} : {file: plainLine(file)}),
  };
}

export function renderAnnotations(report: Report): readonly Annotation[] {
  const all = [...endings(report), ...grouped(problems(report)).map(annotationOf)];
  const levels: readonly AnnotationLevel[] = ['error', 'warning'];
  return levels.flatMap((level) =>
    all
      .filter((annotation) => annotation.level === level)
      .slice(0, MOST)
      .map(clean),
  );
}

type At = {
  readonly file: string;
  readonly startLine?: number | undefined;
  readonly endLine?: number | undefined;
};

function placed(place: At | undefined): Pick<Annotation, 'file' | 'startLine' | 'endLine'> {
  if (place === undefined || !isInRepository(place.file)) return {};
  const {file, startLine, endLine} = place;
  return {
    file,
    ...defined({startLine, endLine}),
  };
}

/** What ended the run or the build, and a verdict that fails the step. */
function endings(report: Report): readonly Annotation[] {
  const error = (message: string, place?: At): Annotation => ({
    level: 'error',
    title: 'Plimsoll',
    message,
    ...placed(place),
  });
  if (report.error !== undefined) return [error(report.error.message, report.error.place)];
  const failures = report.runs.flatMap(({failure}) =>
    failure === undefined ? [] : [error(failure.message, failure.place)],
  );
  return report.verdict === 'pass' ? failures : [...failures, error(headline(report))];
}

interface Group {
  readonly first: Problem;
  readonly more: number;
  /** Of those. */
  readonly fresh: number;
}

/** Several of one rule on one line are one annotation. */
function grouped(all: readonly Problem[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const problem of all) {
    const key = JSON.stringify([problem.rule, problem.level, problem.file, problem.startLine]);
    const group = groups.get(key);
    groups.set(
      key,
      group === undefined
        ? {first: problem, more: 0, fresh: 0}
        : {...group, more: group.more + 1, fresh: group.fresh + Number(problem.isNew)},
    );
  }
  return [...groups.values()];
}

function annotationOf({first, more, fresh}: Group): Annotation {
  const news = fresh === 0 ? '' : ` (${fresh} new)`;
  const rest = more === 0 ? '' : ` And ${more} more${news} on this line.`;
  return {
    level: first.level,
    title: `Plimsoll: ${first.rule}${first.isNew ? ' (new)' : ''}`,
    message: `${first.image}: ${first.message} ${first.advice}${rest}`,
    ...(first.file === undefined ? {} : placed({...first, file: first.file})),
  };
}

/** Of another commit than the one whose lines GitHub shows: the place becomes words. */
export function withoutPlace(
  {level, title, message, file, startLine}: Annotation,
  commit: string,
): Annotation {
  if (file === undefined) return {level, title, message};
  const line = startLine === undefined ? '' : `:${startLine}`;
  return {level, title, message: `${file}${line} of commit ${commit.slice(0, 12)}: ${message}`};
}

import {z} from 'zod';
import {isKnown} from '../../known.ts';
import {daysOption, levelOption} from '../options.ts';
import {placeOfInstruction} from '../places.ts';
import {upperLimit, ranked} from '../permissiveness.ts';
import {formatDays} from '../../text/units.ts';
import {defineRule} from '../rule.ts';

const data = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('database'),
    days: z.number().nonnegative(),
    maxDays: z.number().nonnegative(),
  }),
  z.strictObject({what: z.literal('system'), system: z.string()}),
]);

const FROM_THE_FUTURE =
  'The vulnerability database is newer than the time of this machine, whose clock is behind: how old it is, and which waivers have expired, is not known; set the clock.';

export const freshness = defineRule({
  id: 'freshness',
  per: 'image',
  options: z.strictObject({
    level: levelOption,
    'max-age': daysOption.describe('The oldest that the vulnerability database may be'),
    'end-of-life': z
      .enum(['none', 'any'])
      .describe('none: no base system past its end of life; any: not judged'),
  }),
  permissiveness: {'max-age': upperLimit(formatDays), 'end-of-life': ranked(['none'], ['any'])},
  default: {level: 'warning', 'max-age': 3, 'end-of-life': 'none'},
  subjects: [],
  data,
  needs: () => ['freshness'],
  judge: (options, evidence) => {
    if (!isKnown(evidence.freshness)) return [];
    const {databaseAgeDays: days, endOfLife: system} = evidence.freshness.value;
    const maxDays = options['max-age'];
    const isOld = days !== undefined && days > maxDays;
    const place = placeOfInstruction(evidence.dockerfile, 'FROM');
    return [
      ...(isOld ? [{data: {what: 'database' as const, days, maxDays}}] : []),
      ...(system === undefined || options['end-of-life'] === 'any'
        ? []
        : [{...(place && {place}), data: {what: 'system' as const, system}}]),
    ];
  },
  gaps: (_options, {freshness: known}) => {
    if (!isKnown(known)) return [];
    const {databaseAgeDays: days} = known.value;
    if (days === undefined)
      return [{sentence: 'The vulnerability database does not say of which day it is.'}];
    return days < 0 ? [{sentence: FROM_THE_FUTURE}] : [];
  },
  apart: ({what}) => ({what}),
  message: (found) =>
    found.what === 'database'
      ? `The vulnerability database is ${formatDays(found.days)} old; at most ${formatDays(found.maxDays)} are allowed.`
      : `The image is made of ${found.system}, which is past its end of life: nobody mends it any more.`,
  advice: (found) =>
    found.what === 'database'
      ? 'Let the run reach a mirror (input db-repositories), or bring the folder of db-path up to date.'
      : 'Take a base image of a release that is still maintained.',
  summary: 'age of the vulnerability database; a base system past its end of life',
  help: 'A database of last week knows nothing of this week’s vulnerabilities, so "none found" says less every day. For a system past its end of life no advisories are written any more, so it looks better the older it gets. Let runs fetch the database, and move to a base image that is maintained.',
});

/** A finding of which some members are suppressed: all that is said of it comes from those that are left. Pure. */
import {defined} from '../defined.ts';
import type {AttributedFinding, Member, MemberPlaces} from './facts.ts';
import {fixVersions} from './fixes.ts';

/** Own when any of them is; lockfiles' lines lead, each place once. */
export function mergePlaces(
  all: readonly MemberPlaces[],
): Pick<AttributedFinding, 'base' | 'places'> {
  const places = [...all.flatMap(({pins}) => pins), ...all.flatMap(({lines}) => lines)];
  const bases = all.flatMap(({base}) => base ?? []);
  return {
    places: [...new Map(places.map((place) => [JSON.stringify(place), place])).values()],
    ...(bases.length > 0 && {base: bases.every((base) => base)}),
  };
}

export function narrowed(
  finding: AttributedFinding,
  isLeft: (member: Member) => boolean,
): AttributedFinding {
  const members = finding.members.filter(isLeft);
  if (members.length === finding.members.length) return finding;
  const {fixed: _, base: __, placesOf, ...rest} = finding;
  const left = placesOf?.filter((_of, index) => {
    const member = finding.members[index];
    return member !== undefined && isLeft(member);
  });
  // Never less than what is known: a finding without a fix is judged less strictly.
  const isTold = finding.members.some(({fixedVersion}) => fixedVersion !== undefined);
  const fixed = isTold ? fixVersions(members).join(', ') : (finding.fixed ?? '');
  return {
    ...rest,
    members,
    ...(fixed !== '' && {fixed}),
    ...(left === undefined
      ? {...defined({base: finding.base})}
      : {...mergePlaces(left), placesOf: left}),
  };
}

/** What has to be found out so that the active rules can judge. Pure. */
import type {EvidenceRequests, EvidenceKey} from './evidence.ts';
import type {RuleSettings} from './policy.ts';
import {RULES, RULE_IDS} from './rules/index.ts';

/** What the active rules ask for; nothing else has to be found out. */
export function neededEvidence(rules: RuleSettings): ReadonlySet<EvidenceKey> {
  const active = RULE_IDS.filter((id) => rules[id].level !== 'off');
  return new Set(active.flatMap((id) => RULES[id].needs(rules[id])));
}

/** How the active rules want it to be made. */
export function evidenceRequests(rules: RuleSettings): EvidenceRequests {
  const active = RULE_IDS.filter((id) => rules[id].level !== 'off');
  return active.reduce<EvidenceRequests>(
    (asks, id) => ({...asks, ...RULES[id].requests(rules[id])}),
    {},
  );
}

import {expect, it} from '@jest/globals';
import {isPrivileged} from '../../../src/domain/plan/event.ts';

/** All that GitHub documents, and what it may think of next. */
const PRIVILEGED = [
  ...['branch_protection_rule', 'check_run', 'check_suite', 'create', 'delete', 'deployment'],
  ...['deployment_status', 'discussion', 'discussion_comment', 'fork', 'gollum', 'image_version'],
  ...['issue_comment', 'issues', 'label', 'milestone', 'page_build', 'project', 'project_card'],
  ...['project_column', 'public', 'pull_request_comment', 'pull_request_target'],
  ...['registry_package', 'status', 'watch', 'workflow_call', 'workflow_run', 'invented_event'],
];
const HARMLESS = [
  ...['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'merge_group', 'release'],
  ...['pull_request', 'pull_request_review', 'pull_request_review_comment'],
];

it('an event has the default branch’s rights unless it is known to be harmless', () => {
  expect(PRIVILEGED.filter((event) => !isPrivileged(event))).toEqual([]);
  expect(HARMLESS.filter(isPrivileged)).toEqual([]);
  expect([undefined, ''].filter(isPrivileged)).toEqual([]);
});

import type { Check } from "./check";
import { chatNeedsSession } from "./checks/chat-needs-session";
import { cookie } from "./checks/cookie";
import { massAssignment } from "./checks/mass-assignment";
import { origin } from "./checks/origin";
import { ownThreadsOnly } from "./checks/own-threads-only";
import { ownership } from "./checks/ownership";
import { secondUser } from "./checks/second-user";
import { signOut } from "./checks/sign-out";

/** The checks of Run and verify in the order of the page. The last one ends Alice's session. */
export const checks: readonly Check[] = [
  chatNeedsSession,
  ownThreadsOnly,
  secondUser,
  cookie,
  ownership,
  massAssignment,
  origin,
  signOut,
];

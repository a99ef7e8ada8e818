import type { SeedName } from "../protocol/seed-users";

export interface SeedThread {
  title: string;
  status?: "archived";
  /** How long before the sandbox was made the last message came. */
  minutesAgo: number;
  /** Question and answer in turn. */
  messages: string[];
}

const aliceThreads: SeedThread[] = [
  {
    title: "Where does the user's id come from?",
    minutesAgo: 12,
    messages: [
      "In my route handlers I need to know who is asking. Can the client send the user's id along?",
      `It can, but you must not believe it: whoever writes the request chooses what is in it. Take the id from the session, on the server.

\`\`\`ts
const session = await auth.api.getSession({ headers: await headers() });
if (!session) return new Response(null, { status: 401 });

const rows = await db.select().from(threads).where(eq(threads.userId, session.user.id));
\`\`\`

The cookie names a session, the session's row names the user, and that id goes into every \`where\`.`,
      "And if someone copies the cookie?",
      `Then they are that user until the session ends. Three things make that hard:

- **HttpOnly**: scripts on the page cannot read it.
- **SameSite=Lax**: other sites cannot post with it.
- **Secure**: on https it never travels in the clear.

And because the session is a row in *your* database, deleting the row signs the thief out at once.`,
    ],
  },
  {
    title: "Names for the new onboarding flow",
    minutesAgo: 3 * 60,
    messages: [
      "We are renaming the three steps of our onboarding. Now they are called Register, Configure, Finish. Ideas?",
      `Name each step after what the person has when it is done:

| now | better | because |
| --- | --- | --- |
| Register | **Your account** | it is theirs from here on |
| Configure | **Your workspace** | says where they will be |
| Finish | **Invite your team** | the last step is a start |

The third matters most: nobody comes back for "Finish".`,
    ],
  },
  {
    title: "Postmortem: the empty dashboard",
    minutesAgo: 26 * 60,
    messages: [
      'Help me write down yesterday\'s incident. Between 14:05 and 14:40 some customers saw an empty dashboard. The session had expired, the API answered 401, and our client showed "no projects yet".',
      `**What happened.** For 35 minutes, customers with an expired session saw an empty dashboard instead of the sign-in form.

**Why.** The client treated every answer without rows as "no rows". A 401 has no rows.

**What we change.**

1. Check \`response.ok\` before reading the body, in every call.
2. Give "could not load" a state of its own, with a retry. It must never look like "nothing here".
3. Alert on the rate of 401 answers.`,
      "Good. Is there a one-line lesson for the all-hands?",
      "> An error that looks like an empty list is a lie told politely.",
    ],
  },
  {
    title: "SQL for weekly active users",
    minutesAgo: 4 * 24 * 60,
    messages: [
      "How do I count weekly active users in SQLite? I have a table `events` with `user_id` and `created_at` in milliseconds.",
      `Group by week, and count each user once:

\`\`\`sql
select strftime('%Y-%W', created_at / 1000, 'unixepoch') as week,
       count(distinct user_id) as active_users
from events
group by week
order by week desc;
\`\`\`

\`%W\` starts the week on Monday. For ISO weeks use \`%G-%V\`, which SQLite has since 3.46.`,
    ],
  },
  {
    title: "Gift for a colleague who is leaving",
    status: "archived",
    minutesAgo: 20 * 24 * 60,
    messages: [
      "A colleague leaves on Friday after six years. We have 80 euros and she likes gardening.",
      "A pair of good secateurs (about 50 euros) lasts for decades. Put the rest into bulbs that flower in her first spring away from you, and have everyone write a plant label.",
    ],
  },
];

const bobThreads: SeedThread[] = [
  {
    title: "401 or 404 for somebody else's thread?",
    minutesAgo: 45,
    messages: [
      "A signed-in user asks for a thread that belongs to someone else. Is that 401, 403 or 404?",
      `**404**, with the same body as for a thread that does not exist.

- 401 means "I do not know who you are". You do know.
- 403 means "it is there, but not for you". That tells a stranger which ids exist.
- 404 says nothing, and is true: among *this user's* threads there is none with that id.

It comes by itself when the owner is part of the query:

\`\`\`ts
where(and(eq(threads.id, id), eq(threads.userId, session.user.id)))
\`\`\``,
    ],
  },
  {
    title: "Packing list: three days in Lisbon",
    minutesAgo: 7 * 60,
    messages: [
      "Conference in Lisbon, three days in May, hand luggage only. What do I pack?",
      `About 22 °C by day, 14 °C in the evening, and hills everywhere.

- Shoes with grip: the pavements are polished stone
- Two shirts, one light jacket, one pair of trousers beside what you wear
- Charger and the *long* cable
- The slides on a stick, as well as in the cloud

Leave the umbrella at home: May has four rainy days.`,
      "I give a talk on the second day. Anything for that?",
      "A clicker, an adapter to HDMI, and water. And a recording of the demo, in case the network is what conference networks are.",
    ],
  },
  {
    title: "Review: upload limits for the API",
    minutesAgo: 2 * 24 * 60,
    messages: [
      "Can you check my plan? The proxy limits uploads to 10 MB, so the app needs no limit of its own.",
      `I would add one. The proxy protects *itself*; your route still reads up to 10 MB into memory for a message that should have some kilobytes.

1. Decide what the largest honest request is.
2. Count while reading: \`Content-Length\` may be missing.
3. Answer **413** and say what the limit is.`,
    ],
  },
];

/** The threads that each user starts with. */
export const seedThreads: Record<SeedName, SeedThread[]> = { Alice: aliceThreads, Bob: bobThreads };

import { expect, test } from "vitest";
import { commandBlocks } from "./commands";

const page = `# Title

## First [#first]

\`\`\`sh title="Terminal"
one
two
\`\`\`

**npm**

\`\`\`bash
npx three
\`\`\`

**pnpm**

\`\`\`bash
pnpm dlx three
\`\`\`

\`\`\`ts title="auth.ts"
const code = 4;
\`\`\`

## Second [#second]

\`\`\`sh
five
\`\`\`
`;

test.each([
  ["npm", "npx three"],
  ["pnpm", "pnpm dlx three"],
])("a page's commands are read in its order, with %s's tabs, and no other code", (manager, three) => {
  expect(commandBlocks(page, manager)).toEqual([
    { heading: "First", code: "one\ntwo" },
    { heading: "First", code: three },
    { heading: "Second", code: "five" },
  ]);
});

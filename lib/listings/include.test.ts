import { expect, test } from "vitest";
import { includesIn } from "./include";

test("finds every include of a page, with its region", () => {
  const page = `Text.

<include cwd>examples/nextjs/app/api/auth/[...all]/route.ts#handlers</include>

<include cwd meta='title="auth.ts"'>
  examples/nextjs/auth.ts
</include>
`;

  expect(includesIn(page)).toEqual([
    { file: "examples/nextjs/app/api/auth/[...all]/route.ts", region: "handlers" },
    { file: "examples/nextjs/auth.ts", region: undefined },
  ]);
});

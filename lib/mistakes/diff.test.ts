import fc from "fast-check";
import { expect, test } from "vitest";
import { type DiffLine, hunks, inPlace, lineDiff, mistakeDiff } from "./diff";
import { mistakes } from "./mistakes";

const side = (lines: DiffLine[], name: "wrong" | "right") =>
  lines.filter((line) => line.in === "both" || line.in === name);

const text = fc.array(fc.constantFrom("a", "b", "c", "", "  d"), { minLength: 1, maxLength: 30 });

test("a diff holds both files whole, with their line numbers", () => {
  fc.assert(
    fc.property(text, text, (wrong, right) => {
      const lines = lineDiff(wrong.join("\n"), right.join("\n"));
      for (const [name, file] of Object.entries({ wrong, right }) as ["wrong" | "right", string[]][]) {
        const own = side(lines, name);
        expect(own.map((line) => line.text)).toEqual(file);
        expect(own.map((line) => line[name])).toEqual(file.map((_, index) => index + 1));
      }
    }),
  );
});

test("what is wrong comes before what is right", () => {
  expect(lineDiff("a\nwrong\nb", "a\nright\nb").map(({ in: where, text }) => `${where} ${text}`)).toEqual([
    "both a",
    "wrong wrong",
    "right right",
    "both b",
  ]);
});

test("hunks hold each change once, in order, with the context asked for", () => {
  fc.assert(
    fc.property(text, text, fc.nat(4), (wrong, right, context) => {
      const lines = lineDiff(wrong.join("\n"), right.join("\n"));
      const kept = new Set(
        lines.flatMap((line, index) =>
          line.in === "both"
            ? []
            : Array.from({ length: 2 * context + 1 }, (_, offset) => lines[index - context + offset]),
        ),
      );
      expect(hunks(lines, context).flat()).toEqual(lines.filter((line) => kept.has(line)));
    }),
  );
});

test("changes far apart are two hunks, and close ones are one", () => {
  const lines = lineDiff("1\na\nb\nc\nd\n2", "one\na\nb\nc\nd\ntwo");
  expect(hunks(lines, 1)).toHaveLength(2);
  expect(hunks(lines, 2)).toHaveLength(1);
});

test("an import of a neighbour is shown as the example writes it", () => {
  const code =
    'import { RuntimeProvider } from "@/app/components/RuntimeProvider";\nimport { db } from "@/db";';
  expect(inPlace(code, "app/components/MyProvider.tsx")).toBe(
    'import { RuntimeProvider } from "./RuntimeProvider";\nimport { db } from "@/db";',
  );
});

/** In how many places a wrong file differs. One more means that the example has moved on, and the wrong file has not. */
const places: Record<(typeof mistakes)[number]["name"], number> = {
  "chat-without-gate": 2,
  "list-without-where": 1,
  "message-without-ownership": 2,
  "patch-spreads-body": 3,
  "no-reload-on-auth": 1,
  "reload-is-not-isolation": 1,
  "unchecked-response": 2,
  "cookie-existence-is-no-session": 3,
  "tool-takes-the-users-id": 3,
};

test.each(mistakes.map((mistake) => [mistake.name, mistake] as const))(
  "%s differs from the example where the mistake is, and nowhere else",
  async (name, mistake) => {
    const found = await mistakeDiff(mistake);
    expect(found).toHaveLength(places[name]);
    expect(found.flat().map((line) => line.text)).not.toContainEqual(expect.stringMatching(/#(end)?region/));
  },
);

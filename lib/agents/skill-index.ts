import { createHash } from "node:crypto";
import { siteUrl } from "~/lib/site";
import { skill, skillMarkdown } from "./skill";

/** Where an agent's tool finds the skill: https://agentskills.io, as `npx skills add <site>` reads it. */
export async function skillIndex() {
  const digest = createHash("sha256")
    .update(await skillMarkdown())
    .digest("hex");
  return {
    $schema: "https://schemas.agentskills.io/discovery/0.2.0/schema.json",
    skills: [{ ...skill, type: "skill-md", url: `${siteUrl}/skill.md`, digest: `sha256:${digest}` }],
  };
}

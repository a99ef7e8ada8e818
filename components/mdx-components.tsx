import Link from "next/link";
import type { ComponentProps } from "react";
import { Checklist } from "./checklist/Checklist";
import { BreakageCount, CheckTable } from "./checklist/CheckTable";
import { Demo } from "./demo/Demo";
import { HowItWorks } from "./diagram/HowItWorks";
import { Callout } from "./docs/Callout";
import { Card, Cards } from "./docs/Cards";
import { Heading } from "./docs/Heading";
import { Listing } from "./docs/Listing";
import { Allowed, Refused } from "./docs/Status";
import { Step, Steps } from "./docs/Steps";
import { CodeBlockTab, CodeBlockTabs, CodeBlockTabsList, CodeBlockTabsTrigger, Tab, Tabs } from "./docs/Tabs";
import { Mistake } from "./mistakes/Mistake";
import { StepCheck } from "./steps/StepCheck";
import { StepFiles } from "./steps/StepFiles";
import { InlineCode, UserId } from "./ui/InlineCode";
import { Table } from "./ui/Table";

/** Every name that a page of the guide may use. Their Markdown forms: `lib/guide/markdown-renderers.ts`. */
export const mdxComponents = {
  a: ({ href = "", ...props }: ComponentProps<"a">) => <Link href={href} prefetch={false} {...props} />,
  code: InlineCode,
  h2: (props: ComponentProps<"h2">) => <Heading as="h2" {...props} />,
  h3: (props: ComponentProps<"h3">) => <Heading as="h3" {...props} />,
  h4: (props: ComponentProps<"h4">) => <Heading as="h4" {...props} />,
  pre: Listing,
  table: Table,
  Allowed,
  BreakageCount,
  Callout,
  Card,
  Cards,
  Checklist,
  CheckTable,
  CodeBlockTab,
  CodeBlockTabs,
  CodeBlockTabsList,
  CodeBlockTabsTrigger,
  Demo,
  HowItWorks,
  Mistake,
  Refused,
  Step,
  StepCheck,
  StepFiles,
  Steps,
  Tab,
  Tabs,
  UserId,
};

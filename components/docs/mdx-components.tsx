import Link from "next/link";
import type { ComponentProps } from "react";
import { Checklist } from "../demo/Checklist";
import { Demo } from "../demo/Demo";
import { Callout } from "./Callout";
import { Card, Cards } from "./Cards";
import { Heading } from "./Heading";
import { HowItWorks } from "./HowItWorks";
import { InlineCode } from "./InlineCode";
import { Listing } from "./Listing";
import { Mistake } from "./Mistake";
import { Allowed, Refused } from "./Status";
import { Step, Steps } from "./Steps";
import { CodeBlockTab, CodeBlockTabs, CodeBlockTabsList, CodeBlockTabsTrigger, Tab, Tabs } from "./Tabs";
import { UserId } from "./UserId";

/** Every name that a page of the guide may use. Their Markdown forms: `lib/guide/markdown-forms.ts`. */
export const mdxComponents = {
  a: ({ href = "", ...props }: ComponentProps<"a">) => <Link href={href} prefetch={false} {...props} />,
  code: InlineCode,
  h2: (props: ComponentProps<"h2">) => <Heading as="h2" {...props} />,
  h3: (props: ComponentProps<"h3">) => <Heading as="h3" {...props} />,
  h4: (props: ComponentProps<"h4">) => <Heading as="h4" {...props} />,
  pre: Listing,
  table: (props: ComponentProps<"table">) => (
    <div className="table-frame">
      <table {...props} />
    </div>
  ),
  Allowed,
  Callout,
  Card,
  Cards,
  Checklist,
  CodeBlockTab,
  CodeBlockTabs,
  CodeBlockTabsList,
  CodeBlockTabsTrigger,
  Demo,
  HowItWorks,
  Mistake,
  Refused,
  Step,
  Steps,
  Tab,
  Tabs,
  UserId,
};

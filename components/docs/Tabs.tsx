"use client";

import * as Primitive from "fumadocs-ui/components/ui/tabs";
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  use,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

/** The chosen tab, and how a panel asks to be it. */
const ChosenTab = createContext<{ chosen?: string; choose: (value: string) => void }>({ choose() {} });

/** Tabs of listings, as fumadocs makes them of adjacent fences and of `npm` ones. */
export function CodeBlockTabs({ defaultValue, ...props }: ComponentProps<typeof Primitive.Tabs>) {
  const [chosen, choose] = useState(defaultValue);
  return (
    <ChosenTab value={{ chosen, choose }}>
      <Primitive.Tabs {...props} value={chosen} onValueChange={choose} className="code-tabs" />
    </ChosenTab>
  );
}

export const CodeBlockTabsList = Primitive.TabsList;
export const CodeBlockTabsTrigger = Primitive.TabsTrigger;

/**
 * A panel, which is in the page whether it is chosen or not: the browser's search finds what is in it and opens it, and
 * it shows in print and without JavaScript, below its name.
 */
export function CodeBlockTab({ value, ...props }: ComponentProps<typeof Primitive.TabsContent>) {
  const panel = useRef<HTMLDivElement>(null);
  const { chosen, choose } = use(ChosenTab);
  const isChosen = value === chosen;

  useLayoutEffect(() => {
    const element = panel.current;
    if (isChosen || !element) return;
    // By hand, because React knows `hidden` as true or false alone.
    element.setAttribute("hidden", "until-found");
    // Only now: without JavaScript a screen reader gets every panel.
    element.setAttribute("aria-hidden", "true");
    const open = () => choose(value);
    element.addEventListener("beforematch", open);
    return () => {
      element.removeEventListener("beforematch", open);
      element.removeAttribute("hidden");
      element.removeAttribute("aria-hidden");
    };
  }, [isChosen, choose, value]);

  return (
    <Primitive.TabsContent
      {...props}
      ref={panel}
      value={value}
      forceMount
      tabIndex={isChosen ? 0 : undefined}
      data-name={value}
    />
  );
}

type TabsProps = { items: string[]; groupId?: string; persist?: boolean; children: ReactNode };

/** Tabs of anything: `<Tabs items={["npm", "pnpm"]}><Tab value="npm">…</Tab>…</Tabs>`. */
export function Tabs({ items, groupId, persist, children }: TabsProps) {
  return (
    <CodeBlockTabs defaultValue={items[0]} groupId={groupId} persist={persist}>
      <CodeBlockTabsList>
        {items.map((item) => (
          <CodeBlockTabsTrigger key={item} value={item}>
            {item}
          </CodeBlockTabsTrigger>
        ))}
      </CodeBlockTabsList>
      {children}
    </CodeBlockTabs>
  );
}

export function Tab({ value, children }: { value: string; children: ReactNode }) {
  return (
    <CodeBlockTab value={value}>
      <div className="tab">{children}</div>
    </CodeBlockTab>
  );
}

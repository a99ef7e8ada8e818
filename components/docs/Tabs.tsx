import * as Primitive from "fumadocs-ui/components/ui/tabs";
import type { ComponentProps, ReactNode } from "react";

/** Tabs of listings, as fumadocs makes them of adjacent fences and of `npm` ones. */
export function CodeBlockTabs(props: ComponentProps<typeof Primitive.Tabs>) {
  return <Primitive.Tabs {...props} className="code-tabs" />;
}

export const CodeBlockTabsList = Primitive.TabsList;
export const CodeBlockTabsTrigger = Primitive.TabsTrigger;
export const CodeBlockTab = Primitive.TabsContent;

type TabsProps = { items: string[]; groupId?: string; persist?: boolean; children: ReactNode };

/** Tabs of anything: `<Tabs items={["npm", "pnpm"]}><Tab value="npm">…</Tab>…</Tabs>`. */
export function Tabs({ items, groupId, persist, children }: TabsProps) {
  return (
    <Primitive.Tabs className="code-tabs" defaultValue={items[0]} groupId={groupId} persist={persist}>
      <Primitive.TabsList>
        {items.map((item) => (
          <Primitive.TabsTrigger key={item} value={item}>
            {item}
          </Primitive.TabsTrigger>
        ))}
      </Primitive.TabsList>
      {children}
    </Primitive.Tabs>
  );
}

export function Tab({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Primitive.TabsContent value={value} className="tab">
      {children}
    </Primitive.TabsContent>
  );
}

import * as Tabs from "fumadocs-ui/components/ui/tabs";
import { useState } from "react";
import type { Call } from "../sandbox/requests";
import { CodeView } from "./CodeView";
import { DatabaseView } from "./DatabaseView";
import { Requests } from "./RequestList";

interface InspectorProps {
  /** Whose code it shows, if any. */
  demo: string | undefined;
  /** Another one for a fresh database. */
  sandbox: number;
  calls: Call[];
  /** The demo has one browser. */
  isAlone: boolean;
  clear: () => void;
  isPaused: boolean;
  setPaused: (isPaused: boolean) => void;
}

/** What the demo above it did: its requests, the rows in its database, and the code that ran. */
export function Inspector({ demo, sandbox, calls, ...rest }: InspectorProps) {
  const [tab, setTab] = useState<string>("Requests");
  const finished = calls.filter(({ state }) => state === "done").length;
  const tabs = demo ? ["Requests", "Database", "Code"] : ["Requests", "Database"];
  const last = calls.findLast(({ answer }) => answer);
  return (
    <Tabs.Tabs value={tab} onValueChange={setTab}>
      <Tabs.TabsList aria-label="What the demo did">
        {tabs.map((name) => (
          <Tabs.TabsTrigger key={name} value={name}>
            {name}
          </Tabs.TabsTrigger>
        ))}
      </Tabs.TabsList>
      <Tabs.TabsContent value="Requests">
        <Requests calls={calls} {...rest} />
      </Tabs.TabsContent>
      <Tabs.TabsContent value="Database">
        <DatabaseView key={sandbox} change={`${finished} ${last?.id ?? ""}`} />
      </Tabs.TabsContent>
      {demo && (
        <Tabs.TabsContent value="Code">
          <CodeView demo={demo} />
        </Tabs.TabsContent>
      )}
      <p role="status" className="sr-only">
        {last?.answer && `${last.method} ${last.path}: ${last.answer.status}`}
      </p>
    </Tabs.Tabs>
  );
}

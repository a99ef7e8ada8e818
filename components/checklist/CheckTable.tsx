import Link from "next/link";
import { checkTable } from "~/lib/checks/check-table";
import { Table } from "../ui/Table";

/** Every check of the verifier: its name, what holds, how many breakages it notices, and its row in the live checklist. */
export function CheckTable() {
  return (
    <Table className="check-table">
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">What holds</th>
          <th scope="col">Notices</th>
          <th scope="col">On this page</th>
        </tr>
      </thead>
      <tbody>
        {checkTable().rows.map(({ name, promise, page, notices, live }) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>
              <Link href={`/docs/${page}`} prefetch={false}>
                {sentence(promise)}
              </Link>
            </td>
            <td>{notices || "–"}</td>
            <td>{typeof live === "number" ? `Check ${live}` : `Not made here. ${live}`}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** How many ways of breaking the example there are. Every one of them is noticed, which `npm test` holds. */
export const BreakageCount = () => checkTable().breakages;

const sentence = (promise: string) => promise.charAt(0).toUpperCase() + promise.slice(1);

import { MyProvider } from "./components/MyProvider";
import { Workspace } from "./components/Workspace";

export default function Page() {
  return (
    <MyProvider>
      <Workspace />
    </MyProvider>
  );
}

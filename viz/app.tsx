import { Charts } from "./charts/charts.tsx";
import { Controls } from "./controls/controls.tsx";
import { DropFiles } from "./downloads/drop-files.tsx";
import { ExportMenu } from "./downloads/export-menu.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { NetworkView } from "./network/network-view.tsx";
import type { World } from "./state/world.ts";
import { NoticeBar } from "./top/notice-bar.tsx";
import { TopBar } from "./top/top-bar.tsx";

/** The page: settings on the left, the network in the middle, details and charts on the right. */
export function App({ world }: { world: World }) {
  return (
    <div class="page">
      <TopBar
        world={world}
        files={
          <>
            <DropFiles world={world} />
            <ExportMenu world={world} />
          </>
        }
      />
      <NoticeBar world={world} />
      <aside class="left" aria-label="Settings">
        <Controls world={world} />
      </aside>
      <main class="middle">
        <NetworkView world={world} />
      </main>
      <aside class="right" aria-label="Details and charts">
        <Inspector world={world} />
        <Charts world={world} />
      </aside>
    </div>
  );
}

import { Charts } from "./charts/charts.tsx";
import { Controls } from "./controls/controls.tsx";
import { DropFiles } from "./downloads/drop-files.tsx";
import { ExportMenu } from "./downloads/export-menu.tsx";
import { PrintLine } from "./help/print-line.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { LinkMenu } from "./links/link-menu.tsx";
import type { Links } from "./links/links.ts";
import { NetworkView } from "./network/network-view.tsx";
import type { ViewOptions } from "./network/view-options.ts";
import { RippleSection } from "./ripple/ripple-section.tsx";
import type { Unchanged } from "./state/unchanged.ts";
import type { World } from "./state/world.ts";
import { Timeline } from "./timeline/timeline.tsx";
import { Headline } from "./top/headline/headline.tsx";
import { NoticeBar } from "./top/notice-bar.tsx";
import { TopBar } from "./top/top-bar.tsx";

interface Props {
  readonly world: World;
  readonly unchanged: Unchanged;
  readonly options: ViewOptions;
  readonly links: Links;
}

/** The page: settings on the left, the network in the middle, details and charts on the right. */
export function App({ world, unchanged, options, links }: Props) {
  return (
    <div class="page">
      <TopBar
        world={world}
        files={
          <>
            <DropFiles world={world} />
            <LinkMenu links={links} />
            <ExportMenu world={world} />
          </>
        }
      />
      <NoticeBar world={world} />
      <aside class="left" aria-label="Settings">
        <Controls world={world} unchanged={unchanged} />
      </aside>
      <main class="middle">
        <Headline world={world} unchanged={unchanged} />
        <NetworkView world={world} unchanged={unchanged} options={options}>
          <Timeline world={world} options={options} />
        </NetworkView>
      </main>
      <aside class="right" aria-label="Details and charts">
        <RippleSection world={world} />
        <Inspector world={world} />
        <Charts world={world} unchanged={unchanged} options={options} />
      </aside>
      <PrintLine world={world} />
    </div>
  );
}

import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { copyText } from "../text/copy-text.ts";
import { formatTick } from "../text/format-tick.ts";
import { placePopover } from "../text/place-popover.ts";
import "./link-menu.css";
import type { CopiedLink } from "./copied-link.ts";
import type { Links } from "./links.ts";

/** Copies the link to what the page shows, and shows it with the command that repeats it. */
export function LinkMenu({ links }: { links: Links }) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const link = useSignal<CopiedLink | undefined>(undefined);
  const fault = useSignal("");
  const copied = useSignal("");

  async function copy(text: string, name: string): Promise<void> {
    copied.value = await copyText(text, name);
  }

  async function open(): Promise<void> {
    link.value = undefined;
    fault.value = copied.value = "";
    try {
      link.value = await links.make();
      await copy(link.value.url, "Link");
    } catch (error) {
      fault.value = error instanceof Error ? error.message : String(error);
    }
    place();
  }

  function place(): void {
    const popover = document.getElementById(id);
    if (popover !== null && opener.current !== null) placePopover(popover, opener.current);
  }

  return (
    <div class="link">
      <button type="button" ref={opener} popovertarget={id} title="Copy the link to this run at this week">
        Copy link
      </button>
      <section
        id={id}
        popover="auto"
        aria-label="Link to this run"
        onToggle={({ newState }) => {
          place();
          if (newState === "open") void open();
        }}
      >
        <p role="status">{fault.value || copied.value}</p>
        {link.value && (
          <>
            <p class="small soft">
              The link holds this run at {formatTick(link.value.tick)}, all changes and the view. Whoever opens it gets the state
              hash <code>{link.value.stateHash}</code>. Nothing is uploaded.
            </p>
            <Line label="Link" text={link.value.url} onCopy={copy} />
            <Line label="Command" text={link.value.command} onCopy={copy} />
          </>
        )}
      </section>
    </div>
  );
}

function Line({ label, text, onCopy }: { label: string; text: string; onCopy: (text: string, name: string) => Promise<void> }) {
  return (
    <div class="line small">
      <label>
        <span class="soft">{label}</span>
        <input type="text" readonly autocomplete="off" value={text} onFocus={({ currentTarget }) => currentTarget.select()} />
      </label>
      <button type="button" aria-label={`Copy ${label.toLowerCase()} again`} onClick={() => void onCopy(text, label)}>
        Copy
      </button>
    </div>
  );
}

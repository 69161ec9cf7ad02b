import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A part of the page whose script loads after the page. */
export interface LaterPart<Props> {
  /** shows the part, or nothing until its script is there */
  readonly Part: ComponentType<Props>;
  /** loads the script ahead of use, so that the open page needs no network */
  prepare(): void;
}

/**
 * Shows a part of the page once its script has loaded.
 *
 * @param load loads the script; called again if it failed before
 */
export function loadLater<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;

  function prepare(): Promise<void> {
    loading ??= load().then(
      (Loaded) => {
        loaded = Loaded;
      },
      () => {
        loading = undefined;
      },
    );
    return loading;
  }

  function Part(props: Props) {
    const [hasTried, setHasTried] = useState(false);
    useEffect(() => {
      if (loaded === undefined) void prepare().then(() => setHasTried(true));
    }, []);
    if (loaded !== undefined) return <Loaded Content={loaded} props={props} />;
    return hasTried ? <p class="small soft">This part of the page could not be loaded. Check the network and try again.</p> : null;
  }

  return { Part, prepare: () => void prepare() };
}

function Loaded<Props extends object>({ Content, props }: { Content: ComponentType<Props>; props: Props }) {
  return <Content {...props} />;
}

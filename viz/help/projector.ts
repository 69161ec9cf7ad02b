const root = document.documentElement;

/** Projector mode: large type, the picture and the five ways alone, and the full screen where the browser allows it. */
export function toggleProjector(): void {
  const isOn = root.classList.toggle("projector");
  if (isOn) void root.requestFullscreen?.().catch(() => undefined);
  else if (document.fullscreenElement !== null) void document.exitFullscreen();
}

/** Ends projector mode when the reader leaves the full screen. Returns a function that stops it. */
export function followFullScreen(): () => void {
  const follow = () => {
    if (document.fullscreenElement === null) root.classList.remove("projector");
  };
  document.addEventListener("fullscreenchange", follow);
  return () => document.removeEventListener("fullscreenchange", follow);
}

import { signal } from "@preact/signals";

const root = document.documentElement;

/** Whether full-screen play is on: projector mode without anything to operate, for an audience or a recording. */
export const isFullPlay = signal(false);

/** Projector mode: large type, the picture and the five ways alone, and the full screen where the browser allows it. */
export function toggleProjector(): void {
  setMode(!root.classList.contains("projector"), false);
}

export function toggleFullPlay(): void {
  setMode(!isFullPlay.peek(), !isFullPlay.peek());
}

function setMode(isProjector: boolean, isPlay: boolean): void {
  showMode(isProjector, isPlay);
  if (!isProjector && document.fullscreenElement !== null) void document.exitFullscreen();
  else if (isProjector && document.fullscreenElement === null) void root.requestFullscreen?.().catch(() => undefined);
}

function showMode(isProjector: boolean, isPlay: boolean): void {
  isFullPlay.value = isPlay;
  root.classList.toggle("projector", isProjector);
  root.classList.toggle("full-play", isPlay);
}

/** Ends both modes when the reader leaves the full screen. Returns a function that stops it. */
export function followFullScreen(): () => void {
  const follow = () => {
    if (document.fullscreenElement === null) showMode(false, false);
  };
  document.addEventListener("fullscreenchange", follow);
  return () => document.removeEventListener("fullscreenchange", follow);
}

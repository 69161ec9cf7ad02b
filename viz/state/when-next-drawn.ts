/** Wraps `draw` so that any number of calls draw once, before the next frame appears. */
export function whenNextDrawn(draw: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  };
}

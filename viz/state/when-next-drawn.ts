/** A function that calls `draw` once before the next frame is shown, however often it is called until then. */
export function whenNextDrawn(draw: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
}

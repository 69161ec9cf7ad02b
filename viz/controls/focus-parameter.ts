/** Shows the control of a parameter, wherever it is folded away, and focuses it. */
export function focusParameter(name: string): void {
  const found = controlOf(name);
  if (found === null) {
    // A search may hide it.
    const search = document.querySelector<HTMLInputElement>(".everything input[type=search]");
    if (search === null || search.value === "") return;
    search.value = "";
    search.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(() => show(controlOf(name)));
    return;
  }
  show(found);
}

function controlOf(name: string): HTMLElement | null {
  return document.querySelector(`[data-parameter="${name}"] :is(input, select)`);
}

function show(control: HTMLElement | null): void {
  for (let around = control?.closest("details"); around; around = around.parentElement?.closest("details")) around.open = true;
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}

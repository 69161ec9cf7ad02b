import type { Experiment } from "../../study/experiment.ts";
import { analyzedColumns, quoted } from "./analyzed-columns.ts";

/** analysis.py: the means of an outcome again from runs.csv with pandas, and the first figure from its data with matplotlib. */
export function analysisInPython(experiment: Experiment, hasFigure: boolean): string {
  const { outcome, others, groups } = analyzedColumns(experiment);
  return `# Computes the means of an outcome from runs.csv${hasFigure ? ", and draws the first figure of the report from figures/figure-1.csv" : ""}.
# Needs pandas${hasFigure ? ", and matplotlib for the figure" : ""}. Run it in this folder: python3 analysis.py
import pandas as pd

outcome = ${quoted(outcome)}${others === "" ? "" : `  # or ${others}`}
groups = [${groups.map(quoted).join(", ")}]

runs = pd.read_csv("runs.csv", keep_default_na=False, na_values=[""])
runs = runs[runs["error"].isna()]

# A factor with very many values would give a group for each of them.
groups = [name for name in groups if runs[name].nunique(dropna=False) <= 20]
means = runs.groupby(groups, sort=False, dropna=False)[outcome].agg(["count", "mean", "std"])
means.columns = ["n", "mean", "sd"]
print(f"{outcome} by {', '.join(groups)}")
print(means.to_string(float_format=lambda value: f"{value:.7g}"))
${hasFigure ? figureInPython : ""}`;
}

const figureInPython = `
try:
    import matplotlib
except ImportError:
    raise SystemExit("matplotlib is not installed, so the figure is not drawn")
matplotlib.use("Agg")
import matplotlib.pyplot as plt

figure = pd.read_csv("figures/figure-1.csv", keep_default_na=False, na_values=[""], dtype={"line": str, "x": str, "y": str})
panels = figure["panel"].unique()
drawing, axes = plt.subplots(1, len(panels), figsize=(5 * len(panels), 4), squeeze=False)
for axis, panel in zip(axes[0], panels):
    part = figure[figure["panel"] == panel]
    # A second factor gives lines of its own. Without means, x and y are the place of a dot.
    is_plane = part["mean"].isna().all()
    values = part["y"].astype(float) if is_plane else part["mean"]
    names = part["line"] if is_plane or part["y"].isna().all() else part["line"] + " " + part["y"]
    numbers = pd.to_numeric(part["x"], errors="coerce")
    is_number = not numbers.isna().any()
    levels = list(part["x"].unique())
    places = numbers if is_number else part["x"].map(levels.index)
    for name in names.unique():
        own = places[names == name].sort_values().index
        spread = None if part["low"][own].isna().all() else [values[own] - part["low"][own], part["high"][own] - values[own]]
        axis.errorbar(places[own], values[own], yerr=spread, marker="o", linestyle="-" if is_number else "none", label=name)
    if not is_number:
        axis.set_xticks(range(len(levels)), levels)
    axis.set_title(panel)
    if names.nunique() > 1:
        axis.legend()
drawing.tight_layout()
drawing.savefig("figure-1-python.pdf")
print("figure-1-python.pdf")
`;

import type { Experiment } from "../../study/experiment.ts";
import { analyzedColumns, quoted } from "./analyzed-columns.ts";

/** analysis.R: the means of an outcome again from runs.csv, and the first figure from its data, in base R. */
export function analysisInR(experiment: Experiment, hasFigure: boolean): string {
  const { outcome, others, groups } = analyzedColumns(experiment);
  return `# Computes the means of an outcome from runs.csv${hasFigure ? ", and draws the first figure of the report from figures/figure-1.csv" : ""}.
# Needs only R. Run it in this folder: Rscript analysis.R

outcome <- ${quoted(outcome)}${others === "" ? "" : ` # or ${others}`}
groups <- c(${groups.map(quoted).join(", ")})

runs <- read.csv("runs.csv", na.strings = "", check.names = FALSE, stringsAsFactors = FALSE)
runs <- runs[is.na(runs$error), ]

# A factor with very many values would give a group for each of them.
groups <- groups[sapply(runs[groups], function(column) length(unique(column)) <= 20)]
label <- do.call(paste, c(runs[groups], sep = ", "))
label <- factor(label, levels = unique(label))
values <- split(runs[[outcome]], label)
means <- data.frame(
  n = sapply(values, function(value) sum(!is.na(value))),
  mean = sapply(values, mean, na.rm = TRUE),
  sd = sapply(values, sd, na.rm = TRUE)
)
cat(outcome, "by", paste(groups, collapse = ", "), "\\n")
print(means, digits = 7)
${hasFigure ? figureInR : ""}`;
}

const figureInR = `
figure <- read.csv("figures/figure-1.csv", na.strings = "", stringsAsFactors = FALSE)
if (capabilities("cairo")) cairo_pdf("figure-1-r.pdf", width = 8, height = 5, onefile = TRUE) else pdf("figure-1-r.pdf", width = 8, height = 5)
for (panel in unique(figure$panel)) {
  part <- figure[figure$panel == panel, ]
  # A second factor gives lines of its own. Without means, x and y are the place of a dot.
  isPlane <- all(is.na(part$mean))
  value <- if (isPlane) as.numeric(part$y) else part$mean
  name <- if (isPlane || all(is.na(part$y))) part$line else paste(part$line, part$y)
  number <- suppressWarnings(as.numeric(part$x))
  isNumber <- !anyNA(number)
  place <- if (isNumber) number else match(part$x, unique(part$x))
  plot(range(place), range(value, part$low, part$high, na.rm = TRUE), type = "n", main = panel, xlab = "", ylab = "", xaxt = if (isNumber) "s" else "n")
  if (!isNumber) axis(1, at = seq_along(unique(part$x)), labels = unique(part$x))
  lines <- unique(name)
  for (k in seq_along(lines)) {
    own <- which(name == lines[k])
    own <- own[order(place[own])]
    if (isNumber) lines(place[own], value[own], col = k, lty = k)
    points(place[own], value[own], col = k, pch = k)
    segments(place[own], part$low[own], place[own], part$high[own], col = k)
  }
  if (length(lines) > 1) legend("topright", legend = lines, col = seq_along(lines), pch = seq_along(lines), bty = "n")
}
invisible(dev.off())
cat("figure-1-r.pdf\\n")
`;

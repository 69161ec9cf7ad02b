# Reads the runs of keep-your-word.yaml and tests the difference between its two arms, replicate by replicate.
# Run it with: Rscript paired-difference.R runs/keep-your-word
folder <- commandArgs(trailingOnly = TRUE)[1]
runs <- read.csv(file.path(folder, "runs.csv"))
runs <- runs[runs$error == "" | is.na(runs$error), ]

# Runs with the same replicate share their seed, so the two arms can be compared pair by pair.
wide <- reshape(runs[c("arm", "blow_off", "replicate", "focal_trust")],
                idvar = c("blow_off", "replicate"), timevar = "arm", direction = "wide")

for (level in sort(unique(wide$blow_off))) {
  here <- wide[wide$blow_off == level, ]
  result <- t.test(here$focal_trust.keep_word, here$focal_trust.as_they_are, paired = TRUE)
  cat(sprintf("blow_off %.1f: %+.4f [%.4f, %.4f], n = %d\n",
              level, result$estimate, result$conf.int[1], result$conf.int[2], nrow(here)))
}

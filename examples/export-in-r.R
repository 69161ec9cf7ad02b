# Loads a finished run into R's network packages. Run it with: Rscript export-in-r.R runs/quiet-year-1973
# after: weakties export runs/quiet-year-1973 --to FORMAT, with siena, goldfish, networkdynamic, graphml and tidygraph as FORMAT.
# Needs igraph, network and sna. RSiena, goldfish, networkDynamic and tidygraph are used if they are installed.
suppressPackageStartupMessages({
  library(network)
  library(sna)
})
run <- commandArgs(trailingOnly = TRUE)[1]
in_folder <- function(format, file) file.path(paste0(run, "-", format), file)

# SIENA: one matrix for each wave.
waves <- read.csv(in_folder("siena", "waves.csv"))
matrices <- lapply(waves$wave, function(wave) as.matrix(read.table(in_folder("siena", paste0("wave_", wave, ".dat")))))
last <- matrices[[length(matrices)]]
cat("siena", length(matrices), "waves,", sum(last == 1) / 2, "ties, density", round(sna::gden((last == 1) * 1), 4), "\n")
if (requireNamespace("RSiena", quietly = TRUE)) {
  friends <- RSiena::sienaDependent(array(unlist(matrices), c(dim(last), length(matrices))))
  changes <- RSiena::sienaCompositionChangeFromFile(in_folder("siena", "composition.dat"))
  print(RSiena::sienaDataCreate(friends, changes))
}

# goldfish: nodes, and events with their times.
nodes <- read.csv(in_folder("goldfish", "nodes.csv"), colClasses = c(label = "character", present = "logical"))
encounters <- read.csv(in_folder("goldfish", "events_encounter.csv"), colClasses = c(sender = "character", receiver = "character"))
stopifnot(encounters$sender %in% nodes$label, encounters$receiver %in% nodes$label)
cat("goldfish", nrow(nodes), "nodes,", nrow(encounters), "encounters\n")
if (requireNamespace("goldfish", quietly = TRUE)) {
  actors <- goldfish::defineNodes(nodes)
  print(goldfish::linkEvents(goldfish::defineNetwork(nodes = actors, directed = FALSE), encounters, nodes = actors))
}

# networkDynamic: spells of vertices and edges. The network package holds the ties of the last wave.
vertices <- read.csv(in_folder("networkdynamic", "vertices.csv"))
edge_spells <- read.csv(in_folder("networkdynamic", "edge_spells.csv"))
now <- edge_spells[edge_spells$onset == max(edge_spells$onset), ]
net <- network.initialize(nrow(vertices), directed = FALSE)
network.vertex.names(net) <- as.character(vertices$vertex.names)
add.edges(net, tail = now$tail, head = now$head)
cat("networkdynamic", network.size(net), "vertices,", network.edgecount(net), "edges\n")
if (requireNamespace("networkDynamic", quietly = TRUE)) {
  vertex_spells <- read.csv(in_folder("networkdynamic", "vertex_spells.csv"))
  print(networkDynamic::networkDynamic(base.net = network.initialize(nrow(vertices), directed = FALSE),
                                       vertex.spells = vertex_spells, edge.spells = edge_spells, create.TEAs = TRUE))
}

# GraphML with igraph: both directions of each tie.
graph <- igraph::read_graph(in_folder("graphml", "network.graphml"), format = "graphml")
cat("graphml", igraph::vcount(graph), "vertices,", igraph::ecount(graph), "edges, mean trust share",
    round(mean(igraph::E(graph)$trust_share), 4), "\n")

# tidygraph: edges refer to rows of the nodes.
people <- read.csv(in_folder("tidygraph", "nodes.csv"))
ties <- read.csv(in_folder("tidygraph", "edges.csv"))
same <- igraph::graph_from_data_frame(ties, vertices = data.frame(row = seq_len(nrow(people)), people[-1]))
cat("tidygraph", igraph::vcount(same), "nodes,", igraph::ecount(same), "edges\n")
if (requireNamespace("tidygraph", quietly = TRUE)) invisible(tidygraph::tbl_graph(nodes = people, edges = ties, directed = TRUE))

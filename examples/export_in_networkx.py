"""Loads a finished run into networkx, in three formats.

Needs networkx. Run it with: python3 export_in_networkx.py runs/quiet-year-1973
after: weakties export runs/quiet-year-1973 --to FORMAT, with graphml, node-link and gexf as FORMAT.
"""

import io
import json
import sys
from pathlib import Path

import networkx as nx

run = sys.argv[1]


def show(form, graph):
    print(form, graph.number_of_nodes(), "nodes,", graph.number_of_edges(), "edges")


show("graphml", nx.read_graphml(Path(f"{run}-graphml", "network.graphml")))

data = json.loads(Path(f"{run}-node-link", "network.json").read_text(encoding="utf-8"))
try:
    show("node-link", nx.node_link_graph(data, edges="links"))
except TypeError:  # before networkx 3.4, "links" is the only form
    show("node-link", nx.node_link_graph(data))

# Versions of networkx before GEXF 1.3 read the file under the name of version 1.2.
gexf = Path(f"{run}-gexf", "network.gexf").read_text(encoding="utf-8")
gexf = gexf.replace('xmlns="http://gexf.net/1.3" version="1.3"', 'xmlns="http://www.gexf.net/1.2draft" version="1.2"', 1)
show("gexf", nx.read_gexf(io.BytesIO(gexf.encode("utf-8")), version="1.2draft"))

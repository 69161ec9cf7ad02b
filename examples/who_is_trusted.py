"""Reads the tables of one run: who is trusted, and do weak ties carry less trust than strong ones?

Needs pandas. Run it with: python3 who_is_trusted.py runs/quiet-year-1973
"""

import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1])
agents = pd.read_csv(folder / "agents.csv")
ties = pd.read_csv(folder / "ties.csv")

columns = ["follow_through", "generosity", "boasting", "expertise"]
print("Correlation with the trust that an agent receives:")
print(agents[columns].corrwith(agents["incoming_trust_share"]).round(2).to_string())

# ties.csv has a row for each direction. 0.05 and 0.4 are the defaults of active_from and strong_from.
now = ties[(ties["tick"] == ties["tick"].max()) & (ties["strength"] >= 0.05)]
kind = pd.cut(now["strength"], [0, 0.4, 1.01], right=False, labels=["weak", "strong"])
print("\nTrust share by kind of tie:")
print(now.groupby(kind, observed=True)["trust_share"].agg(["count", "mean"]).round(3).to_string())

import { filled, type Make } from "./make-text.ts";

export const matrices: Readonly<Record<string, Make>> = {
  "digits in one line": filled("", "01"),
  "digits in lines": filled("", "0101\n"),
  "a square of digits": (size) => `${"01".repeat(Math.sqrt(size) / 2)}\n`.repeat(Math.sqrt(size)),
  "a square of zeros": (size) => `${"0 ".repeat(Math.sqrt(size / 2))}\n`.repeat(Math.sqrt(size / 2)),
  "a square of ones": (size) => `${"1,".repeat(Math.sqrt(size / 2) - 1)}1\n`.repeat(Math.sqrt(size / 2)),
  "a matrix whose rows end": filled(`${"0,".repeat(999)}0\n`, "0,1\n"),
  "a matrix with names": (size) => {
    const n = Math.floor(Math.sqrt(size / 3));
    const names = Array.from({ length: n }, (_, k) => `n${k}`);
    return `,${names.join(",")}\n${names.map((name) => `${name}${",1".repeat(n)}\n`).join("")}`;
  },
  "a matrix with one name": (size) => {
    const n = Math.floor(Math.sqrt(size / 2));
    return `${"a,".repeat(n - 1)}a\n${`${"1,".repeat(n - 1)}1\n`.repeat(n)}`;
  },
  "a matrix of negative numbers": (size) => `${"-1,".repeat(Math.sqrt(size / 3) - 1)}-1\n`.repeat(Math.sqrt(size / 3)),
  "a tall matrix": filled("a,b,c,d\n", "1,0,1,0\n"),
};

export const dl: Readonly<Record<string, Make>> = {
  "no data": filled("dl n=5 ", "data "),
  labels: filled("dl n=500000\nlabels:\n", "a,", "\ndata:\n1\n"),
  "distinct labels": filled("dl n=500000 format=edgelist1\nlabels:\n", (k) => `n${k},`, "\ndata:\n1 2\n"),
  "lines of labels": filled("dl n=500000 format=edgelist1\nlabels:\n", "a\n", "data:\n1 2\n"),
  keywords: filled("dl ", "n=3 ", "\ndata:\n1\n"),
  "label keywords": filled("dl ", "labels: ", "\ndata:\n1\n"),
  quotes: filled("dl n=3 labels: ", '"', "\ndata:\n1\n"),
  cells: filled("dl n=1000 format=fullmatrix\ndata:\n", "1 "),
  "faulty cells": filled("dl n=1000 format=fullmatrix\ndata:\n", "x "),
  "unknown labels": filled("dl n=3 format=edgelist1\ndata:\n", "x y\n"),
  "embedded labels": filled("dl n=100000 format=edgelist1\nlabels embedded\ndata:\n", (k) => `a${k} b${k}\n`),
  "a node list": filled("dl n=3 format=nodelist1\ndata:\n1", " 2"),
  "many matrices": filled("dl n=2 nm=1000000 format=fullmatrix\ndata:\n", "1 "),
  "a large matrix": filled("dl n=9999 format=fullmatrix\ndata:\n", "1 "),
  "many large matrices": filled("dl n=10000 nm=100000 format=fullmatrix diagonal=absent\ndata:\n", "1 "),
  "commas in cells": filled("dl n=3 format=edgelist1\ndata:\n1,2", ",3"),
  "data words": filled("dl ", "data ", ":\n1 2\n"),
};

export const pajek: Readonly<Record<string, Make>> = {
  sections: filled("*Vertices 3\n", "*Arcs\n"),
  "unknown sections": filled("*Vertices 3\n", "*Foo\n"),
  relations: filled("*Vertices 3\n*Arcs\n1 2\n", (k) => `*Arcs :${k}\n`),
  "relations before ties": filled("*Vertices 3\n*Arcs\n", (k) => `${k}: 1 2\n`),
  partitions: filled("*Vertices 3\n*Edges\n1 2\n", "*Partition a\n1\n"),
  "distinct partitions": filled("*Vertices 3\n*Edges\n1 2\n", (k) => `*Partition a${k}\n1\n`),
  lists: filled("*Vertices 3\n*Arcslist\n1", " 2"),
  "lists with strangers": filled("*Vertices 3\n*Arcslist\n1", " 9"),
  "repeated vertices": filled("*Vertices 3\n", "1 a\n"),
  "vertices beyond the count": filled("*Vertices 3\n", "9 a\n"),
  "vertices without ties": filled("*Vertices 90000\n", (k) => `${k + 1} n${k}\n`),
  "vertices with one label": filled("*Vertices 90000\n", (k) => `${k + 1} a\n`, "*Edges\n1 2\n"),
  "a long vertex": filled("*Vertices 3\n1 a", " [1-2]"),
  "intervals of time": filled("*Vertices 3\n1 a [", "1,", "\n*Edges\n1 2\n"),
  "matrix rows": filled("*Vertices 3\n*Matrix\n", "0 1 0\n"),
  "one matrix row": filled("*Vertices 3\n*Matrix\n", "1 "),
  matrices: filled("*Vertices 10000\n", "*Matrix\n"),
  "a large matrix": filled("*Vertices 9999\n*Matrix\n", "1 "),
  "open quotes": filled('*Vertices 3\n1 "', "a\n"),
  "percent signs": filled("*Vertices 3\n", "% a\n", "*Edges\n1 2\n"),
  "a declared million": () => "*Vertices 1000000\n*Edges\n1 2\n",
  "a declared million with ties": filled("*Vertices 1000000\n*Edges\n", (k) => `${k + 1} ${k + 2}\n`),
  "a million vertices with one label": filled('*Vertices 1000000\n1 "a"\n2 "a"\n*Edges\n', (k) => `${k + 1} ${k + 2}\n`),
};

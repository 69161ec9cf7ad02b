import { runAndHash } from "./run-and-hash.ts";

self.onmessage = ({ data }) => self.postMessage(runAndHash(data));

import type { DesignPoint, Experiment } from "../experiment.ts";
export declare function designPoints(experiment: Experiment): { points: DesignPoint[]; rows: Int32Array };

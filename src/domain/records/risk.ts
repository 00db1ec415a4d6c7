import type { Person } from "../scalars/person.ts";

export const RISK_LEVELS = ["unknown", "low", "medium", "high", "closed"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

export interface Risk {
  readonly id: string;
  /** Which of the seven causes it is, if it is one. */
  readonly cause?: CauseOfDeath;
  /** The question that the risk raises for this PoC. */
  readonly question?: string;
  readonly level: RiskLevel;
  readonly owner?: Person;
  readonly mitigation?: string;
  readonly evidence?: string;
}

/** The seven ways in which PoCs stall between a demo and a product. */
export const CAUSES_OF_DEATH = {
  "wrong-stack": { title: "Wrong stack", question: "Can and will we run what this PoC is built on in production?" },
  "no-owner": { title: "No owner", question: "Who has committed to fund and adopt the MVP?" },
  "no-value-signal": {
    title: "No value signal",
    question: "Which figure would finance pay for, and have we measured it?",
  },
  "risk-ignored": {
    title: "Risk ignored",
    question: "Have security and privacy seen the data flow, and what did they say?",
  },
  "ops-invisible": {
    title: "Operations invisible",
    question: "Who deploys, watches and repairs it, and against which service levels?",
  },
  "cost-surprise": {
    title: "Cost surprise",
    question: "What does one successful task cost in tokens, storage and waiting, at production volume?",
  },
  "customer-chaos": { title: "Customer chaos", question: "What happens when real users send what nobody expected?" },
} as const;

export type CauseOfDeath = keyof typeof CAUSES_OF_DEATH;

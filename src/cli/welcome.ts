/** What bare `poc` says to somebody who has no PoC yet. */
export const WELCOME = `poc runs an AI proof of concept that ends in a decision: timebox, spend cap, kill
criteria, evidence, and a Go/No-Go memo. There is no PoC in this folder or in a folder above it.

To begin:
  poc init     set up a PoC: a few questions, about five minutes
  poc start    freeze targets, kill criteria, timebox and cap
  poc log      add an entry, once a day: what happened, what it cost, what was measured
  poc memo     write the Go/No-Go memo

  poc help lists every command.
  poc init --example demo writes a complete PoC to look around in.
  poc -C DIR works on the PoC in another folder.
`;

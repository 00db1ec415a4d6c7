// Loaded before the built command by the scripts that replay a PoC: the clock of the process shows REPLAY_NOW. POC_NOW
// would do, but entries say of themselves that it was set, and an example is to look as if people had written it.
const now = Date.parse(process.env.REPLAY_NOW ?? "");
if (!Number.isNaN(now)) Date.now = () => now;

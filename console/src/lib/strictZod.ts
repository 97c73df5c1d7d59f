import { config } from "zod/mini";

// Zod compiles its checks with eval where it may. Our content security policy says no, and asking
// would be reported as a violation: so it does not ask. Imported first of all.
config({ jitless: true });

/**
 * fast-check with one seed for all: what passes on one machine passes on every other.
 * `SEED=7 npm test` looks elsewhere.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261125) });

export { fc };

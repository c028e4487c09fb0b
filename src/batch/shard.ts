/** One list over many machines: each takes every N-th village. */

export interface Shard {
	/** From 1. */
	readonly number: number;
	readonly of: number;
}

/** What the environment says to one of many equal jobs. */
export type Environment = (name: string) => string | undefined;

const whole = (text: string | undefined): number | null =>
	text !== undefined && /^\d{1,6}$/u.test(text) ? Number(text) : null;

const valid = (number: number | null, of: number | null): Shard | null =>
	number !== null && of !== null && number >= 1 && number <= of
		? { number, of }
		: null;

/** Kubernetes counts its indexed jobs from 0; an array of Slurm is to begin at 1. */
function numberFrom(env: Environment): number | null {
	const job = whole(env("JOB_COMPLETION_INDEX"));
	return job === null ? whole(env("SLURM_ARRAY_TASK_ID")) : job + 1;
}

/** "2/3"; "auto" and "auto/3" ask the environment. null when there is no telling. */
export function parseShard(text: string, env: Environment): Shard | null {
	const [number = "", of] = text.split("/");
	if (number !== "auto") return valid(whole(number), whole(of));
	const count = of ?? env("SLURM_ARRAY_TASK_COUNT") ?? env("JOB_COMPLETIONS");
	return valid(numberFrom(env), whole(count));
}

export const inShard = (index: number, shard: Shard | null): boolean =>
	shard === null || index % shard.of === shard.number - 1;

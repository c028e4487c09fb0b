/** Villages made several at a time: by threads where there are many. */
import {
	type MakerSetup,
	openMaker,
	type VillageFiles,
} from "../batch/maker.ts";
import type { Row } from "../batch/table.ts";
import type { Args } from "./args.ts";
import type { Effects, Makers } from "./effects.ts";

/** Under this many villages a second thread starts slower than the first ends. */
const WORTH_A_THREAD = 12;
/** From so many on even one goes to a thread of its own, whose garbage is kept small. */
const MANY = 100;

async function openMakers(
	setup: MakerSetup,
	count: number,
	{ jobs: asked }: Args,
	effects: Effects,
): Promise<Makers & { readonly lanes: number }> {
	const { batch } = effects;
	const useful = Math.ceil(count / WORTH_A_THREAD);
	const jobs = asked ?? Math.min(batch?.cores ?? 1, useful);
	if (!batch || (jobs <= 1 && count < MANY)) {
		const make = await openMaker(setup);
		return {
			// One is made while the other is written.
			lanes: 2,
			async make(row) {
				await effects.breathe();
				return make(row);
			},
			async stop() {},
		};
	}
	// Two rows for each thread: one in work, one waiting.
	return { ...batch.startMakers(jobs, setup), lanes: 2 * jobs };
}

/** Hands over each village's files as they are made, in no order, until it is told to stop. */
export async function makeVillages<V extends { readonly row: Row }>(
	villages: readonly V[],
	setup: MakerSetup,
	args: Args,
	effects: Effects,
	take: (village: V, made: VillageFiles) => Promise<"go on" | "stop">,
): Promise<void> {
	const makers = await openMakers(setup, villages.length, args, effects);
	const rest = villages.values();
	let isStopped = false;
	async function lane(): Promise<void> {
		for (const village of rest) {
			if (isStopped) return;
			const made = await makers.make(village.row);
			if ((await take(village, made)) === "stop") isStopped = true;
		}
	}
	try {
		await Promise.all(Array.from({ length: makers.lanes }, lane));
	} finally {
		await makers.stop();
	}
}

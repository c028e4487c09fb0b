/** Where the time goes: samples of whole processes, by the room that they fell in. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BANGTIN, filledNotice, fresh, NOTICE } from "./notice.ts";
import { villagesCsv } from "./villages.ts";

const VILLAGES = 300;
/** Rooms that take less are told together. */
const LEAST = 0.01;
const MICROSECONDS = 200;

/** As V8 writes it. */
interface Profile {
	readonly nodes: readonly {
		readonly id: number;
		readonly callFrame: {
			readonly functionName: string;
			readonly url: string;
			readonly lineNumber: number;
		};
	}[];
	readonly samples: readonly number[];
	readonly timeDeltas: readonly number[];
}

/** `src/paint/pdf.ts` is of `paint`, `node_modules/yaml/…` of `yaml`. */
const roomOf = (path: string): string =>
	/^src\/([^/]+)\//.exec(path)?.[1] ??
	/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ??
	path.replace(/^src\//, "");

/** The bundler names each file above its part of a bundle: the room of every line. */
function roomsByLine(file: string): readonly string[] {
	let room = "bundle";
	return readFileSync(file, "utf8")
		.split("\n")
		.map((line) => {
			const named = /^\/\/ ((?:src|node_modules)\/\S+)$/.exec(line)?.[1];
			if (named !== undefined) room = roomOf(named);
			return room;
		});
}

const bundles = new Map<string, readonly string[]>();

function roomAt(url: string, line: number, name: string): string {
	if (name === "(garbage collector)") return "garbage collection";
	if (!url.startsWith("file:")) return "Node itself, loading";
	const file = fileURLToPath(url);
	const rooms = bundles.get(file) ?? roomsByLine(file);
	bundles.set(file, rooms);
	return rooms[line] ?? "bundle";
}

/** Shares of all time that was not idle. */
function sharesOf(profiles: readonly Profile[]): ReadonlyMap<string, number> {
	const spent = new Map<string, number>();
	let all = 0;
	for (const { nodes, samples, timeDeltas } of profiles) {
		const rooms = new Map(
			nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
				id,
				functionName === "(idle)"
					? null
					: roomAt(url, lineNumber, functionName),
			]),
		);
		for (const [index, id] of samples.entries()) {
			const room = rooms.get(id);
			if (room == null) continue;
			const time = timeDeltas[index] ?? 0;
			spent.set(room, (spent.get(room) ?? 0) + time);
			all += time;
		}
	}
	return new Map([...spent].map(([room, time]) => [room, time / all]));
}

function profiled(
	argv: readonly string[],
	folder: string,
): ReadonlyMap<string, number> {
	const into = mkdtempSync(join(folder, "profile-"));
	execFileSync(process.execPath, [
		"--cpu-prof",
		`--cpu-prof-interval=${MICROSECONDS}`,
		`--cpu-prof-dir=${into}`,
		...argv,
	]);
	return sharesOf(
		// One of each thread; V8's own format.
		readdirSync(into).map(
			(file): Profile => JSON.parse(readFileSync(join(into, file), "utf8")),
		),
	);
}

const percent = (share: number): string =>
	share < LEAST / 10 ? "" : `${(share * 100).toFixed(1)} %`;

/** The two commands that are measured, room by room. */
export function profileTable(folder: string): string {
	const notice = join(folder, "thong-bao.yaml");
	writeFileSync(notice, filledNotice(0));
	const list = join(folder, "profile.csv");
	writeFileSync(list, villagesCsv(VILLAGES));
	const cold = profiled(
		[BANGTIN, "build", notice, "-q", "-o", fresh(folder, "cold")],
		folder,
	);
	const merge = ["merge", NOTICE, list, "-s", "leaflet-a5", "-q", "-j", "1"];
	const many = profiled(
		[BANGTIN, ...merge, "-o", fresh(folder, "merged")],
		folder,
	);
	const shareOf = (room: string): readonly [number, number] => [
		cold.get(room) ?? 0,
		many.get(room) ?? 0,
	];
	const rooms = [...new Set([...cold.keys(), ...many.keys()])]
		.map((room) => ({ room, shares: shareOf(room) }))
		.toSorted((a, b) => b.shares[1] - a.shares[1]);
	const small = rooms.filter(({ shares }) => Math.max(...shares) < LEAST);
	const rest = {
		room: "all others",
		shares: [0, 1].map((i) =>
			small.reduce((sum, { shares }) => sum + (shares[i] ?? 0), 0),
		),
	};
	const shown = [...rooms.filter((one) => !small.includes(one)), rest];
	const wide = Math.max(...shown.map(({ room }) => room.length));
	return [
		`${"own time".padEnd(wide)}  one notice, cold  ${VILLAGES} leaflets`,
		...shown.map(
			({ room, shares: [one = 0, other = 0] }) =>
				`${room.padEnd(wide)}  ${percent(one).padStart(16)}  ${percent(other).padStart(12)}`,
		),
	].join("\n");
}

/** `bangtin open`: the notice out of a finished PDF, byte for byte. */
import { join } from "node:path";
import { diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import type { MessageParams } from "../messages/codes.ts";
import { attachmentsOf, type Carried } from "../pdf-reader/attachments.ts";
import { isBangtins } from "../pdf-reader/maker.ts";
import { openPdf } from "../pdf-reader/open-pdf.ts";
import type { Args } from "./args.ts";
import type { Effects } from "./effects.ts";
import type { Finding, MadeFile, Outcome } from "./report.ts";

type Lacking = MessageParams["cli/no-source"]["why"];

interface Source {
	readonly name: string;
	readonly bytes: Uint8Array;
}

const NOTICE = /\.ya?ml$/iu;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** A file's own name for itself may lead anywhere: only its last part counts. */
export function safeName(name: string): string {
	const last = name.split(/[/\\]/u).at(-1) ?? "";
	const plain = last
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
		.replace(/[\u0000-\u001f\u007f<>:"|?*]/gu, "")
		.replace(/^[.\s]+|[.\s]+$/gu, "");
	if (plain === "" || !/[^.]/u.test(plain)) return "thong-bao.yaml";
	return DEVICE.test(plain) ? `_${plain}` : plain;
}

const isSource = ({ relationship }: Carried): boolean =>
	relationship === "Source";

/** What a PDF carries of its own making, the notice first; or why there is none. */
export function sourcesIn(pdf: Uint8Array): readonly Source[] | Lacking {
	const file = openPdf(pdf);
	if (file === null) return "not-pdf";
	const carried = attachmentsOf(file).filter(isSource);
	if (file.trouble.has("encrypted")) return "encrypted";
	const isBroken = file.trouble.has("tables") && carried.length === 0;
	if (isBroken) return "damaged";
	if (!isBangtins(file)) return "foreign";
	const notices = carried.filter(({ name }) => NOTICE.test(name));
	if (notices.length === 0) return "stripped";
	const rest = carried.filter((one) => !notices.includes(one));
	const sources = [...notices, ...rest].map(({ name, bytes }) => ({
		name: safeName(name),
		bytes,
	}));
	const whole = sources.flatMap(({ name, bytes }) =>
		bytes === null ? [] : [{ name, bytes }],
	);
	return whole.length === sources.length ? whole : "damaged";
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Writes one file, unless something else has its name. */
async function write(
	{ name, bytes }: Source,
	args: Args,
	effects: Effects,
): Promise<MadeFile | Finding> {
	const path = join(args.out, name);
	const about = (d: Finding["diagnostic"]): Finding => ({
		file: path,
		source: "",
		diagnostic: d,
		sheets: [],
	});
	const there = await effects.readFile(path);
	if (there.kind === "bytes" && !args.force && !equal(there.bytes, bytes))
		return about(diagnostic("error", "cli/exists", "", { file: path }));
	const written = await effects.writeFile(path, bytes);
	if (written.kind === "written") return { path, bytes: bytes.length };
	const { reason } = written;
	return about(
		diagnostic("error", "cli/unwritable", "", { file: path, reason }),
	);
}

export async function open(args: Args, effects: Effects): Promise<Outcome> {
	const words = cliWords[args.lang];
	const findings: Finding[] = [];
	const made: MadeFile[] = [];
	const find = (file: string, d: Finding["diagnostic"]): void => {
		findings.push({ file, source: "", diagnostic: d, sheets: [] });
	};
	const usage = (problem: string): void =>
		find(
			"",
			diagnostic("error", "cli/usage", "", { problem, suggestion: null }),
		);
	const outcome = (summary: string | null = null): Outcome => ({
		findings,
		made,
		summary,
		strict: false,
	});
	if (args.inputs.length === 0) usage(words.needsPdf(args.command));
	if (args.out === "-" && args.inputs.length > 1)
		usage(words.onlyOneToStdout(args.inputs.length));
	if (findings.length > 0) return outcome();

	for (const input of args.inputs) {
		const read = await effects.readFile(input);
		if (read.kind !== "bytes") {
			find(
				input,
				read.kind === "missing"
					? diagnostic("error", "cli/no-file", "", { file: input })
					: diagnostic("error", "cli/unreadable", "", {
							file: input,
							reason: read.reason,
						}),
			);
			continue;
		}
		const sources = sourcesIn(read.bytes);
		if (typeof sources === "string") {
			find(
				input,
				diagnostic("error", "cli/no-source", "", { file: input, why: sources }),
			);
			continue;
		}
		if (args.out === "-") {
			const [first] = sources;
			const sent = first && (await effects.stdout(first.bytes));
			if (sent?.kind === "failed")
				find(
					"",
					diagnostic("error", "cli/unwritable", "", {
						file: "-",
						reason: sent.reason,
					}),
				);
			continue;
		}
		for (const source of sources) {
			const result = await write(source, args, effects);
			if ("path" in result) made.push(result);
			else findings.push(result);
		}
	}
	const isDone = findings.length === 0 && args.out !== "-";
	return outcome(isDone ? words.opened(made.length) : null);
}

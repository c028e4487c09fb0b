/** In what order faults are told: what is wrong first may explain the others. */
import type { MessageCode } from "../messages/codes.ts";

const FILE: readonly MessageCode[] = [
	"content/encoding",
	"content/not-text",
	"content/too-large",
];
const YAML: readonly MessageCode[] = [
	"content/colon",
	"content/comma",
	"content/dash",
	"content/duplicate-key",
	"content/hash",
	"content/indent",
	"content/quote",
	"content/smart-quotes",
	"content/space",
	"content/unclosed",
	"content/yaml",
];
const KEYS: readonly MessageCode[] = [
	"content/empty",
	"content/missing",
	"content/type",
	"content/unknown-key",
];
const STAGES = [FILE, YAML, KEYS] as const;

/** File, YAML, keys, then meaning. */
export function stageOf(code: MessageCode): number {
	const stage = STAGES.findIndex((codes) => codes.includes(code));
	return stage < 0 ? STAGES.length : stage;
}

/** What is said in a place that has no name for it. */
export const isOfKeys = (code: MessageCode): boolean => KEYS.includes(code);

/** What must be right before any key can be read. */
export const isOfYaml = (code: MessageCode): boolean => stageOf(code) <= 1;

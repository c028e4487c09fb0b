/** The way from the top of a notice to a field: keys and positions. */
export type Path = readonly (string | number)[];

const PLAIN_KEY = /^[\p{L}\p{M}\p{N}_-]+$/u;
const STEP = /\.?([\p{L}\p{M}\p{N}_-]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/uy;

/** `["body", 0, "ask"]` is written `body[0].ask`; odd keys stand in `["…"]`. */
export function formatPath(path: Path): string {
	return path
		.map((step, index) => {
			if (typeof step === "number") return `[${step}]`;
			if (!PLAIN_KEY.test(step)) return `[${JSON.stringify(step)}]`;
			return index === 0 ? step : `.${step}`;
		})
		.join("");
}

/** The inverse of `formatPath`; what it cannot read ends the path. */
export function parsePath(text: string): Path {
	const path: (string | number)[] = [];
	STEP.lastIndex = 0;
	for (let match = STEP.exec(text); match; match = STEP.exec(text)) {
		if (match[2] !== undefined) path.push(Number(match[2]));
		else if (match[3] !== undefined) path.push(String(JSON.parse(match[3])));
		else path.push(match[1] ?? "");
	}
	return path;
}

/** One value of a notice replaced from outside, for `--set`. */
import { isCollection, isNode, isScalar } from "yaml";
import { doubleQuoted } from "./mend.ts";
import { parseYaml } from "./parse.ts";
import { parsePath } from "./path.ts";
import { normaliseSource } from "./text.ts";

/** null when nothing can stand at the path. The rest of the file stays as it is. */
export function overrideSource(
	typed: string,
	path: string,
	value: string,
): string | null {
	const source = normaliseSource(typed);
	const steps = parsePath(path);
	if (steps.length === 0) return null;
	try {
		const { document } = parseYaml(source);
		const node: unknown = document.getIn(steps, true);
		const inPlace =
			isScalar(node) || (isCollection(node) && node.flow === true);
		if (
			inPlace &&
			isNode(node) &&
			node.range &&
			node.range[1] > node.range[0]
		) {
			const [start, end] = node.range;
			const lineEnd = source.slice(start, end).endsWith("\n") ? "\n" : "";
			return (
				source.slice(0, start) +
				doubleQuoted(value) +
				lineEnd +
				source.slice(end)
			);
		}
		if (document.errors.length > 0) return null;
		document.setIn(steps, value);
		return document.toString({ lineWidth: 0 });
	} catch {
		return null;
	}
}

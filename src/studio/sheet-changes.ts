/**
 * What differs between two drawings of a page. The worker sends no more, and the
 * page touches no more: most of a sheet stays as it is while someone types.
 */
import type { SvgMark, SvgPage } from "../paint/svg.ts";

export interface PageChanges {
	/** So many marks at the start and at the end are as before. */
	readonly start: number;
	readonly end: number;
	/** What stands between them now. */
	readonly marks: readonly ChangedMark[];
}

export interface ChangedMark {
	/** Drawn anew, or the mark of the page before that has this place in it. */
	readonly shape: string | number;
	readonly at: string;
}

const isSame = (a: SvgMark | undefined, b: SvgMark | undefined): boolean =>
	a?.shape === b?.shape && a?.at === b?.at;

export function changesOf(before: SvgPage, now: SvgPage): PageChanges {
	const most = Math.min(before.length, now.length);
	let start = 0;
	while (start < most && isSame(before[start], now[start])) start += 1;
	let end = 0;
	while (end < most - start && isSame(before.at(-1 - end), now.at(-1 - end)))
		end += 1;
	const places = new Map<string, number[]>();
	for (let i = before.length - end - 1; i >= start; i--) {
		const shape = before[i]?.shape ?? "";
		const same = places.get(shape);
		if (same === undefined) places.set(shape, [i]);
		else same.push(i);
	}
	const marks = now
		.slice(start, now.length - end)
		.map(({ shape, at }) => ({ shape: places.get(shape)?.pop() ?? shape, at }));
	return { start, end, marks };
}

/** The page as it is now. */
export function applyChanges(
	before: SvgPage,
	{ start, end, marks }: PageChanges,
): SvgPage {
	return [
		...before.slice(0, start),
		...marks.map(({ shape, at }) => ({
			shape: typeof shape === "string" ? shape : (before[shape]?.shape ?? ""),
			at,
		})),
		...before.slice(before.length - end),
	];
}

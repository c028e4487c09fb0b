import type { MessageCode, MessageParams } from "./messages/codes.ts";

/** A span of the notice's source; line and column count from 1. */
export interface Place {
	readonly line: number;
	readonly column: number;
	readonly length: number;
}

/** A place on paper: page from 1, millimetres from the top left of the trim. */
export interface Spot {
	readonly page: number;
	readonly xMm: number | null;
	readonly yMm: number | null;
}

/**
 * Something the author should know, as data: it is turned into words only where
 * it is shown. `path` names the field ("body[1].ask"), "" the whole file.
 */
export interface Diagnostic<C extends MessageCode = MessageCode> {
	readonly code: C;
	readonly severity: "error" | "warning";
	readonly path: string;
	readonly place: Place | null;
	/** For what is found in a finished PDF. */
	readonly spot?: Spot;
	readonly params: MessageParams[C];
}

export interface Reported<T> {
	/** null when an error left nothing to go on with. */
	readonly value: T | null;
	readonly diagnostics: readonly Diagnostic[];
}

/** One diagnostic; its parameters are checked against its code. */
export function diagnostic<C extends MessageCode>(
	severity: Diagnostic["severity"],
	code: C,
	path: string,
	params: MessageParams[C],
	place: Place | null = null,
): Diagnostic {
	return { code, severity, path, place, params };
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
	diagnostics.some((d) => d.severity === "error");

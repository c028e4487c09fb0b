/** What an address must be before it is printed as a code. */
import type { MessageCode, MessageParams } from "../messages/codes.ts";
import { tidy } from "./text.ts";

/**
 * Services that hide where a code leads. They change hands and go out of
 * business, and paper cannot be mended.
 */
const SHORTENERS: ReadonlySet<string> = new Set([
	"bit.ly",
	"bom.so",
	"buff.ly",
	"by.com.vn",
	"cutt.ly",
	"goo.gl",
	"is.gd",
	"ow.ly",
	"qrco.de",
	"rb.gy",
	"rebrand.ly",
	"s.id",
	"short.gy",
	"shorturl.at",
	"t.co",
	"t.ly",
	"tiny.cc",
	"tinyurl.com",
]);

/** A longer path would fill the line under a code. */
const MOST_PATH = 28;

export type LinkFault = {
	readonly [C in MessageCode]: {
		readonly severity: "error" | "warning";
		readonly code: C;
		readonly params: MessageParams[C];
	};
}[
	| "content/link-space"
	| "content/link-invalid"
	| "content/link-scheme"
	| "content/link-shortener"
	| "content/link-untrusted"
	| "content/link-idn"
	| "content/link-tail"
	| "content/link-lookalike"
	| "content/link-disguised"];

/** null for what is no address at all. */
export function parseUrl(url: string): URL | null {
	try {
		return new URL(url);
	} catch {
		return null;
	}
}

const withoutRootDot = (host: string): string => host.replace(/\.$/u, "");

/** The host as it is compared and printed, with its port if it has one. */
export const hostOf = (url: URL): string =>
	url.port === ""
		? withoutRootDot(url.hostname)
		: `${withoutRootDot(url.hostname)}:${url.port}`;

export const isOfficial = (url: URL): boolean =>
	withoutRootDot(url.hostname) === "gov.vn" ||
	withoutRootDot(url.hostname).endsWith(".gov.vn");

/** `trust:` lists hosts; a whole address there means its host. */
export const trustedHosts = (trust: readonly string[]): ReadonlySet<string> =>
	new Set(
		trust.flatMap((entry) => {
			const typed = tidy(entry);
			const url = parseUrl(typed.includes("://") ? typed : `https://${typed}`);
			return url ? [hostOf(url)] : [];
		}),
	);

/** Letters that are taken for others at a glance. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
	[/0/gu, "o"],
	[/1/gu, "l"],
];
/** "gov" and "vn" side by side, whatever is around them. */
const LIKE_OFFICIAL = /(?:^|[.-])gov[.-]?vn(?:[.-]|$)/u;
/** Letters of other scripts that look like ours. */
const OTHER_SCRIPTS = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Made to be taken for an office: `g0v.vn`, `gov.vn.example.com`, a Cyrillic o. */
export function isLookalike(host: string, typed: string): boolean {
	if (OTHER_SCRIPTS.test(typed) && /[a-z]/iu.test(typed)) return true;
	const seen = ALIKE.reduce((text, [from, to]) => text.replace(from, to), host);
	return LIKE_OFFICIAL.test(seen);
}

/** Punctuation that belongs to the sentence; a bracket only without its partner. */
function withoutTail(url: string): string {
	const trimmed = url.replace(/[.,;:!?…"'”’>\]}]+$/u, "");
	const opened = trimmed.split("(").length;
	const closed = trimmed.split(")").length;
	return closed > opened && trimmed.endsWith(")")
		? withoutTail(trimmed.slice(0, -1))
		: trimmed;
}

/** The host as the author wrote it, other letters and all. */
const typedHost = (url: string): string =>
	(/^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/iu.exec(url)?.[1] ?? "")
		.replace(/^.*@/u, "")
		.replace(/:\d*$/u, "");

/** Everything that is wrong with one address, the worst first. */
export function linkFaults(
	typed: string,
	trusted: ReadonlySet<string>,
): readonly LinkFault[] {
	const url = typed.trim();
	if (/\s/u.test(url)) {
		const mended = url.replace(/\s+/gu, "");
		const params = { url: tidy(url), mended };
		return [{ severity: "error", code: "content/link-space", params }];
	}
	const parsed = parseUrl(url);
	if (!parsed) {
		return [
			{ severity: "error", code: "content/link-invalid", params: { url } },
		];
	}
	const isWeb = parsed.protocol === "https:" || parsed.protocol === "http:";
	if (!isWeb) {
		return [
			{ severity: "error", code: "content/link-scheme", params: { url } },
		];
	}
	const host = hostOf(parsed);
	if (parsed.username !== "" || parsed.password !== "") {
		return [
			{ severity: "error", code: "content/link-disguised", params: { host } },
		];
	}
	const faults: LinkFault[] = [];
	const isTrusted = trusted.has(host);
	if (parsed.protocol === "http:" && !isTrusted) {
		faults.push({
			severity: "error",
			code: "content/link-scheme",
			params: { url },
		});
	}
	const shown = typedHost(url);
	const mended = withoutTail(url);
	if (mended !== url) {
		const params = { url, mended };
		faults.push({ severity: "warning", code: "content/link-tail", params });
	}
	const isFalse =
		!isTrusted && !isOfficial(parsed) && isLookalike(parsed.hostname, shown);
	if (isFalse) {
		faults.push({
			severity: "error",
			code: "content/link-lookalike",
			params: { host: shown },
		});
	} else if (!isTrusted && SHORTENERS.has(host.replace(/^www\./u, ""))) {
		faults.push({
			severity: "error",
			code: "content/link-shortener",
			params: { host },
		});
	} else if (!isTrusted && !isOfficial(parsed)) {
		faults.push({
			severity: "warning",
			code: "content/link-untrusted",
			params: { host },
		});
	}
	if (/[^\u0020-\u007e]/u.test(shown)) {
		faults.push({
			severity: "warning",
			code: "content/link-idn",
			params: { host: shown, ascii: host },
		});
	}
	return faults;
}

/**
 * What is printed after the host: the whole path when it is short, else its
 * beginning and "…". "" when there is none.
 */
export function printedPath(url: string): string {
	const rest = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/iu.exec(url)?.[1] ?? "";
	if (rest === "" || rest === "/") return "";
	if ([...rest].length <= MOST_PATH) return rest;
	const first = /^\/[^/?#]+(?=\/)/u.exec(rest)?.[0] ?? "";
	return [...first].length <= MOST_PATH ? `${first}/…` : "/…";
}

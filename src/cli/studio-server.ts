/**
 * Serves the studio's page and the notices of one folder, to this computer and
 * to whoever knows the token only.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import {
	createServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from "node:http";
import { join } from "node:path";
import { readPicture } from "../pictures/read.ts";
import type { Written } from "./effects.ts";
import { installable, manifestOf, serviceWorkerOf } from "./studio-install.ts";

export interface StudioServer {
	/** With the token. */
	readonly url: string;
	readonly close: () => Promise<void>;
}

export interface StudioFolder {
	/** Absolute. */
	readonly path: string;
	readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Written>;
}

const HOST = "127.0.0.1";
const TOKEN_BYTES = 24;
const MOST_BYTES = 1_000_000;
const MOST_PICTURE = 2_000_000;
const NOTICE_NAME = /^[^./\\:\0][^/\\:\0]{0,200}\.ya?ml$/iu;
/** A picture that a notice may name: of the folder or one below it. */
const PICTURE_NAME =
	/^(?:[^./\\:\0][^/\\:\0]{0,200}\/){0,8}[^./\\:\0][^/\\:\0]{0,200}\.(?:png|jpe?g|svg)$/iu;
/** The page from a file may speak to nobody; served it may to its server. */
const NO_SPEECH = "connect-src 'none'";
const OWN_SPEECH = "connect-src 'self'";
const META_CSP =
	/<meta http-equiv="Content-Security-Policy" content="(?<policy>[^"]*)">/u;

/** An answer to be sent. */
interface Answer {
	readonly status: number;
	readonly type?: string;
	readonly body?: string | Uint8Array;
	readonly headers?: Readonly<Record<string, string>>;
}

const plain = (status: number, body: string): Answer => ({
	status,
	type: "text/plain; charset=utf-8",
	body,
});

const tagOf = (bytes: Uint8Array): string =>
	`"${createHash("sha256").update(bytes).digest("base64url")}"`;

export function startStudioServer(
	page: string,
	folder: StudioFolder,
	port = 0,
): Promise<StudioServer> {
	const token = randomBytes(TOKEN_BYTES).toString("base64url");
	const html = installable(page.replace(NO_SPEECH, OWN_SPEECH));
	const policy = `${META_CSP.exec(html)?.groups?.policy ?? "default-src 'none'"}; frame-ancestors 'none'`;
	const server = createServer((request, response) => {
		answerTo(request, { html, folder, token, hosts: hostsOf(server) })
			.catch((): Answer => plain(500, "failed"))
			.then((answer) => send(response, answer, policy));
	});
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, HOST, () => {
			resolve({
				url: `http://${HOST}:${portOf(server)}/${token}/`,
				close: () =>
					new Promise((closed) => {
						server.close(() => closed());
						server.closeAllConnections();
					}),
			});
		});
	});
}

function portOf(server: Server): number {
	const address = server.address();
	return address !== null && typeof address === "object" ? address.port : 0;
}

/** By its name in the address: a name of another site may lead here, too. */
const hostsOf = (server: Server): readonly string[] => [
	`${HOST}:${portOf(server)}`,
	`localhost:${portOf(server)}`,
];

interface Serving {
	readonly html: string;
	readonly folder: StudioFolder;
	readonly token: string;
	readonly hosts: readonly string[];
}

async function answerTo(
	request: IncomingMessage,
	{ html, folder, token, hosts }: Serving,
): Promise<Answer> {
	const { method = "", headers, url = "" } = request;
	if (!hosts.includes(headers.host ?? "")) return plain(403, "wrong host");
	const origins = hosts.map((host) => `http://${host}`);
	if (headers.origin !== undefined && !origins.includes(headers.origin))
		return plain(403, "wrong origin");
	const site = headers["sec-fetch-site"];
	const [, given = "", ...rest] = url.split("?")[0]?.split("/") ?? [];
	if (!isSame(given, token)) return plain(403, "wrong token");
	const path = rest.join("/");
	if (path === "" && method === "GET")
		return { status: 200, type: "text/html; charset=utf-8", body: html };
	// A page of another site may only be left for this one, not read from.
	if (site !== undefined && site !== "same-origin")
		return plain(403, "wrong site");
	if (path === "app.webmanifest" && method === "GET") {
		const body = manifestOf(html);
		return { status: 200, type: "application/manifest+json", body };
	}
	if (path === "sw.js" && method === "GET") {
		const body = serviceWorkerOf(html);
		return { status: 200, type: "text/javascript; charset=utf-8", body };
	}
	const [, kind, named] =
		/^api\/(notices|pictures)\/([^/]*)$/u.exec(path) ?? [];
	if (named === undefined) return plain(404, "not found");
	if (kind === "pictures") return picture(folder, decoded(named), request);
	if (named === "")
		return method === "GET" ? await list(folder) : plain(405, "GET only");
	const name = decoded(named);
	if (name === null || !NOTICE_NAME.test(name))
		return plain(403, "not a notice of this folder");
	if (method === "GET") return await read(folder, name);
	if (method === "PUT") return await write(folder, name, request);
	return plain(405, "GET or PUT only");
}

async function picture(
	folder: StudioFolder,
	name: string | null,
	request: IncomingMessage,
): Promise<Answer> {
	if (name === null || !PICTURE_NAME.test(name))
		return plain(403, "not a picture of this folder");
	const path = join(folder.path, ...name.split("/"));
	if (request.method === "GET") {
		const bytes = await bytesOf(folder, name, MOST_PICTURE);
		// Of no kind that a browser would show by itself, were it asked to.
		return bytes === null || !isPicture(bytes)
			? plain(404, "not found")
			: { status: 200, type: "application/octet-stream", body: bytes };
	}
	if (request.method !== "PUT") return plain(405, "GET or PUT only");
	if (name.includes("/")) return plain(403, "not a picture of this folder");
	if (request.headers["content-type"] !== "application/octet-stream")
		return plain(415, "application/octet-stream only");
	const bytes = await bodyOf(request, MOST_PICTURE);
	if (bytes === null) return plain(413, "too large");
	if (!isPicture(bytes)) return plain(415, "not a picture");
	// Pictures are only ever added.
	if (await isTaken(path)) {
		const there = await bytesOf(folder, name, MOST_PICTURE);
		return there !== null && tagOf(there) === tagOf(bytes)
			? { status: 204 }
			: plain(412, "there already");
	}
	const written = await folder.writeFile(path, bytes);
	return written.kind === "failed"
		? plain(500, written.reason)
		: { status: 204 };
}

/** Whatever its name says. What is wrong with it, the page tells. */
const isPicture = (bytes: Uint8Array): boolean =>
	readPicture(bytes, "").diagnostics.every(
		({ code }) => code !== "pictures/kind",
	);

function isSame(given: string, token: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(token)];
	return a.length === b.length && timingSafeEqual(a, b);
}

function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

const json = (value: unknown): Answer => ({
	status: 200,
	type: "application/json",
	body: JSON.stringify(value),
});

async function list(folder: StudioFolder): Promise<Answer> {
	const names = (await readdir(folder.path)).filter((name) =>
		NOTICE_NAME.test(name),
	);
	const files = await Promise.all(
		names.sort().map(async (name) => {
			const bytes = await bytesOf(folder, name);
			return bytes === null ? [] : [{ name, tag: tagOf(bytes) }];
		}),
	);
	return json(files.flat());
}

/** null for what is no plain file, or lies outside of the folder. */
async function bytesOf(
	folder: StudioFolder,
	name: string,
	most = MOST_BYTES,
): Promise<Uint8Array | null> {
	const path = join(folder.path, name);
	try {
		if ((await realpath(path)) !== join(await realpath(folder.path), name))
			return null;
		const { size } = await lstat(path);
		return size > most ? null : await readFile(path);
	} catch {
		return null;
	}
}

/** True where something has the name, be it a link to nowhere. */
const isTaken = (path: string): Promise<boolean> =>
	lstat(path).then(
		() => true,
		() => false,
	);

async function read(folder: StudioFolder, name: string): Promise<Answer> {
	const bytes = await bytesOf(folder, name);
	if (bytes === null) return plain(404, "not found");
	return {
		status: 200,
		type: "application/yaml",
		body: bytes,
		headers: { etag: tagOf(bytes) },
	};
}

async function write(
	folder: StudioFolder,
	name: string,
	request: IncomingMessage,
): Promise<Answer> {
	const { headers } = request;
	// Forms of other sites cannot send this type.
	if (headers["content-type"] !== "application/yaml")
		return plain(415, "application/yaml only");
	const path = join(folder.path, name);
	const there = await bytesOf(folder, name);
	if (there === null && (await isTaken(path)))
		return plain(403, "not a notice of this folder");
	const expected = there === null ? null : tagOf(there);
	const isAsExpected =
		expected === null
			? headers["if-none-match"] === "*"
			: headers["if-match"] === expected;
	if (!isAsExpected) return plain(412, "changed");
	const bytes = await bodyOf(request);
	if (bytes === null) return plain(413, "too large");
	const written = await folder.writeFile(path, bytes);
	return written.kind === "failed"
		? plain(500, written.reason)
		: { status: 204, headers: { etag: tagOf(bytes) } };
}

/** null when it is too long. */
async function bodyOf(
	request: IncomingMessage,
	most = MOST_BYTES,
): Promise<Uint8Array | null> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > most) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function send(
	response: ServerResponse,
	{ status, type, body, headers = {} }: Answer,
	policy: string,
): void {
	response.writeHead(status, {
		...(type === undefined ? {} : { "content-type": type }),
		...headers,
		"cache-control": "no-store",
		"content-security-policy": policy,
		"cross-origin-opener-policy": "same-origin",
		"cross-origin-resource-policy": "same-origin",
		"referrer-policy": "no-referrer",
		"x-content-type-options": "nosniff",
		"x-frame-options": "DENY",
	});
	response.end(body);
}

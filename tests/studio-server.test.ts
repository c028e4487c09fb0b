/** `bangtin studio` serves this computer, one folder, and whoever has the token. */
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeEffects } from "../src/cli/node-effects.ts";
import {
	type StudioServer,
	startStudioServer,
} from "../src/cli/studio-server.ts";

const PAGE = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'none'"><title>t</title>page`;
const NOTICE = "kind: Thông báo\n";
const TYPE = { "content-type": "application/yaml" };

let folder = "";
let outside = "";
let server: StudioServer;
let base: URL;

beforeAll(async () => {
	outside = await mkdtemp(join(tmpdir(), "bangtin-outside-"));
	folder = await mkdtemp(join(tmpdir(), "bangtin-studio-"));
	await writeFile(join(outside, "secret.yaml"), "secret: yes\n");
	await writeFile(join(folder, "một.yaml"), NOTICE);
	await writeFile(join(folder, "notes.txt"), "text");
	await writeFile(join(folder, ".hidden.yaml"), "hidden: yes\n");
	await symlink(join(outside, "secret.yaml"), join(folder, "link.yaml"));
	await symlink(join(outside, "nothing.yaml"), join(folder, "dangling.yaml"));
	const { writeFile: write } = nodeEffects({ fonts: "", templates: "" });
	server = await startStudioServer(PAGE, { path: folder, writeFile: write });
	base = new URL(server.url);
});

afterAll(async () => {
	await server.close();
	await rm(folder, { recursive: true });
	await rm(outside, { recursive: true });
});

interface Answer {
	readonly status: number;
	readonly body: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A request as it is, without the mending of addresses that `fetch` does. */
const ask = (
	path: string,
	{
		method = "GET",
		headers = {},
		body = "",
	}: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const { hostname, port } = base;
		const sent = request(
			{ hostname, port, path, method, headers },
			(response) => {
				let text = "";
				response.setEncoding("utf8");
				response.on("data", (chunk) => {
					text += chunk;
				});
				response.on("end", () =>
					resolve({
						status: response.statusCode ?? 0,
						body: text,
						headers: response.headers,
					}),
				);
			},
		);
		sent.on("error", reject);
		sent.end(body);
	});

const own = (path: string): string => `${base.pathname}${path}`;
const notice = (name: string): string =>
	own(`api/notices/${encodeURIComponent(name)}`);

describe("the page", () => {
	test("is given to whoever has the token, under a strict policy", async () => {
		const { status, body, headers } = await ask(own(""));
		expect(status).toBe(200);
		expect(body).toContain("page");
		expect(body).toContain("connect-src 'self'");
		const policy = String(headers["content-security-policy"]);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toContain("unsafe");
		expect(headers["referrer-policy"]).toBe("no-referrer");
		expect(headers["access-control-allow-origin"]).toBeUndefined();
	});

	test("listens on this computer only, and each time under another token", async () => {
		expect(base.hostname).toBe("127.0.0.1");
		const { writeFile: write } = nodeEffects({ fonts: "", templates: "" });
		const other = await startStudioServer(PAGE, {
			path: folder,
			writeFile: write,
		});
		expect(new URL(other.url).pathname).not.toBe(base.pathname);
		expect(base.pathname.length).toBeGreaterThan(30);
		await other.close();
	});
});

describe("to be installed", () => {
	test("the page has a manifest and a worker, behind the token like all else", async () => {
		const page = await ask(own(""));
		expect(page.body).toContain('<link rel="manifest" href="app.webmanifest">');
		const manifest = await ask(own("app.webmanifest"));
		expect(manifest.headers["content-type"]).toBe("application/manifest+json");
		const { start_url, scope, display } = JSON.parse(manifest.body);
		expect([start_url, scope, display]).toEqual(["./", "./", "standalone"]);
		const worker = await ask(own("sw.js"));
		expect(worker.headers["content-type"]).toContain("text/javascript");
		expect(manifest.body + worker.body).not.toContain(
			base.pathname.replaceAll("/", ""),
		);
		for (const name of ["app.webmanifest", "sw.js"])
			expect((await ask(`/x/${name}`)).status).toBe(403);
	});
});

describe("refused is", () => {
	test.each(["/", "/x/", "/api/notices/", "//", ""])(
		"%s, without the token",
		async (path) =>
			expect((await ask(path === "" ? "/" : path)).status).toBe(403),
	);

	test("the token with a letter more or less", async () => {
		const token = base.pathname.slice(1, -1);
		for (const wrong of [`${token}x`, token.slice(1), token.toUpperCase()])
			expect((await ask(`/${wrong}/api/notices/`)).status).toBe(403);
	});

	test.each([
		"http://example.com",
		"null",
		"http://127.0.0.1:1",
		"https://localhost",
	])("a page of %s", async (origin) =>
		expect(
			(await ask(own("api/notices/"), { headers: { origin } })).status,
		).toBe(403),
	);

	test.each(["cross-site", "same-site", "none"])(
		"data for a site that is %s",
		async (site) =>
			expect(
				(
					await ask(own("api/notices/"), {
						headers: { "sec-fetch-site": site },
					})
				).status,
			).toBe(403),
	);

	test("another name for this computer", async () =>
		expect(
			(await ask(own(""), { headers: { host: "evil.example" } })).status,
		).toBe(403));

	test.each([
		"../secret.yaml",
		"..\\secret.yaml",
		"/etc/passwd",
		"C:\\secret.yaml",
		"notes.txt",
		".hidden.yaml",
		"a\0.yaml",
		"",
		".yaml",
	])("the path %j", async (name) => {
		for (const method of ["GET", "PUT"]) {
			const { status, body } = await ask(notice(name), {
				method,
				headers: { ...TYPE, "if-none-match": "*" },
				body: "x",
			});
			expect(status).toBeGreaterThanOrEqual(
				name === "" && method === "GET" ? 200 : 400,
			);
			expect(body).not.toContain("secret: yes");
		}
	});

	test.each([
		"../secret.yaml",
		"..%2fsecret.yaml",
		"%2e%2e/secret.yaml",
		"x/../../secret.yaml",
		"%zz",
	])("the address %s", async (path) => {
		const { status } = await ask(own(`api/notices/${path}`));
		expect([403, 404]).toContain(status);
	});

	test("a link that leads out of the folder", async () => {
		expect((await ask(notice("link.yaml"))).status).toBe(404);
		for (const name of ["link.yaml", "dangling.yaml"]) {
			const headers = { ...TYPE, "if-none-match": "*" };
			const put = await ask(notice(name), {
				method: "PUT",
				headers,
				body: "x",
			});
			expect(put.status).toBe(403);
		}
		expect(await readFile(join(outside, "secret.yaml"), "utf8")).toBe(
			"secret: yes\n",
		);
	});

	test("other methods, other types, too much", async () => {
		expect((await ask(notice("một.yaml"), { method: "DELETE" })).status).toBe(
			405,
		);
		expect(
			(await ask(notice("một.yaml"), { method: "POST", headers: TYPE })).status,
		).toBe(405);
		const headers = { "if-none-match": "*" };
		expect(
			(await ask(notice("mới.yaml"), { method: "PUT", headers, body: "x" }))
				.status,
		).toBe(415);
		expect(
			(
				await ask(notice("mới.yaml"), {
					method: "PUT",
					headers: { ...TYPE, ...headers },
					body: "x".repeat(1_000_001),
				})
			).status,
		).toBe(413);
	});
});

describe("pictures of the folder", () => {
	const picture = (name: string): string =>
		own(`api/pictures/${encodeURIComponent(name)}`);
	const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>`;
	const put = (
		name: string,
		headers: Record<string, string> = BYTES,
		body = SVG,
	) => ask(picture(name), { method: "PUT", headers, body });
	const BYTES = { "content-type": "application/octet-stream" };

	test("are given and taken, but never replaced", async () => {
		expect((await ask(picture("hình.png"))).status).toBe(404);
		expect((await put("hình.png")).status).toBe(204);
		const { body, headers } = await ask(picture("hình.png"));
		expect(body).toBe(SVG);
		expect(headers["content-type"]).toBe("application/octet-stream");
		expect((await put("hình.png")).status).toBe(204);
		expect((await put("hình.png", BYTES, `${SVG}\n`)).status).toBe(412);
		await rm(join(folder, "hình.png"));
	});

	test.each([
		"../secret.png",
		"..\\x.png",
		"/etc/x.png",
		"C:x.png",
		"a/../../x.svg",
		".x.png",
		"x.html",
		"một.yaml",
		"",
	])("are not outside of it, nor other files: %j", async (name) => {
		expect((await ask(picture(name))).status).toBe(403);
		expect((await put(name)).status).toBe(403);
	});

	test("are pictures, whatever their names say", async () => {
		await writeFile(join(folder, "mật.png"), "secret: yes\n");
		expect((await ask(picture("mật.png"))).status).toBe(404);
		expect((await put("a.svg", BYTES, "secret: yes\n")).status).toBe(415);
		await rm(join(folder, "mật.png"));
	});

	test("are not written through links, into folders, or by a form", async () => {
		await symlink(join(outside, "none.png"), join(folder, "link.png"));
		expect((await ask(picture("link.png"))).status).toBe(404);
		expect((await put("link.png")).status).toBe(412);
		expect((await put("x/a.png")).status).toBe(403);
		expect((await put("a.png", { "content-type": "text/plain" })).status).toBe(
			415,
		);
		await rm(join(folder, "link.png"));
	});
});

describe("the folder", () => {
	test("is listed: its notices and nothing else", async () => {
		const { body } = await ask(own("api/notices/"));
		const names = JSON.parse(body).map(({ name }: { name: string }) => name);
		expect(names).toEqual(["một.yaml"]);
	});

	test("gives a notice and takes it back, unless it has changed meanwhile", async () => {
		const before = await ask(notice("một.yaml"));
		expect(before.body).toBe(NOTICE);
		const tag = String(before.headers.etag);
		const put = (
			match: Record<string, string>,
			body: string,
		): Promise<Answer> =>
			ask(notice("một.yaml"), {
				method: "PUT",
				headers: { ...TYPE, ...match },
				body,
			});
		const saved = await put({ "if-match": tag }, "kind: Mới\n");
		expect(saved.status).toBe(204);
		expect(await readFile(join(folder, "một.yaml"), "utf8")).toBe(
			"kind: Mới\n",
		);
		expect((await put({ "if-match": tag }, "kind: Cũ\n")).status).toBe(412);
		expect((await put({ "if-none-match": "*" }, "kind: Cũ\n")).status).toBe(
			412,
		);
		await writeFile(join(folder, "một.yaml"), NOTICE);
		expect(
			(await put({ "if-match": String(saved.headers.etag) }, "x\n")).status,
		).toBe(412);
		expect(await readFile(join(folder, "một.yaml"), "utf8")).toBe(NOTICE);
	});

	test("takes a new notice", async () => {
		const headers = { ...TYPE, "if-none-match": "*" };
		const put = await ask(notice("hai.yaml"), {
			method: "PUT",
			headers,
			body: NOTICE,
		});
		expect(put.status).toBe(204);
		expect(await readFile(join(folder, "hai.yaml"), "utf8")).toBe(NOTICE);
		await rm(join(folder, "hai.yaml"));
	});
});

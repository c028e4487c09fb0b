/** What an editor with the YAML language server tells an author who types. */
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SERVER = "node_modules/yaml-language-server/bin/yaml-language-server";
const SCHEMA = pathToFileURL(resolve("content/thong-bao.schema.json")).href;

const SETTINGS = {
	schemas: { [SCHEMA]: ["*.yaml", "**/*.yaml"] },
	schemaStore: { enable: false },
	validate: true,
	hover: true,
	completion: true,
};

interface Complaint {
	readonly message: string;
	readonly range: { readonly start: { readonly line: number } };
}

interface Message {
	readonly id?: number;
	readonly method?: string;
	readonly result?: unknown;
	readonly params?: {
		readonly uri?: string;
		readonly diagnostics?: readonly Complaint[];
		readonly items?: readonly { readonly section?: string }[];
	};
}

/** Just enough of the protocol: a document in, complaints or a hover out. */
class Editor {
	readonly #server: ChildProcess;
	readonly #complaints = new Map<
		string,
		(list: readonly Complaint[]) => void
	>();
	readonly #answers = new Map<number, (result: unknown) => void>();
	#pending: Buffer = Buffer.alloc(0);
	#last = 0;

	constructor() {
		this.#server = spawn(process.execPath, [SERVER, "--stdio"]);
		this.#server.stdout?.on("data", (piece: Buffer) => {
			this.#pending = Buffer.concat([this.#pending, piece]);
			this.#read();
		});
	}

	#read(): void {
		for (;;) {
			const head = this.#pending.indexOf("\r\n\r\n");
			if (head < 0) return;
			const length = Number(
				/Content-Length: (\d+)/u.exec(
					this.#pending.subarray(0, head).toString(),
				)?.[1],
			);
			if (this.#pending.length < head + 4 + length) return;
			const body = this.#pending.subarray(head + 4, head + 4 + length);
			this.#pending = this.#pending.subarray(head + 4 + length);
			this.#take(JSON.parse(body.toString()));
		}
	}

	#take(message: Message): void {
		const { id, method, params, result } = message;
		if (method === "textDocument/publishDiagnostics")
			this.#complaints.get(params?.uri ?? "")?.(params?.diagnostics ?? []);
		else if (method === "workspace/configuration" && id !== undefined)
			this.#send({
				id,
				result: (params?.items ?? []).map(({ section }) =>
					section === "yaml" ? SETTINGS : null,
				),
			});
		else if (method !== undefined && id !== undefined)
			this.#send({ id, result: null });
		else if (id !== undefined) this.#answers.get(id)?.(result);
	}

	#send(message: object): void {
		const body = JSON.stringify({ jsonrpc: "2.0", ...message });
		this.#server.stdin?.write(
			`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
		);
	}

	ask(method: string, params: object): Promise<unknown> {
		const id = ++this.#last;
		return new Promise((done) => {
			this.#answers.set(id, done);
			this.#send({ id, method, params });
		});
	}

	async start(): Promise<void> {
		await this.ask("initialize", {
			processId: null,
			rootUri: null,
			capabilities: {
				textDocument: { publishDiagnostics: {} },
				workspace: { configuration: true },
			},
		});
		this.#send({ method: "initialized", params: {} });
		this.#send({
			method: "workspace/didChangeConfiguration",
			params: { settings: { yaml: SETTINGS } },
		});
	}

	open(uri: string, text: string): Promise<readonly Complaint[]> {
		return new Promise((done) => {
			this.#complaints.set(uri, done);
			const textDocument = { uri, languageId: "yaml", version: 1, text };
			this.#send({ method: "textDocument/didOpen", params: { textDocument } });
		});
	}

	stop(): void {
		this.#server.kill();
	}
}

const editor = new Editor();
beforeAll(() => editor.start(), 60_000);
afterAll(() => editor.stop());

/** Templates are written beside the schema, and are opened there. */
const uriOf = (file: string): string =>
	pathToFileURL(resolve("content", basename(file))).href;
const open = (file: string): Promise<readonly Complaint[]> =>
	editor.open(uriOf(file), readFileSync(file, "utf8"));

describe("an editor", { timeout: 60_000 }, () => {
	const sound = ["content", "content/templates"].flatMap((folder) =>
		readdirSync(folder)
			.filter((name) => name.endsWith(".yaml"))
			.map((name) => join(folder, name)),
	);

	test.each(sound)("has nothing against %s", async (file) => {
		expect(await open(file)).toEqual([]);
	});

	/**
	 * The slips that a schema can see, and the line it must name. A comma between
	 * braces is not among them: the server overlooks names without a value.
	 */
	test.each([
		["01-colon-in-list", 9],
		["02-colon-after-key", 6],
		["05-tab", 7],
		["11-star", 6],
		["12-at", 8],
		["13-percent", 6],
		["19-dash-without-space", 9],
		["20-no-space-after-colon", 5],
		["21-local-date", 4],
		["24-yes-in-vietnamese", 9],
		["26-key-twice-different", 6],
		["27-indent-key", 5],
		["30-capital-key", 5],
		["31-misspelt-key", 5],
	])("complains of %s where bangtin does", async (name, line) => {
		const complaints = await open(`tests/fixtures/broken/${name}.yaml`);
		const lines = complaints.map(({ range }) => range.start.line + 1);
		expect(lines.filter((at) => Math.abs(at - line) <= 1)).not.toEqual([]);
	});

	test("explains a field in Vietnamese", async () => {
		const uri = uriOf("content/mau.yaml");
		const text = readFileSync("content/templates/cat-dien.yaml", "utf8");
		await editor.open(uri, text);
		const line = text.split("\n").findIndex((l) => l.startsWith("as_of:"));
		const hover = await editor.ask("textDocument/hover", {
			textDocument: { uri },
			position: { line, character: 2 },
		});
		expect(JSON.stringify(hover)).toContain("Nội dung đúng đến ngày nào");
	});

	test("completes names", async () => {
		const uri = uriOf("content/templates/moi.yaml");
		await editor.open(uri, "kind: Thông báo\nti");
		const list = await editor.ask("textDocument/completion", {
			textDocument: { uri },
			position: { line: 1, character: 2 },
		});
		expect(JSON.stringify(list)).toContain("Tiêu đề lớn");
	});
});

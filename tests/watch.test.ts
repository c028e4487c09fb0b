/** `build --watch`, `--open` and `--set`. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { overrideSource } from "../src/content/override.ts";
import { readAnnouncement } from "../src/content/read.ts";
import { runIn } from "./cli-world.ts";

const sound = readFileSync("content/templates/hop-dan.yaml", "utf8");
const world = { "a.yaml": sound };
const argv = ["build", "a.yaml", "-s", "leaflet-a5", "--watch"];
const PDF = "out/a.leaflet-a5.pdf";

type Disk = Map<string, Uint8Array>;
const save =
	(file: string, text: string) =>
	(disk: Disk): void => {
		disk.set(file, new TextEncoder().encode(text));
	};
const nothing = (): void => {};

describe("--watch", { timeout: 60_000 }, () => {
	test("makes the PDF anew when the notice is saved", async () => {
		const edited = sound.replace("19:30", "19:00");
		const meanwhile = [nothing, save("a.yaml", edited), nothing, nothing];
		const { exit, stderr, written } = await runIn(world, argv, { meanwhile });
		expect(written).toEqual([PDF, PDF]);
		expect(stderr).toContain("làm lại 1 PDF, 0,0 giây\n");
		expect(stderr).toContain("Đang theo dõi 1 tệp");
		expect(stderr).toContain("a.yaml: làm lại 1 PDF");
		expect(exit).toBe(0);
	});

	test("makes it anew when the picture it names is saved", async () => {
		const pictured = sound.replace(/^issuer:$/mu, "issuer:\n  logo: a.svg");
		expect(pictured).toContain("logo:");
		const circle = (r: number): string =>
			`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="${r}"/></svg>`;
		const beside = { "a.yaml": pictured, "a.svg": circle(3) };
		const meanwhile = [nothing, save("a.svg", circle(4)), nothing, nothing];
		const { stderr, written } = await runIn(beside, argv, { meanwhile });
		expect(written).toEqual([PDF, PDF]);
		expect(stderr).toContain("a.yaml: làm lại 1 PDF");
	});

	test("keeps the last good PDF while there are errors", async () => {
		const meanwhile = [
			save("a.yaml", sound.replace("title:", "tilte:")),
			nothing,
			save("a.yaml", sound),
			nothing,
		];
		const { stderr, written, files } = await runIn(world, argv, { meanwhile });
		expect(stderr).toContain("lỗi[content/unknown-key]");
		expect(stderr).toContain("a.yaml: còn lỗi, giữ PDF cũ");
		expect(written).toEqual([PDF, PDF]);
		expect(files.get(PDF)?.length).toBeGreaterThan(1000);
	});

	test("waits until a save is over", async () => {
		const meanwhile = [
			save("a.yaml", ""),
			save("a.yaml", sound.slice(0, 200)),
			save("a.yaml", sound.replace("19:30", "19:00")),
			nothing,
			nothing,
		];
		const { stderr, written } = await runIn(world, argv, { meanwhile });
		expect(written).toEqual([PDF, PDF]);
		expect(stderr).not.toContain("lỗi");
	});

	test("takes up notices that come later, and says nothing of those that go", async () => {
		const meanwhile = [
			save("content/b.yaml", sound),
			nothing,
			(disk: Disk) => void disk.delete("content/b.yaml"),
			nothing,
		];
		const { written } = await runIn(
			{ "content/a.yaml": sound },
			["-s", "leaflet-a5", "--watch"],
			{ meanwhile },
		);
		expect(written).toEqual([PDF, "out/b.leaflet-a5.pdf"]);
	});

	test.each([[["--json"]], [["-o", "-"]]])(
		"does not go with %j",
		async (more) => {
			const { exit } = await runIn(world, [...argv, ...more]);
			expect(exit).toBe(2);
		},
	);
});

describe("--open", () => {
	test("shows each finished PDF once", async () => {
		const edited = sound.replace("19:30", "19:00");
		const meanwhile = [save("a.yaml", edited), nothing];
		const { shown } = await runIn(world, [...argv, "--open"], { meanwhile });
		expect(shown).toEqual([PDF]);
	});

	test("shows nothing that was not made", async () => {
		const { shown } = await runIn({ "a.yaml": "" }, ["a.yaml", "--open"]);
		expect(shown).toEqual([]);
	});
});

describe("--set", () => {
	const titleOf = (source: string | null): string | undefined =>
		readAnnouncement(source ?? "").value?.title.long[0]?.text;

	test("replaces a text and nothing else", () => {
		const source = overrideSource(sound, "title", 'Họp: "thôn" Ao Sen');
		expect(titleOf(source)).toBe('Họp: "thôn" Ao Sen');
		expect(source?.split("\n").length).toBe(sound.split("\n").length);
		expect(source).toContain("# Mẫu: mời họp");
	});

	test.each([
		["when.on", "2026-12-20"],
		["body[0].facts[0].text", "Sân đình"],
		["source", "Thôn"],
		["title", "A"],
	])("sets %s", (path, value) => {
		const source = overrideSource(sound, path, value);
		expect(source).toContain(value);
		expect(readAnnouncement(source ?? "").diagnostics).toEqual([]);
	});

	test.each(["", "title.x.y", "body.x"])("nothing stands at %j", (path) =>
		expect(overrideSource(sound, path, "x")).toBeNull(),
	);

	test("prints and keeps what was set", async () => {
		const { exit, files } = await runIn(world, [
			"a.yaml",
			"-s",
			"leaflet-a5",
			"--set",
			"title=Họp thôn Ao Sen",
			"--set",
			"when.hours=20:00",
		]);
		expect(exit).toBe(0);
		expect(files.get("a.yaml")).toEqual(new TextEncoder().encode(sound));
	});

	test.each([
		[["--set", "title"]],
		[["--set", "=x"]],
		[["--set", "body.x=1"]],
		[["--set"]],
	])("%j is wrong", async (set) => {
		const { exit, written } = await runIn(world, ["a.yaml", ...set]);
		expect(exit).toBe(2);
		expect(written).toEqual([]);
	});
});

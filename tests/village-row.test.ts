/** A village's PDF has the notice and the village's own row inside, and nobody else's. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { attachmentsOf } from "../src/pdf-reader/attachments.ts";
import { openPdf } from "../src/pdf-reader/open-pdf.ts";
import { proofPdf } from "../src/proof/bytes/proof-pdf.ts";
import { runIn } from "./cli-world.ts";

const FOLDER = "tests/fixtures/villages";
const notice = readFileSync(join(FOLDER, "hop-thon.yaml"));
const HEAD =
	"STT,Thôn,Ngày,Giờ,Nơi họp,Người mời,Việc riêng,Số điện thoại,Số hộ,Ghi chú";
const list = [
	HEAD,
	'1,Ao Sen,13/12/2026,19:30,"Nhà văn hóa, tầng 2",bà Mẫu,,0200 000 0001,50,nợ phí',
	"2,Bến Đò,14/12/2026,19:00,Đình,ông Thử,,0200 000 0002,60,vắng",
].join("\n");

const merge = (csv: string, ...flags: readonly string[]) =>
	runIn({ "hop-thon.yaml": notice, "a.csv": csv }, [
		"merge",
		"hop-thon.yaml",
		"a.csv",
		...flags,
	]);

const AO_SEN = join("out", "hop-thon.ao-sen.leaflet-a5.pdf");

function rowsIn(pdf: Uint8Array): string {
	const file = openPdf(pdf);
	const carried = file === null ? [] : attachmentsOf(file);
	expect(carried.map(({ name, relationship }) => [name, relationship])).toEqual(
		[
			["hop-thon.yaml", "Source"],
			["hop-thon.thon.csv", "Source"],
		],
	);
	expect(carried[0]?.bytes).toEqual(new Uint8Array(notice));
	return new TextDecoder().decode(carried[1]?.bytes ?? new Uint8Array());
}

describe("the row inside a village's PDF", { timeout: 60_000 }, () => {
	test("is its own, and only of columns that the notice prints", async () => {
		const { files, exit } = await merge(list);
		expect(exit).toBe(0);
		const pdf = files.get(AO_SEN) ?? new Uint8Array();
		expect(rowsIn(pdf)).toBe(
			'Thôn,Ngày,Giờ,Nơi họp,Người mời,Việc riêng,Số điện thoại\r\nAo Sen,13/12/2026,19:30,"Nhà văn hóa, tầng 2",bà Mẫu,,0200 000 0001\r\n',
		);
		expect(proofPdf(pdf)).toEqual([]);
	});

	test("and the notice make the same PDF again", async () => {
		const first = await merge(list);
		const pdf = first.files.get(AO_SEN) ?? new Uint8Array();
		const opened = await runIn({ "a.pdf": pdf }, ["open", "a.pdf", "-o", "b"]);
		expect(opened.written).toEqual([
			join("b", "hop-thon.yaml"),
			join("b", "hop-thon.thon.csv"),
		]);
		const again = await runIn(Object.fromEntries(opened.files), [
			"merge",
			"b/hop-thon.yaml",
			"b/hop-thon.thon.csv",
		]);
		expect(again.files.get(AO_SEN)).toEqual(pdf);
	});

	test("of a book are those of its villages", async () => {
		const { files } = await merge(list, "--one-file");
		const book = files.get(join("out", "hop-thon.tat-ca.leaflet-a5.pdf"));
		const rows = rowsIn(book ?? new Uint8Array()).split("\r\n");
		expect(rows.map((row) => row.split(",")[0])).toEqual([
			"Thôn",
			"Ao Sen",
			"Bến Đò",
			"",
		]);
	});
});

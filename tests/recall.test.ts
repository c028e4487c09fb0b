/** What was set before must not show in what is set now. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAnnouncement, readTemplate } from "../src/content/read.ts";
import { Recall } from "../src/layout/recall.ts";
import type { Announcement } from "../src/model/announcement.ts";
import { mapBlockTexts } from "../src/model/map-texts.ts";
import { typeset } from "../src/typeset.ts";
import { openBundled } from "./support/typeface.ts";

const CONTENT = new URL("../content/", import.meta.url);

const samples = readdirSync(CONTENT)
	.filter((name) => name.endsWith(".yaml"))
	.map((name): Announcement => {
		const { value } = readAnnouncement(
			readFileSync(new URL(name, CONTENT), "utf8"),
		);
		if (value === null) throw new Error(`${name} cannot be read`);
		return { ...value, logo: null };
	});

/** The same notice with one word more in the first text of its body. */
function reworded(notice: Announcement): Announcement {
	let isChanged = false;
	const blocks = notice.blocks.map((block) =>
		mapBlockTexts(block, (text) => {
			if (isChanged) return text;
			isChanged = true;
			const more = { text: " nhé", strong: false };
			return { ...text, long: [...text.long, more] };
		}),
	);
	return { ...notice, blocks };
}

const SHEETS = ["flyer-a4"] as const;

const jobs = samples.flatMap((notice) =>
	SHEETS.flatMap((sheet) =>
		[notice, reworded(notice)].map((announcement) => ({ announcement, sheet })),
	),
);

const set = (
	{ announcement, sheet }: (typeof jobs)[number],
	typeface: ReturnType<typeof openBundled>,
): string =>
	JSON.stringify(
		typeset(announcement, { sheet, theme: "tuyen", ink: "full" }, typeface),
	);

describe("what a typeface remembers", () => {
	it("gives the same sheets in any order, and as if nothing had been set", () => {
		const forwards = openBundled();
		const backwards = openBundled();
		const first = jobs.map((job) => set(job, forwards));
		const last = [...jobs]
			.reverse()
			.map((job) => set(structuredClone(job), backwards))
			.reverse();
		const again = jobs.map((job) => set(job, forwards));
		jobs.forEach((job, i) => {
			const where = `${job.announcement.title.path} ${job.sheet} ${i}`;
			expect(last[i], where).toBe(first[i]);
			expect(again[i], where).toBe(first[i]);
			if (i % 9 === 0) expect(set(job, openBundled()), where).toBe(first[i]);
		});
	});
});

describe("a drawn masthead", () => {
	it("shows the notice's own picture, not that of the notice before", () => {
		const [notice] = samples;
		if (notice === undefined) throw new Error("no samples");
		const withShade = (shade: number): Announcement => {
			const rgb = new Uint8Array(12).fill(shade);
			const picture = { kind: "pixels", width: 2, height: 2, rgb } as const;
			const logo = { path: "issuer.logo", file: "logo.png", picture };
			return { ...notice, logo };
		};
		const typeface = openBundled();
		const [dark, light] = [0, 200].map((shade) => ({
			announcement: withShade(shade),
			sheet: "flyer-a4" as const,
		}));
		if (dark === undefined || light === undefined) throw new Error("no jobs");
		const before = set(dark, typeface);
		const after = set(light, typeface);
		expect(after).not.toBe(before);
		expect(after).toBe(set(light, openBundled()));
	});
});

const TEMPLATE = `
kind: Thông báo
issuer: { name: Ủy ban nhân dân xã Ví Dụ }
date: 2026-11-25
as_of: 2026-11-25
title: Họp thôn {{Thôn}}
when: { on: "{{Ngày}}" }
links:
  portal: { url: "https://dichvucong.gov.vn/", label: Cổng Dịch vụ công }
  guide: { url: "https://example.gov.vn/{{Câu}}", label: Hướng dẫn }
body:
  - note: &same Mang theo **căn cước**.
  - step: Đăng ký tại {{Nơi}}
    link: guide
  - &ask
    ask: Có đi được không?
    link: portal
    answers:
      - { answer: Có, is: yes, do: { title: Đến đúng giờ } }
      - { answer: Không, is: no, see: "{{Câu}}" }
  - *ask
  - ask: Ai đi thay?
    answers:
      - { answer: Người nhà, do: { title: Mang giấy } }
      - { answer: Người khác, do: { title: Mang ủy quyền } }
  - note: *same
  - facts: [{ icon: pin, text: "{{Nơi}}" }]
`;

const villages = [
	["Ao Sen", "2026-12-01", "Đình", "4"],
	["Gò Mả", "1/13/2026", "Nhà văn hóa", "4"],
	["Bến Đò", "", "", "1"],
	["Ao Sen", "2026-12-02", "Đình", "9"],
	["Ao Sen", "2026-12-01", "Đình", "4"],
	["", "2026-12-01", "Đình **", "2"],
].map(([thon = "", day = "", place = "", question = ""]) => ({
	Thôn: thon,
	Ngày: day,
	Nơi: place,
	Câu: question,
}));

describe("what a template remembers", () => {
	it("fills in the same notice in any order, and as if it were the first", () => {
		const fill = (
			template: ReturnType<typeof readTemplate>,
			cells: Readonly<Record<string, string>>,
		): string => JSON.stringify(template.fill((name) => cells[name] ?? ""));
		const shared = readTemplate(TEMPLATE);
		const backwards = readTemplate(TEMPLATE);
		const first = villages.map((cells) => fill(shared, cells));
		const last = villages
			.toReversed()
			.map((cells) => fill(backwards, cells))
			.toReversed();
		villages.forEach((cells, i) => {
			expect(first[i]).toBe(fill(readTemplate(TEMPLATE), cells));
			expect(last[i]).toBe(first[i]);
		});
		expect(new Set(first).size).toBe(villages.length - 1);
		expect(JSON.parse(first[0] ?? "")).toMatchObject({
			value: {},
			diagnostics: [],
		});
	});
});

describe("Recall", () => {
	it("keeps what is asked for, and at most twice its number", () => {
		const recall = new Recall<number, { readonly of: number }>(4);
		const made: number[] = [];
		const ask = (key: number) =>
			recall.get(key, (of) => {
				made.push(of);
				return { of };
			});
		for (let i = 0; i < 40; i++) {
			expect(ask(i).of).toBe(i);
			expect(ask(-1).of).toBe(-1);
		}
		expect(made.filter((key) => key === -1)).toHaveLength(1);
		made.length = 0;
		for (let i = 0; i < 32; i++) ask(i);
		expect(made).toHaveLength(32);
	});
});

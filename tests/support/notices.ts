/** Notices that nobody would write, for properties: as the author's YAML, not as our data. */

import { stringify } from "yaml";
import { readAnnouncement } from "../../src/content/read.ts";
import { type Announcement, ICON_NAMES } from "../../src/model/announcement.ts";
import { fc } from "./fast-check.ts";

/** What YAML can hold. */
export type Yaml =
	| string
	| readonly Yaml[]
	| { readonly [key: string]: Yaml | undefined };

export type YamlNotice = { readonly [key: string]: Yaml | undefined };

export const AS_OF = "1987-10-26";

/** A small notice with some fields changed, read as an author's YAML is. */
export function readNotice(changes: YamlNotice): Announcement {
	const { value } = readAnnouncement(
		stringify({
			kind: "Thông báo",
			issuer: { name: "Ủy ban nhân dân xã Ví Dụ" },
			date: "2026-12-01",
			as_of: AS_OF,
			title: "Họp thôn",
			body: [{ note: "Mỗi nhà một người." }],
			...changes,
		}),
	);
	if (value === null) throw new Error("a notice of this test has errors");
	return value;
}

const COMMON =
	"xã thôn ấp 3 ngày tháng thứ Hai công dân dịch vụ công tài khoản đăng ký căn cước ở của và không được trước khi Ủy ban nhân dân nhà văn hóa trạm y tế tiêm chủng buổi sáng quyển nguyễn".split(
		" ",
	);
const STACKED = [
	"Ặ",
	"Ẳ",
	"Ỵ",
	"Ổ",
	"Ế",
	"Ẫ",
	"Ộ",
	"TRƯỜNG",
	"ẨẤẦ",
	"ậg",
	"QUỸ",
];
const FIGURES = [
	"01/7/2024",
	"0274",
	"3.555.000",
	"7h30",
	"–",
	"2",
	"15%",
	"(kèm",
	"theo)",
	"xong.",
	"rồi;",
	"“Lịch",
	"mới”",
	"TP. Hồ",
];
const LONG = [
	"nghiêngngảnghiêngngả",
	"CHUYỂNĐỔISỐQUỐCGIA",
	"dichvucong.gov.vn",
	"https://dichvucong.gov.vn/p/home/dvc-trang-chu.html",
	"motcua@caytruong.binhduong.gov.vn",
];
const ENDLESS = ["Ặ".repeat(70), "https://x.gov.vn/".padEnd(120, "a")];

const word = fc.oneof(
	{ weight: 600, arbitrary: fc.constantFrom(...COMMON) },
	{ weight: 150, arbitrary: fc.constantFrom(...STACKED) },
	{ weight: 150, arbitrary: fc.constantFrom(...FIGURES) },
	{ weight: 1, arbitrary: fc.constantFrom(...LONG) },
);
const anyWord = fc.oneof(
	{ weight: 2000, arbitrary: word },
	{ weight: 1, arbitrary: fc.constantFrom(...ENDLESS) },
);

/** Words with, now and then, a strong part. */
const wording = (most: number): fc.Arbitrary<string> =>
	fc
		.tuple(
			fc.array(anyWord, { minLength: 1, maxLength: most, size: "max" }),
			fc.option(fc.tuple(fc.nat(60), fc.nat(60)), { freq: 3 }),
		)
		.map(([words, strong]) => {
			if (strong === null) return words.join(" ");
			const from = strong[0] % words.length;
			const to = from + 1 + (strong[1] % (words.length - from));
			return words
				.map((text, i) => {
					const before = i === from ? "**" : "";
					const after = i === to - 1 ? "**" : "";
					return `${before}${text}${after}`;
				})
				.join(" ");
		});

const anyWording = fc.oneof(
	{ weight: 12, arbitrary: wording(5) },
	{ weight: 5, arbitrary: wording(14) },
	{ weight: 1, arbitrary: wording(60) },
);

const text = fc.oneof(
	{ weight: 4, arbitrary: anyWording },
	{
		weight: 1,
		arbitrary: fc.record({ long: anyWording, short: wording(5) }),
	},
);
const brief = fc.oneof(
	{ weight: 5, arbitrary: wording(3) },
	{ weight: 1, arbitrary: wording(12) },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
	fc.option(arbitrary, { nil: undefined });

const icon = maybe(fc.constantFrom(...ICON_NAMES));

const outcome = fc.record({
	title: text,
	text: maybe(text),
	icon,
	// biome-ignore lint/suspicious/noThenProperty: the author's word; nobody awaits a notice.
	then: fc.option(fc.constant("next"), { freq: 5, nil: undefined }),
});

/** Labels that differ, for an answer given twice is a fault of the notice. */
const distinct = (label: string, i: number): string =>
	`${label.replaceAll("**", "")} ${"abcdef"[i] ?? ""}`;

interface Tree {
	readonly ask: Yaml;
	readonly warning: Yaml | undefined;
	readonly answers: readonly Yaml[];
}

const polarity = maybe(fc.constantFrom("yes", "no", "none"));

const tree = (depth: number): fc.Arbitrary<Tree> => {
	const deed = outcome.map((value): { [key: string]: Yaml | undefined } => ({
		do: value,
	}));
	const jump = fc.constant({ see: "last" });
	const target =
		depth <= 1
			? fc.oneof({ weight: 8, arbitrary: deed }, { weight: 1, arbitrary: jump })
			: fc.oneof(
					{ weight: 5, arbitrary: deed },
					{ weight: 1, arbitrary: jump },
					{
						weight: 3,
						arbitrary: fc
							.constant(null)
							.chain(() => tree(depth - 1))
							.map((asked) => ({ ...asked })),
					},
				);
	return fc
		.record({
			ask: text,
			warning: fc.option(text, { freq: 3, nil: undefined }),
			answers: fc.array(fc.tuple(brief, polarity, target), {
				minLength: 2,
				maxLength: depth > 2 ? 3 : 6,
				size: "max",
			}),
		})
		.map(({ ask, warning, answers }) => ({
			ask,
			warning,
			answers: answers.map(([label, is, to], i) => ({
				answer: distinct(label, i),
				is,
				...withoutLastNext(to, i === answers.length - 1),
			})),
		}));
};

/** "then: next" of the last answer would be a fault of the notice. */
function withoutLastNext(
	to: { readonly [key: string]: Yaml | undefined },
	last: boolean,
): { readonly [key: string]: Yaml | undefined } {
	const deed = to.do;
	if (!last || typeof deed !== "object" || Array.isArray(deed)) return to;
	// biome-ignore lint/suspicious/noThenProperty: the author's word; nobody awaits a notice.
	return { ...to, do: { ...deed, then: undefined } };
}

const link = maybe(fc.nat(2).map((i) => `link${i}`));

const step = fc.record({
	step: text,
	link,
	text: maybe(text),
	options: maybe(
		fc.array(fc.record({ title: text, text: maybe(text), icon }), {
			minLength: 1,
			maxLength: 5,
		}),
	),
});

const question = fc
	.tuple(fc.integer({ min: 1, max: 4 }).chain(tree), link)
	.map(([asked, name]) => ({ ...asked, link: name }));

const cell = fc.oneof(
	{ weight: 1, arbitrary: fc.constant("") },
	{ weight: 12, arbitrary: wording(2) },
	{ weight: 2, arbitrary: wording(8) },
);

const table = fc
	.tuple(
		fc.integer({ min: 1, max: 6 }),
		fc.oneof(
			{ weight: 6, arbitrary: fc.integer({ min: 1, max: 6 }) },
			{ weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }) },
		),
	)
	.chain(([columns, rows]) =>
		fc.record({
			title: maybe(text),
			columns: fc.array(brief, { minLength: columns, maxLength: columns }),
			rows: fc.array(
				fc.array(cell, { minLength: columns, maxLength: columns }),
				{ minLength: rows, maxLength: rows },
			),
		}),
	)
	.map((value) => ({ table: value }));

const facts = fc.record({
	facts: fc.array(fc.record({ icon, text }), { minLength: 1, maxLength: 5 }),
});

const list = fc.record({
	title: maybe(text),
	list: fc.array(text, { minLength: 1, maxLength: 8 }),
});

const block: fc.Arbitrary<YamlNotice> = fc.oneof(
	{ weight: 3, arbitrary: step },
	{ weight: 4, arbitrary: question },
	{ weight: 2, arbitrary: table },
	{ weight: 2, arbitrary: facts },
	{ weight: 1, arbitrary: list },
	{ weight: 2, arbitrary: fc.record({ note: text }) },
	{ weight: 2, arbitrary: fc.record({ warning: text }) },
);

const day = fc
	.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
	.map(
		([month, date]) =>
			`2024-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`,
	);

const when = fc.oneof(
	fc.record({ from: day }),
	fc.record({ on: day, hours: maybe(brief) }),
	fc.record({ until: day }),
	fc.constant({ from: "2023-12-30", until: "2024-12-31" }),
	fc.record({ hours: brief }),
);

const url = fc.oneof(
	{
		weight: 20,
		arbitrary: fc.constantFrom(
			"https://vneid.gov.vn",
			"https://dichvucong.gov.vn/p/home/dvc-trang-chu.html",
			"https://vneid.gov.vn/huongdan/huong-dan-dang-ky-tai-khoan-vneid.html",
			"https://caytruong2.binhduong.gov.vn/1/ban-tin?ma=123456&ngay=01-7-2024",
			"https://example.com/p",
		),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			`https://hoidap.gov.vn/${"a".repeat(150)}`,
			`https://hoidap.gov.vn/${"a".repeat(400)}`,
		),
	},
);

const links = fc
	.array(fc.record({ url, label: text }), { maxLength: 3 })
	.map((all) => Object.fromEntries(all.map((value, i) => [`link${i}`, value])));

/** What a block's `link:` and an answer's `see:` may name is known only of the whole. */
function mend(
	value: Yaml | undefined,
	known: ReadonlySet<string>,
): Yaml | undefined {
	if (typeof value === "string" || value === undefined) return value;
	if (Array.isArray(value)) return value.map((part) => mend(part, known) ?? "");
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, part]) =>
			key === "link" && typeof part === "string" && !known.has(part)
				? []
				: [[key, mend(part, known)]],
		),
	);
}

const LAST_QUESTION: Yaml = {
	ask: "Cần hỏi gì thêm?",
	id: "last",
	answers: [
		{ answer: "Có", is: "yes", do: { title: "Gọi xã" } },
		{ answer: "Không", is: "no", do: { title: "Về nhà" } },
	],
};

const jumpsIn = (value: Yaml | undefined): boolean =>
	typeof value === "object" &&
	Object.entries(value).some(([key, part]) => key === "see" || jumpsIn(part));

/** Any mix of everything there is. */
export const anyNotice: fc.Arbitrary<YamlNotice> = fc
	.record({
		kind: brief,
		issuer: fc.record({ name: anyWording, parent: maybe(anyWording) }),
		date: day,
		source: maybe(text),
		title: text,
		when: maybe(when),
		post: maybe(fc.record({ from: day })),
		lead: maybe(text),
		links,
		body: fc.array(block, { minLength: 1, maxLength: 6 }),
		contact: maybe(
			fc.record({
				office: text,
				phone: maybe(fc.constantFrom("0274 3.555.000", "113", "(0274) 355")),
			}),
		),
	})
	.map((notice) => {
		const known = new Set(Object.keys(notice.links));
		const body = jumpsIn(notice.body)
			? [...notice.body, LAST_QUESTION]
			: notice.body;
		return {
			...notice,
			as_of: AS_OF,
			body: mend(body, known),
			links: known.size === 0 ? undefined : notice.links,
		};
	});

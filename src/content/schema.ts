/**
 * The language of a notice, once: the types, the known keys and the JSON Schema
 * that editors use all come from here. Checks that need only one field are here
 * too; those that compare fields are in `check.ts`.
 */
import * as z from "zod";
import type { MessageCode, MessageParams } from "../messages/codes.ts";
import { ICON_NAMES } from "../model/announcement.ts";
import { parseIsoDate } from "../model/dates.ts";
import { meantDate } from "./local-dates.ts";
import { isBlank, marksAreEven, tidy } from "./text.ts";

/** Reports one of our own messages from inside a schema. */
function report<C extends MessageCode>(
	context: z.RefinementCtx,
	code: C,
	params: MessageParams[C],
): void {
	context.addIssue({ code: "custom", params: { code, params } });
}

/** What editors show of a field: what it is for, and how it is written. */
const told = <T extends z.ZodType>(
	schema: T,
	description: string,
	...examples: readonly unknown[]
): T => schema.meta({ description, examples: [...examples] });

const markedText = z.string().superRefine((text, context) => {
	if (!marksAreEven(text))
		report(context, "content/mark", { text: tidy(text) });
});

const words = markedText.superRefine((text, context) => {
	if (isBlank(text)) report(context, "content/empty", {});
});

const twoForms = z.strictObject({
	long: told(
		words,
		"Câu đầy đủ, dùng khi tờ giấy đủ chỗ",
		"Đăng ký nối nước sạch",
	),
	short: told(
		words,
		"Câu rút gọn cho tờ nhỏ hoặc tờ đọc từ xa",
		"Đăng ký nước sạch",
	),
});

const text = told(
	z.union([words, twoForms]),
	"Chữ in trên giấy. **Chữ đậm** đặt giữa hai dấu sao. Có thể viết { long: …, short: … }",
	"Mang **bản chính**",
);

/** One field of text; each says in its own words what it is. */
const says = (description: string, ...examples: readonly unknown[]) =>
	told(z.union([words, twoForms]), description, ...examples);

/** A table may have empty places. */
const cell = told(
	z.union([markedText, twoForms]),
	"Một ô của bảng; để trống bằng hai dấu ngoặc kép",
	"Nhà văn hóa thôn",
	"",
);

const short = told(
	words.optional(),
	"Câu rút gọn của câu chính, cho tờ nhỏ hoặc tờ đọc từ xa",
	"Mỗi nhà một người",
);

/** Empty: the author leaves the text out of sheets read from afar. */
const shortOrNone = told(
	markedText.optional(),
	'Câu rút gọn của text; viết "" để tờ nhỏ hoặc tờ đọc từ xa bỏ hẳn câu này',
	"Ghi tên ở nhà trưởng thôn",
	"",
);

const plain = z.string().superRefine((value, context) => {
	if (isBlank(value)) report(context, "content/empty", {});
});

const date = z
	.string()
	.superRefine((value, context) => {
		if (parseIsoDate(value) === null) {
			const typed = tidy(value);
			report(context, "content/date", { value: typed, iso: meantDate(typed) });
		}
	})
	.meta({ format: "date" });

const icon = z
	.enum(ICON_NAMES)
	.optional()
	.meta({
		description: "Hình vẽ nhỏ đứng trước chữ",
		examples: ["clock", "pin", "doc"],
	});

/** One field that only the program reads. */
const named = (description: string, ...examples: readonly unknown[]) =>
	told(plain.optional(), description, ...examples);

const day = (description: string, example: string) =>
	told(date.optional(), description, example);

const outcome = told(
	z.strictObject({
		title: says("Việc phải làm, ngắn gọn", "Nộp tờ khai"),
		short: shortOrNone,
		text: says("Giải thích thêm", "Kèm giấy chứng sinh.").optional(),
		icon,
		// biome-ignore lint/suspicious/noThenProperty: the author's word; nobody awaits a notice.
		then: told(
			z.enum(["next"]).optional(),
			"next: làm xong thì sang ô bên phải",
			"next",
		),
	}),
	"Việc phải làm trong trường hợp này",
	{ title: "Nộp tờ khai", text: "Kèm giấy chứng sinh.", icon: "doc" },
);
export type OutcomeInput = z.infer<typeof outcome>;

const answer = told(
	z.strictObject({
		answer: says("Câu trả lời", "Chưa có"),
		is: told(
			z.enum(["yes", "no", "none"]).optional(),
			"yes: có; no: không; bỏ qua nếu không phải câu có hoặc không",
			"no",
		),
		do: outcome.optional(),
		ask: says("Hỏi tiếp câu này", "Đã đăng ký kết hôn chưa?").optional(),
		short,
		link: named("Tên của một địa chỉ trong links; mã QR in kèm", "portal"),
		get answers() {
			return answers.optional();
		},
		warning: says(
			"Lời cảnh báo dưới câu hỏi tiếp",
			"**Không đưa tiền cho người làm hộ.**",
		).optional(),
		see: named("Sang câu hỏi khác: số thứ tự hoặc id của câu đó", "2"),
	}),
	"Một câu trả lời: có do (việc phải làm), ask (hỏi tiếp) hoặc see (sang câu khác)",
	{ answer: "Chưa có", is: "no", do: { title: "Xin giấy ở nơi sinh" } },
);
export type AnswerInput = z.infer<typeof answer>;

const answers: z.ZodArray<typeof answer> = told(
	z.array(answer),
	"Các câu trả lời, mỗi câu một nhánh",
	[
		{ answer: "Có", is: "yes", do: { title: "Đến đúng giờ" } },
		{ answer: "Không", is: "no", do: { title: "Nhờ người đi thay" } },
	],
);

const link = named("Tên của một địa chỉ trong links; mã QR in kèm", "portal");

const option = told(
	z.strictObject({
		title: says("Tên của cách làm", "Tại Một cửa"),
		short: shortOrNone,
		text: says("Giải thích thêm", "Cán bộ làm giúp.").optional(),
		icon,
	}),
	"Một cách làm",
	{ title: "Tại Một cửa", text: "Cán bộ làm giúp.", icon: "desk" },
);

const blocks = [
	told(
		z.strictObject({
			step: says("Việc phải làm", "Đến đúng buổi của thôn"),
			short,
			link,
			text: says("Giải thích thêm", "Không phải lấy số.").optional(),
			options: told(
				z.array(option).min(1).optional(),
				"Các cách làm để người đọc chọn",
				[{ title: "Trên mạng" }, { title: "Tại Một cửa" }],
			),
		}),
		"Một bước",
		{ step: "Đến đúng buổi của thôn" },
	),
	told(
		z.strictObject({
			ask: says("Câu hỏi", "Có giấy chứng sinh chưa?"),
			short,
			id: named("Tên để see: nhắc tới", "giay-to"),
			link,
			answers,
			warning: says(
				"Lời cảnh báo dưới câu hỏi",
				"**Không đưa tiền cho người làm hộ.**",
			).optional(),
		}),
		"Một câu hỏi và các nhánh trả lời",
		{ ask: "Có đi được không?", answers: [{ answer: "Có", see: "2" }] },
	),
	told(
		z.strictObject({
			table: told(
				z.strictObject({
					title: says("Tên bảng", "Lịch tiêm").optional(),
					columns: told(z.array(text).min(1), "Đầu các cột", ["Thôn", "Giờ"]),
					rows: told(
						z.array(told(z.array(cell), "Một dòng", ["Ao Sen", "7:30"])).min(1),
						"Các dòng, mỗi dòng đủ số ô như số cột",
						[["Ao Sen", "7:30"]],
					),
				}),
				"Một bảng, ví dụ lịch tiêm",
				{ columns: ["Thôn", "Giờ"], rows: [["Ao Sen", "7:30"]] },
			),
		}),
		"Một bảng, ví dụ lịch tiêm",
		{ table: { columns: ["Thôn", "Giờ"], rows: [["Ao Sen", "7:30"]] } },
	),
	told(
		z.strictObject({
			facts: told(
				z
					.array(
						told(
							z.strictObject({ icon, text }),
							"Một điều cần biết, có hình vẽ nhỏ đứng trước",
							{ icon: "pin", text: "Nhà văn hóa thôn" },
						),
					)
					.min(1),
				"Vài điều cần biết: giờ, nơi, mang gì",
				[{ icon: "clock", text: "8:00 – 15:00" }],
			),
		}),
		"Vài điều cần biết: giờ, nơi, mang gì",
		{ facts: [{ icon: "clock", text: "8:00 – 15:00" }] },
	),
	told(
		z.strictObject({
			title: says("Tên danh sách", "Giấy tờ mang theo").optional(),
			list: told(z.array(text).min(1), "Các dòng của danh sách", [
				"Đơn đăng ký",
				"Sổ hộ nghèo nếu có",
			]),
		}),
		"Một danh sách",
		{ title: "Giấy tờ mang theo", list: ["Đơn đăng ký"] },
	),
	told(
		z.strictObject({
			note: says("Lời ghi chú", "**Lỡ buổi?** Sang thôn khác còn lịch."),
			short,
		}),
		"Một lời ghi chú",
		{ note: "**Lỡ buổi?** Sang thôn khác còn lịch." },
	),
	told(
		z.strictObject({
			warning: says("Lời cảnh báo", "**Không chạm vào dây đang sửa.**"),
			short,
		}),
		"Một lời cảnh báo",
		{ warning: "**Không chạm vào dây đang sửa.**" },
	),
] as const;
export const blockSchema = z.union(blocks);
export type BlockInput = z.infer<typeof blockSchema>;

export const linkSchema = told(
	z.strictObject({
		url: told(
			plain,
			"Địa chỉ đầy đủ, bắt đầu bằng https://",
			"https://dichvucong.gov.vn",
		),
		label: says("Tên in cạnh mã QR", "Nộp hồ sơ tại nhà"),
	}),
	"Một địa chỉ, in thành mã QR",
	{ url: "https://dichvucong.gov.vn", label: "Nộp hồ sơ tại nhà" },
);
export type LinkInput = z.infer<typeof linkSchema>;

export const whenSchema = z
	.strictObject({
		from: day("Từ ngày: năm-tháng-ngày", "2026-12-07"),
		on: day("Đúng ngày này: năm-tháng-ngày", "2026-12-12"),
		until: day("Đến hết ngày: năm-tháng-ngày", "2026-12-10"),
		hours: told(words.optional(), "Giờ", "7:30 – 11:00"),
	})
	.superRefine((when, context) => {
		if (Object.values(when).every((value) => value === undefined)) {
			report(context, "content/empty", {});
		}
	});
export type WhenInput = z.infer<typeof whenSchema>;

export const postSchema = z.strictObject({
	from: day("Niêm yết từ ngày: năm-tháng-ngày", "2026-12-07"),
	until: day("Niêm yết đến ngày: năm-tháng-ngày", "2027-01-06"),
});
export type PostInput = z.infer<typeof postSchema>;

export const trustSchema = z.array(told(plain, "Một tên miền", "zalo.me"));

export const noticeSchema = told(
	z.strictObject({
		kind: says("Loại văn bản", "Thông báo", "Giấy mời", "Hướng dẫn"),
		issuer: told(
			z.strictObject({
				name: says("Cơ quan ra thông báo", "Ủy ban nhân dân xã Ví Dụ"),
				parent: says(
					"Cơ quan hoặc địa phương cấp trên",
					"Tỉnh Ví Dụ",
				).optional(),
				logo: named("Tệp hình của cơ quan", "logo.png"),
			}),
			"Cơ quan ra thông báo",
			{ name: "Ủy ban nhân dân xã Ví Dụ" },
		),
		date: told(date, "Ngày ra thông báo: năm-tháng-ngày", "2026-12-07"),
		as_of: told(
			date,
			"Nội dung đúng đến ngày nào, viết năm-tháng-ngày; được in trên giấy",
			"2026-12-07",
		),
		source: says(
			"Nguồn của nội dung",
			"Sở Thông tin và Truyền thông",
		).optional(),
		title: says("Tiêu đề lớn, càng ngắn chữ càng to", "Cắt điện"),
		when: told(
			whenSchema.optional(),
			"Thời gian: from (từ), on (đúng ngày), until (đến), hours (giờ); thứ mấy thì máy tự tính",
			{ on: "2026-12-13", hours: "19:30" },
		),
		post: told(postSchema.optional(), "Thời gian niêm yết", {
			from: "2026-12-07",
			until: "2027-01-06",
		}),
		lead: says(
			"Một hai câu nói việc chính",
			"Ngừng nước để **rửa bể**.",
		).optional(),
		links: told(
			z.record(z.string(), linkSchema).optional(),
			"Các địa chỉ in thành mã QR, mỗi địa chỉ một tên",
			{
				portal: {
					url: "https://dichvucong.gov.vn",
					label: "Nộp hồ sơ tại nhà",
				},
			},
		),
		trust: told(
			trustSchema.optional(),
			"Tên miền ngoài .gov.vn mà cơ quan chịu trách nhiệm",
			["zalo.me"],
		),
		font: named("Họ chữ trong thư mục fonts", "NotoSans"),
		body: told(z.array(blockSchema).min(1), "Các phần của thông báo", [
			{ note: "Mỗi nhà một người." },
		]),
		contact: told(
			z
				.strictObject({
					office: says("Nơi hỏi thêm", "Trạm Y tế xã"),
					phone: named("Số điện thoại, viết như muốn in", "0200 000 0000"),
				})
				.optional(),
			"Hỏi thêm ở đâu",
			{ office: "Trạm Y tế xã", phone: "0200 000 0000" },
		),
		villages: named("Tệp danh sách thôn", "thon.xlsx"),
	}),
	"Một thông báo của xã, phường",
);
export type NoticeInput = z.infer<typeof noticeSchema>;

interface JsonSchema {
	readonly [key: string]: unknown;
}

/**
 * The JSON Schema for editors and for `bangtin schema`. Editors read `0274` as a
 * number where we read text, so a text may be either there.
 */
export function noticeJsonSchema(): JsonSchema {
	return z.toJSONSchema(noticeSchema, {
		io: "input",
		override: ({ jsonSchema }) => {
			if (
				jsonSchema.type === "string" &&
				!jsonSchema.enum &&
				!jsonSchema.format
			)
				// zod types `type` as one name; the standard allows a list.
				Object.assign(jsonSchema, { type: ["string", "number", "boolean"] });
		},
	});
}

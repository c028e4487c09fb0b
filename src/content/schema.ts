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

const markedText = z.string().superRefine((text, context) => {
	if (!marksAreEven(text))
		report(context, "content/mark", { text: tidy(text) });
});

const words = markedText.superRefine((text, context) => {
	if (isBlank(text)) report(context, "content/empty", {});
});

const twoForms = z.strictObject({
	long: words.describe("Câu đầy đủ, dùng khi tờ giấy đủ chỗ"),
	short: words.describe("Câu rút gọn cho tờ nhỏ hoặc tờ đọc từ xa"),
});

const text = z
	.union([words, twoForms])
	.describe(
		"Chữ in trên giấy. **Chữ đậm** đặt giữa hai dấu sao. Có thể viết { long: …, short: … }",
	);

/** A table may have empty places. */
const cell = z
	.union([markedText, twoForms])
	.describe("Một ô của bảng; để trống bằng hai dấu ngoặc kép");

const short = words
	.optional()
	.describe("Câu rút gọn của câu chính, cho tờ nhỏ hoặc tờ đọc từ xa");

/** Empty: the author leaves the text out of sheets read from afar. */
const shortOrNone = markedText
	.optional()
	.describe(
		'Câu rút gọn của text; viết "" để tờ nhỏ hoặc tờ đọc từ xa bỏ hẳn câu này',
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
	.describe("Hình vẽ nhỏ đứng trước chữ");

const id = plain.optional();

const outcome = z
	.strictObject({
		title: text.describe("Việc phải làm, ngắn gọn"),
		short: shortOrNone,
		text: text.optional().describe("Giải thích thêm"),
		icon,
		// biome-ignore lint/suspicious/noThenProperty: the author's word; nobody awaits a notice.
		then: z
			.enum(["next"])
			.optional()
			.describe("next: làm xong thì sang ô bên phải"),
	})
	.describe("Việc phải làm trong trường hợp này");
export type OutcomeInput = z.infer<typeof outcome>;

const answer = z
	.strictObject({
		answer: text.describe("Câu trả lời, ví dụ: Chưa có"),
		is: z
			.enum(["yes", "no", "none"])
			.optional()
			.describe("yes: có; no: không; bỏ qua nếu không phải câu có hoặc không"),
		do: outcome.optional(),
		ask: text.optional().describe("Hỏi tiếp câu này"),
		short,
		link: plain.optional().describe("Tên của một địa chỉ trong links"),
		get answers() {
			return answers.optional();
		},
		warning: text.optional().describe("Lời cảnh báo dưới câu hỏi tiếp"),
		see: plain
			.optional()
			.describe("Sang câu hỏi khác: số thứ tự hoặc id của câu đó"),
	})
	.describe("Một câu trả lời: có do, ask hoặc see");
export type AnswerInput = z.infer<typeof answer>;

const answers: z.ZodArray<typeof answer> = z
	.array(answer)
	.describe("Các câu trả lời, mỗi câu một nhánh");

const link = plain
	.optional()
	.describe("Tên của một địa chỉ trong links; mã QR in kèm");

const option = z.strictObject({
	title: text.describe("Tên của cách làm"),
	short: shortOrNone,
	text: text.optional().describe("Giải thích thêm"),
	icon,
});

const blocks = [
	z
		.strictObject({
			step: text.describe("Việc phải làm"),
			short,
			link,
			text: text.optional().describe("Giải thích thêm"),
			options: z
				.array(option)
				.min(1)
				.optional()
				.describe("Các cách làm để người đọc chọn"),
		})
		.describe("Một bước"),
	z
		.strictObject({
			ask: text.describe("Câu hỏi"),
			short,
			id: id.describe("Tên để see: nhắc tới"),
			link,
			answers,
			warning: text.optional().describe("Lời cảnh báo dưới câu hỏi"),
		})
		.describe("Một câu hỏi và các nhánh trả lời"),
	z
		.strictObject({
			table: z.strictObject({
				title: text.optional().describe("Tên bảng"),
				columns: z.array(text).min(1).describe("Đầu các cột"),
				rows: z
					.array(z.array(cell))
					.min(1)
					.describe("Các dòng, mỗi dòng đủ số cột"),
			}),
		})
		.describe("Một bảng, ví dụ lịch tiêm"),
	z
		.strictObject({
			facts: z.array(z.strictObject({ icon, text })).min(1),
		})
		.describe("Vài điều cần biết: giờ, nơi, mang gì"),
	z
		.strictObject({
			title: text.optional().describe("Tên danh sách"),
			list: z.array(text).min(1),
		})
		.describe("Một danh sách"),
	z
		.strictObject({ note: text.describe("Lời ghi chú"), short })
		.describe("Một lời ghi chú"),
	z
		.strictObject({ warning: text.describe("Lời cảnh báo"), short })
		.describe("Một lời cảnh báo"),
] as const;
export const blockSchema = z.union(blocks);
export type BlockInput = z.infer<typeof blockSchema>;

export const linkSchema = z.strictObject({
	url: plain.describe("Địa chỉ đầy đủ, bắt đầu bằng https://"),
	label: text.describe("Tên in cạnh mã QR"),
});
export type LinkInput = z.infer<typeof linkSchema>;

export const whenSchema = z
	.strictObject({
		from: date.optional().describe("Từ ngày"),
		on: date.optional().describe("Đúng ngày này"),
		until: date.optional().describe("Đến hết ngày"),
		hours: words.optional().describe("Giờ, ví dụ: 7h30 – 11h"),
	})
	.superRefine((when, context) => {
		if (Object.values(when).every((value) => value === undefined)) {
			report(context, "content/empty", {});
		}
	});
export type WhenInput = z.infer<typeof whenSchema>;

export const postSchema = z.strictObject({
	from: date.optional().describe("Niêm yết từ ngày"),
	until: date.optional().describe("Niêm yết đến ngày"),
});
export type PostInput = z.infer<typeof postSchema>;

export const trustSchema = z.array(plain);

export const noticeSchema = z
	.strictObject({
		kind: text.describe("Loại văn bản, ví dụ: Thông báo"),
		issuer: z
			.strictObject({
				name: text.describe("Cơ quan ra thông báo"),
				parent: text.optional().describe("Cơ quan hoặc địa phương cấp trên"),
				logo: plain.optional().describe("Tệp hình của cơ quan"),
			})
			.describe("Cơ quan ra thông báo"),
		date: date.describe("Ngày ra thông báo: năm-tháng-ngày, ví dụ 2024-04-11"),
		as_of: date.describe("Nội dung đúng đến ngày nào; được in trên giấy"),
		source: text.optional().describe("Nguồn của nội dung"),
		title: text.describe("Tiêu đề lớn"),
		when: whenSchema
			.optional()
			.describe("Thời gian: from (từ), on (ngày), until (đến), hours (giờ)"),
		post: postSchema.optional().describe("Thời gian niêm yết"),
		lead: text.optional().describe("Một hai câu nói việc chính"),
		links: z
			.record(z.string(), linkSchema)
			.optional()
			.describe("Các địa chỉ in thành mã QR, mỗi địa chỉ một tên"),
		trust: trustSchema
			.optional()
			.describe("Tên miền ngoài .gov.vn mà cơ quan chịu trách nhiệm"),
		font: plain.optional().describe("Họ chữ trong thư mục fonts"),
		body: z.array(blockSchema).min(1).describe("Các phần của thông báo"),
		contact: z
			.strictObject({
				office: text.describe("Nơi hỏi thêm"),
				phone: plain.optional().describe("Số điện thoại, viết như muốn in"),
			})
			.optional()
			.describe("Hỏi thêm ở đâu"),
		villages: plain.optional().describe("Tệp danh sách thôn"),
	})
	.describe("Một thông báo của xã, phường");
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

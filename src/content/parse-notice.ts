/**
 * A notice through the schema, part by part: villages share most parts as the same
 * objects, and each of those is read once. What is wrong is told by the whole schema.
 */
import {
	type BlockInput,
	blockSchema,
	type NoticeInput,
	noticeSchema,
} from "./schema.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** The parts that are well formed, and the others as null. */
type Known<T> = WeakMap<object, T | null>;

/** Parts are never changed, so they read the same each time. */
function readOnce<T>(
	known: Known<T>,
	value: unknown,
	read: (value: unknown) => T | null,
): T | null {
	if (typeof value !== "object" || value === null) return read(value);
	const before = known.get(value);
	if (before !== undefined) return before;
	const now = read(value);
	known.set(value, now);
	return now;
}

const blocks: Known<BlockInput> = new WeakMap();

/** Null when it is not well formed. Kinds that lack one of its keys are not tried. */
export const parseBlock = (raw: unknown): BlockInput | null =>
	readOnce(blocks, raw, (value) => {
		if (!isFields(value)) return null;
		const keys = Object.keys(value);
		for (const kind of blockSchema.options) {
			if (!keys.every((key) => Object.hasOwn(kind.shape, key))) continue;
			const { data } = kind.safeParse(value);
			if (data !== undefined) return data;
		}
		return null;
	});

const linksSchema = noticeSchema.shape.links;
type LinksInput = NonNullable<NoticeInput["links"]>;
const links: Known<LinksInput> = new WeakMap();

const parseLinks = (raw: unknown): LinksInput | null =>
	readOnce(links, raw, (value) => linksSchema.safeParse(value).data ?? null);

/** What is left is short. */
const headSchema = noticeSchema.omit({ body: true, links: true });

function wellFormed(raw: unknown): NoticeInput | null {
	if (!isFields(raw)) return null;
	const { body, links: linksRaw, ...rest } = raw;
	if (!Array.isArray(body) || body.length === 0) return null;
	const read = body.map(parseBlock).filter((block) => block !== null);
	if (read.length < body.length) return null;
	const head = headSchema.safeParse(rest);
	if (!head.success) return null;
	if (!("links" in raw)) return { ...head.data, body: read };
	const named = parseLinks(linksRaw);
	return named && { ...head.data, links: named, body: read };
}

/** As `noticeSchema.safeParse` would have it. */
export function parseNotice(
	raw: unknown,
): ReturnType<typeof noticeSchema.safeParse> {
	const data = wellFormed(raw);
	return data === null ? noticeSchema.safeParse(raw) : { success: true, data };
}

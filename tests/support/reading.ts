/** Reads a laid-out sheet against its notice: every word there, once, in the notice's order. */
import type { FormatName } from "../../src/formats/formats.ts";
import type { Node, Page, Run, Sheet } from "../../src/layout/sheet.ts";
import {
	pageTurn,
	safetyLine,
	safetyLineHosts,
	scan,
	scanHint,
	seeQuestion,
} from "../../src/messages/sheet-words.ts";
import type {
	Announcement,
	Block,
	Question,
	Span,
	Text,
} from "../../src/model/announcement.ts";
import { calendarWords } from "../../src/model/dates.ts";
import { textsOf } from "../../src/model/texts.ts";
import type { ThemeName } from "../../src/themes/themes.ts";

const plain = (spans: readonly Span[]): string =>
	spans.map((span) => span.text).join("");

/** Runs that are read aloud, in reading order, each piece of content apart. */
function contents(nodes: readonly Node[]): readonly (readonly Run[])[] {
	return nodes.flatMap((node): readonly (readonly Run[])[] => {
		if (node.kind === "artifact") return [];
		if (node.kind === "content")
			return [node.marks.filter((mark) => mark.kind === "run")];
		return contents(node.children);
	});
}

const tidied = (text: string): string => text.replace(/[ \n]+/gu, " ").trim();

/** What one page says of each field, in order of first mention. */
export function readPage(page: Page): ReadonlyMap<string, string> {
	const read = new Map<string, string>();
	for (const runs of contents(page.nodes)) {
		const here = new Map<string, string>();
		for (const { path, text } of runs)
			here.set(path, (here.get(path) ?? "") + text);
		for (const [path, text] of here)
			read.set(path, tidied(`${read.get(path) ?? ""} ${text}`));
	}
	return read;
}

type Form = "long" | "short";
const formOf = (text: Text, form: Form): string =>
	tidied(plain(form === "short" ? (text.short ?? text.long) : text.long));

const questionsOf = (question: Question): readonly Question[] => [
	question,
	...question.answers.flatMap(({ to }) =>
		to.kind === "question" ? questionsOf(to.question) : [],
	),
];

const jumpsOf = (block: Block): readonly [path: string, words: string][] =>
	block.kind !== "question"
		? []
		: questionsOf(block.question).flatMap(({ answers }) =>
				answers.flatMap(({ path, to }): [string, string][] =>
					to.kind === "jump" ? [[path, seeQuestion(to.number)]] : [],
				),
			);

/** The days as a calendar says them, where the theme draws one. */
function whenWords({ calendar }: Announcement): string | null {
	const words = calendar === null ? null : calendarWords(calendar);
	if (words === null) return null;
	const { label, days, month, weekday } = words;
	const hours = calendar?.hours ? tidied(plain(calendar.hours)) : null;
	return [label, days, month, weekday, hours]
		.filter((part) => part !== null)
		.join(" ");
}

/** What stands beside a field's own words in the foot. */
function footWords(
	notice: Announcement,
	form: Form,
	theme: ThemeName,
): Map<string, string> {
	const words = new Map([
		["as_of", `Nội dung theo thông báo ngày ${notice.asOf}`],
	]);
	if (notice.source !== null)
		words.set("source", tidied(`Nguồn: ${formOf(notice.source, form)}`));
	if (notice.contact === null) return words;
	const { office, phone } = notice.contact;
	const name = formOf(office, form);
	if (theme === "mai") {
		words.set("contact.office", name);
		if (phone !== null) words.set("contact.phone", phone);
	} else if (phone !== null && notice.codes.length === 0) {
		words.set("contact.phone", `Hỏi: ${phone}`);
		words.set("contact.office", name);
	} else
		words.set(
			"contact.office",
			tidied(`Hỏi thêm: ${name}${phone === null ? "" : `, ${phone}`}`),
		);
	return words;
}

/** Field by field what a sheet must say; addresses apart. */
function expected(
	notice: Announcement,
	form: Form,
	theme: ThemeName,
): ReadonlyMap<string, string> {
	const when = theme === "mai" ? whenWords(notice) : null;
	const addresses = new Set(notice.codes.map((code) => code.path));
	const own = textsOf(notice)
		.filter(({ path }) => !addresses.has(path) && path !== "contact.phone")
		.map((text): [string, string] => [text.path, formOf(text, form)]);
	const all = new Map([
		...own,
		...notice.blocks.flatMap(jumpsOf),
		...footWords(notice, form, theme),
		...(when === null ? [] : [["when", when] as const]),
	]);
	return new Map([...all].filter(([, words]) => words !== ""));
}

/** Set as written, or in capitals. */
const says = (said: string, words: string): boolean =>
	said === words || said.toUpperCase() === words.toUpperCase();

/** On every page: the heads of a divided table, and the foot. */
const isRepeated = (path: string): boolean =>
	/\.table\.columns\[\d+\]$|^(?:as_of|source|contact\.(?:office|phone)|post)$/u.test(
		path,
	);

function wordFaults(
	pages: readonly ReadonlyMap<string, string>[],
	wanted: ReadonlyMap<string, string>,
): readonly string[] {
	const faults: string[] = [];
	for (const [path, words] of wanted) {
		const said = pages.flatMap((page) => page.get(path) ?? []);
		const whole = isRepeated(path) ? said : [said.join(" ")];
		if (said.length === 0 || !whole.every((part) => says(part, words)))
			faults.push(
				`${path}: wanted ${JSON.stringify(words)}, read ${JSON.stringify(said)}`,
			);
	}
	return faults;
}

/** The sheet's own words: numbers of the steps, how to scan, where to turn. */
function ownWords(
	notice: Announcement,
	pages: number,
	theme: ThemeName,
): readonly string[] {
	const numbers = notice.blocks.flatMap((block) =>
		block.kind === "step" || block.kind === "question"
			? [String(block.number)]
			: [],
	);
	const hosts = [...new Set(notice.codes.map((code) => code.host))];
	const scanning =
		notice.codes.length === 0
			? []
			: [
					...(theme === "mai"
						? notice.codes.map(() => scan)
						: [scan, scanHint]),
					plain(
						notice.codesAreOfficial ? safetyLine() : safetyLineHosts(hosts),
					),
				];
	const turns = Array.from({ length: pages - 1 }, (_, i) => pageTurn(i + 2));
	return [...numbers, ...scanning, ...turns];
}

const bag = (texts: readonly string[]): string =>
	texts
		.flatMap((text) => text.split(" "))
		.sort()
		.join(" ");

/** The whole host, and after it the path or its beginning. */
function addressFaults(
	notice: Announcement,
	last: ReadonlyMap<string, string>,
	format: FormatName,
): readonly string[] {
	return notice.codes.flatMap(({ path, host, pathname }) => {
		const first = /^\/[^/]*\//u.exec(pathname)?.[0];
		const rests =
			format === "leaflet-a5" || pathname === ""
				? [""]
				: [pathname, ...(first === undefined ? [] : [`${first}…`]), "/…"];
		const said = last.get(path);
		return rests.some((rest) => said === host + rest)
			? []
			: [`${path}: address read as ${said}`];
	});
}

/** Body fields in an order that is not the notice's. */
function orderFaults(
	notice: Announcement,
	pages: readonly ReadonlyMap<string, string>[],
): readonly string[] {
	const read = [...new Set(pages.flatMap((page) => [...page.keys()]))];
	const order = textsOf(notice).map(({ path }) => path);
	const body = read.filter(
		(path) => path.startsWith("body") && order.includes(path),
	);
	const sorted = [...body].sort((a, b) => order.indexOf(a) - order.indexOf(b));
	const at = body.findIndex((path, i) => path !== sorted[i]);
	return at < 0 ? [] : [`${body[at]} read before ${sorted[at]}`];
}

function faultsInForm(
	notice: Announcement,
	sheet: Sheet,
	format: FormatName,
	form: Form,
	theme: ThemeName,
): readonly string[] {
	const pages = sheet.pages.map(readPage);
	const wanted = expected(notice, form, theme);
	const addresses = new Set(notice.codes.map((code) => code.path));
	const surplus = pages
		.flatMap((page) => [...page.keys()])
		.filter((path) => path !== "" && !wanted.has(path) && !addresses.has(path))
		.map((path) => `${path}: not of this notice`);
	const own = bag(pages.flatMap((page) => page.get("") ?? []));
	const ownWanted = bag(ownWords(notice, pages.length, theme));
	return [
		...wordFaults(pages, wanted),
		...surplus,
		...(own === ownWanted ? [] : [`own words: ${own} instead of ${ownWanted}`]),
		...addressFaults(notice, pages.at(-1) ?? new Map(), format),
		...orderFaults(notice, pages),
	];
}

/** Long or short, whichever the sheet chose. */
function formOfSheet(
	notice: Announcement,
	sheet: Sheet,
	format: FormatName,
	theme: ThemeName,
): Form {
	const faults = (form: Form): number =>
		faultsInForm(notice, sheet, format, form, theme).length;
	return faults("short") < faults("long") ? "short" : "long";
}

/** Every way in which the sheet does not say what the notice says; long or short form, not both. */
export const readingFaults = (
	notice: Announcement,
	sheet: Sheet,
	format: FormatName,
	theme: ThemeName,
): readonly string[] =>
	faultsInForm(
		notice,
		sheet,
		format,
		formOfSheet(notice, sheet, format, theme),
		theme,
	);

/** What a sheet of one page must say, in the order of its notice. */
export function wordsInOrder(
	notice: Announcement,
	sheet: Sheet,
	format: FormatName,
): readonly string[] {
	const form = formOfSheet(notice, sheet, format, "tuyen");
	const foot = footWords(notice, form, "tuyen");
	const addresses = new Map(notice.codes.map(({ path, host }) => [path, host]));
	const own = textsOf(notice)
		.filter(({ path }) => !foot.has(path) && path !== "contact.phone")
		.map((text) => addresses.get(text.path) ?? formOf(text, form));
	// The foot gives the state of knowledge before the source.
	return [...own, ...foot.values()].filter((words) => words !== "");
}

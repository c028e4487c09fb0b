/** The page: its parts, and what passes between them. */

import { slugOf } from "../batch/slug.ts";
import { parseYaml } from "../content/parse.ts";
import { formatPath, parsePath } from "../content/path.ts";
import type { SheetName } from "../formats/formats.ts";
import type { Language } from "../messages/language.ts";
import { type StudioWords, studioWords } from "../messages/studio-words.ts";
import type { PageData } from "./data.ts";
import { type Disk, type DiskFile, openDisk } from "./disk.ts";
import { type Draft, type Drafts, openDrafts } from "./drafts.ts";
import { beginEdits, type Edit, type Edited } from "./edit.ts";
import { type Editor, makeEditor } from "./editor.ts";
import { bytesOf, type Original, sourceOf } from "./encoding.ts";
import { isMapValue, readFields } from "./fields.ts";
import { makeFindings } from "./findings.ts";
import { makeForm, valueAt } from "./form.ts";
import { makeFrame, type Tab } from "./frame.ts";
import { asLogo, namedLogo, nameLogo, PICTURE } from "./logo.ts";
import { archive, type MadeEach, makeEach, type Steps } from "./making.ts";
import { download, pngOf, printPages } from "./output.ts";
import { makePreview } from "./preview.ts";
import type {
	Drawn,
	Finding,
	LogoFile,
	Made,
	NoticeFile,
	SheetChoice,
} from "./protocol.ts";
import { startTypesetter, TypesetterGone } from "./typesetter.ts";
import { makeVillageBar } from "./village-bar.ts";
import { makeWelcome } from "./welcome.ts";
import { yamlValue } from "./yaml-value.ts";

/** What is open: a notice and, when it is on disk, its file. */
interface Opened {
	name: string;
	original: Original | null;
	/** The file's tag on disk; null for what is not on disk. */
	tag: string | null;
	/** What the file on disk holds, as the editor would. */
	saved: string | null;
	/** The picture beside it. */
	logo: LogoFile | null;
}

/** Where a village's own words go. */
const HOLE = /\{\{[^{}\n]+\}\}/u;
const VILLAGE_LIST = /\.(?:csv|tsv|xlsx)$/iu;
const FIRST_CHOICE = {
	sheet: "flyer-a4",
	theme: "tuyen",
	ink: "full",
} as const;
/** Beyond all that a notice, its PDF or a list of villages can be. */
const MOST_BYTES = 32_000_000;
/** A page makes them one after the other, and holds all until the last. */
const MOST_VILLAGES = 2000;
/** Some hundred bytes a village, or workbooks with their pictures would be read for minutes. */
const MOST_LIST_BYTES = 4_000_000;
const ZIP_START = 0x50;
const KEEP_AFTER = 600;
const LOOK_EVERY = 2000;
const MEASURE_AFTER = 700;
/** What is typed in the form is in the YAML after the sheet, or after so long. */
const SETTLE_AFTER = 250;

export async function startApp(
	root: HTMLElement,
	data: PageData,
): Promise<void> {
	const typesetter = startTypesetter(data.worker);
	const started = typesetter
		.ask("start", { family: data.family, fonts: data.fonts })
		.catch((error: unknown) => {
			throw new TypesetterGone(reasonOf(error));
		});
	let isReady = false;
	started.then(
		() => {
			isReady = true;
		},
		// Told by the first sheet that is asked for.
		() => {},
	);
	const drafts: Drafts = await openDrafts();
	const disk: Disk | null = openDisk();
	const schema = readFields(data.schema);
	const nonce =
		document.querySelector<HTMLElement>("style[nonce]")?.nonce ?? "";

	const last = await drafts.last();
	let lang: Language = (await drafts.language()) ?? "vi";
	let choice: SheetChoice = last?.choice ?? FIRST_CHOICE;
	let drawn: Drawn | null = null;
	let busy = false;
	/** What is not drawn yet, and when the first of it was typed. */
	let wanted: { readonly source: string; readonly since: number } | null = null;
	let village = 0;
	let villages: readonly string[] = [];
	let columns: readonly string[] = [];
	let listBytes: Uint8Array = new Uint8Array();
	let making = false;
	/** Typed in the form, and not in the YAML yet. */
	let typed: { readonly edited: Edited; readonly field: string } | null = null;
	let formIsBehind = false;
	/** A field already has what the YAML is still to be told. */
	let formIsAhead = false;
	/** Why nothing can be laid out. */
	let gone: string | null = null;
	/** The draft is in the browser's store; it is tried again with every edit. */
	let isKept = true;
	const opened: Opened = {
		name: "thong-bao",
		original: null,
		tag: null,
		saved: null,
		logo: null,
	};
	const words = (): StudioWords => studioWords[lang];

	const preview = makePreview((path) => go(path, frame.tab()));
	const form = makeForm(schema, {
		edit: applyForm,
		entered: (path) => preview.point(path),
		choosePicture: () => frame.pickFile("picture"),
	});
	const editor: Editor = makeEditor(schema, {
		typed: draw,
		changed,
		words,
		nonce,
	});
	const findings = makeFindings(({ path, place, villages: of }) => {
		if (of?.[0] !== undefined) chooseVillage(of[0]);
		if (frame.tab() === "yaml" || path === "" || !form.focus(path)) {
			frame.show("yaml");
			if (place !== null) editor.goTo(place.line, place.column);
		} else frame.show("form");
	});
	const villageBar = makeVillageBar({
		choose: chooseVillage,
		insert(placeholder) {
			const isYaml = frame.tab() === "yaml";
			if (isYaml) editor.insert(placeholder);
			else frame.show("form");
			if (!isYaml && !form.insert(placeholder)) complain(words().insertWhere);
		},
		make: () => attempt(() => makeVillages("village")),
		stop() {
			making = false;
		},
		close() {
			frame.focusSheet();
			attempt(() => openVillages(new Uint8Array()));
		},
	});
	const frame = makeFrame(
		{
			form: form.element,
			yaml: editor.element,
			findings: findings.element,
			preview: preview.element,
			villages: villageBar.element,
		},
		{
			fresh: () => welcome.open(),
			open: () => frame.pickFile("any"),
			picked: (files) => attempt(() => openFiles(files)),
			save: disk === null ? null : () => attempt(save),
			pdf: () => attempt(pdf),
			print,
			png: () => attempt(png),
			pack: () => attempt(pack),
			yaml: () => yaml(),
			undo,
			redo,
			named(name) {
				opened.name = slugOf(name);
				opened.tag = null;
				keepSoon();
				return opened.name;
			},
			sheet: (sheet: SheetName) => choose({ ...choice, sheet }),
			ink: (ink) => choose({ ...choice, ink }),
			theme: (theme) => choose({ ...choice, theme }),
			zoom: (zoom) => preview.zoom(zoom),
			language() {
				lang = lang === "vi" ? "en" : "vi";
				drafts.speak(lang).catch(() => {});
				say();
			},
			tab: (tab: Tab) => {
				if (tab === "yaml") settle();
				editor.seen(tab === "yaml");
				if (tab === "yaml") return;
				bringForm();
				form.growAll();
			},
		},
	);
	const welcome = makeWelcome(
		{ example: data.example, templates: data.templates },
		{
			start({ name, source, logo, choice: of }) {
				startWith(name, source, { logo });
				if (of !== null) choose(of);
				frame.show("form");
				form.begin();
			},
			openFile: () => frame.pickFile("any"),
			openDisk: (name) => void openFromDisk(name),
			versions: () => drafts.versions(),
			files: async () =>
				disk === null ? null : await disk.list().catch(() => []),
		},
	);
	root.replaceChildren(frame.element, welcome.element);

	/** Over the page lies the welcome, and what is told there must be seen. */
	const complain = (text: string): void =>
		(welcome.isOpen() ? welcome : frame).complain(text);

	function failed(error: unknown): void {
		if (error instanceof TypesetterGone) {
			gone = error.message;
			drawn = null;
			showTrouble();
		} else complain(words().failed(reasonOf(error)));
	}

	/** Whatever goes wrong is said. */
	const attempt = (act: () => Promise<unknown>): void =>
		void act().catch(failed);

	/** What stays wrong, until it is no longer. */
	function showTrouble(): void {
		const { gone: goneText, notKept, reload, downloadYaml } = words();
		const keepYaml = { label: downloadYaml, act: yaml };
		const again = {
			label: reload,
			act: () => void keep().finally(() => location.reload()),
		};
		frame.trouble([
			// First: a reload would lose what is not kept.
			...(isKept ? [] : [{ text: notKept, ways: [keepYaml] }]),
			...(gone === null ? [] : [{ text: goneText(gone), ways: [again] }]),
		]);
		if (gone !== null) frame.sheet("gone");
	}

	const yaml = (): void =>
		download(currentBytes(), `${opened.name}.yaml`, "application/yaml");

	function chooseVillage(index: number): void {
		village = index;
		villageBar.choose(index);
		draw();
	}

	function choose(now: SheetChoice): void {
		choice = now;
		frame.choose(now);
		draw();
		keepSoon();
	}

	// --- what was typed, and what follows from it

	/** False when the YAML cannot be read. */
	function applyForm(edits: readonly Edit[]): boolean {
		// Of two keys at once the second would be taken away by what was typed before.
		formIsAhead = true;
		settle();
		formIsAhead = false;
		const before = editor.source();
		const edited = beginEdits(before, edits);
		if (edited === null) {
			if (frame.tab() === "form") bringForm();
			return false;
		}
		const [first] = edits;
		const field = first?.kind === "set" ? formatPath(first.path) : "";
		typed = { edited, field };
		draw(edited.draft);
		// Other edits change the form itself, which must be seen to answer.
		if (edits.every(isTyped)) later("settle", SETTLE_AFTER, settle);
		else settle();
		const isLoss = edits.some(
			(edit) =>
				edit.kind === "remove" &&
				hasText(valueAt(yamlValue(before), edit.path)),
		);
		if (isLoss) frame.tell(words().removed);
		return true;
	}

	/** Brings the YAML in step with what was typed in the form. */
	function settle(): void {
		if (typed === null) return;
		const { edited, field } = typed;
		typed = null;
		const source = edited.settled();
		editor.change(source, field);
		if (source !== edited.draft) draw(source);
	}

	function currentSource(): string {
		settle();
		return editor.source();
	}

	function undo(): void {
		settle();
		editor.undo();
	}

	function redo(): void {
		settle();
		editor.redo();
	}

	function changed(source: string): void {
		formIsBehind = true;
		if (frame.tab() === "form" && !formIsAhead) bringForm();
		const { undo, redo } = editor.depth();
		frame.depth(undo > 0, redo > 0);
		frame.dirty(opened.saved !== null && opened.saved !== source);
		keepSoon();
		// Not for each letter of a name that is being typed.
		if (disk !== null)
			later("logo", KEEP_AFTER, () => void fetchLogo(currentSource()));
	}

	/** Unseen it is left as it is. */
	function bringForm(): void {
		if (!formIsBehind) return;
		formIsBehind = false;
		form.show(readValue(editor.source()), words());
	}

	/** One question at a time; of what was typed meanwhile the last is asked next. */
	function draw(source = currentSource()): void {
		wanted = { source, since: wanted?.since ?? performance.now() };
		if (busy) return;
		busy = true;
		document.documentElement.dataset.busy = "true";
		void (async () => {
			while (wanted !== null) {
				const { source, since: start } = wanted;
				wanted = null;
				try {
					// Once it is ready it is asked at once, before the form is brought in step.
					if (!isReady) await started;
					drawn = await typesetter.ask("draw", { source, choice, village });
					if (drawn.sheet !== null) preview.draw(drawn.sheet, words());
				} catch (error) {
					failed(error);
				}
				void tellDrawn(start);
			}
			busy = false;
		})();
	}

	/** First the sheet is seen; what is said of it can wait for that. */
	async function tellDrawn(start: number): Promise<void> {
		// A mistake is told at once, though not before this round is over.
		await (drawn?.sheet == null ? null : nextFrame());
		// Only the last is kept: they would grow with every key.
		performance.clearMeasures("bangtin:keystroke-to-sheet");
		performance.measure("bangtin:keystroke-to-sheet", { start });
		settle();
		showDrawn();
		if (!busy) document.documentElement.dataset.busy = "false";
	}

	function showDrawn(): void {
		if (drawn === null) return;
		showFindings(drawn.findings);
		editor.mark(drawn.findings, lang);
		frame.sheet(
			drawn.sheet !== null ? "fresh" : preview.size() ? "stale" : "none",
		);
		if (villages.length > 0) villageBar.used(HOLE.test(editor.source()));
		later("measures", MEASURE_AFTER, () => attempt(tellMeasures));
	}

	async function tellMeasures(): Promise<void> {
		frame.measures(await typesetter.ask("measures", null));
	}

	function say(): void {
		document.documentElement.lang = lang;
		frame.say(words(), { name: opened.name, choice });
		welcome.say(words());
		villageBar.say(words());
		preview.say(words());
		formIsBehind = true;
		if (frame.tab() === "form") bringForm();
		showDrawn();
		showTrouble();
	}

	function go(path: string, tab: Tab): void {
		if (tab === "yaml") {
			const place = placeOf(currentSource(), path);
			if (place !== null) editor.goTo(place.line, place.column);
		} else {
			frame.show("form");
			form.focus(path);
		}
		preview.point(path);
	}

	// --- files

	function startWith(
		name: string,
		source: string,
		file: Partial<Opened> = {},
	): void {
		void markVersion();
		opened.name = slugOf(name);
		opened.original = file.original ?? null;
		opened.tag = file.tag ?? null;
		opened.saved = file.saved ?? null;
		setLogo(file.logo ?? null);
		frame.named(opened.name);
		frame.changedOnDisk(null);
		editor.replace(source);
		preview.point("");
		form.element.scrollTop = 0;
		welcome.close();
	}

	function startBytes(
		name: string,
		bytes: Uint8Array,
		file: Partial<Opened> = {},
	): void {
		const source = sourceOf(bytes);
		const slug = name.replace(/\.[^.]*$/u, "");
		startWith(slug, source, { ...file, original: { bytes, source } });
		frame.tell(words().opened(name));
	}

	/** A notice before what belongs to it. */
	async function openFiles(files: readonly File[]): Promise<void> {
		const rank = ({ name }: File): number =>
			PICTURE.test(name) ? 1 : VILLAGE_LIST.test(name) ? 2 : 0;
		for (const file of [...files].sort((a, b) => rank(a) - rank(b)))
			await openFile(file);
	}

	async function openFile(file: File): Promise<void> {
		const { name, size } = file;
		const most = VILLAGE_LIST.test(name) ? MOST_LIST_BYTES : MOST_BYTES;
		if (size > most) return complain(words().tooLarge(name, most / 1_000_000));
		const buffer = await file.arrayBuffer().catch(() => null);
		// A folder, a file that is gone or locked, a stick that was pulled out.
		if (buffer === null) return complain(words().unreadable(name));
		const bytes = new Uint8Array(buffer);
		if (PICTURE.test(name)) return openLogo({ name, bytes });
		await started;
		if (VILLAGE_LIST.test(name)) return openVillages(bytes, name);
		const found = await typesetter.ask("open", { name, bytes });
		if (found.kind === "none")
			complain(`${name}: ${words().noNotice[found.why]}`);
		else startBytes(found.name, found.bytes);
	}

	/** The worker takes it before it is asked for the next sheet. */
	function setLogo(logo: LogoFile | null): void {
		opened.logo = logo;
		attempt(() => typesetter.ask("logo", logo));
	}

	/** A picture that is given to the page is the issuer's. */
	async function openLogo(file: LogoFile): Promise<void> {
		const logo = await asLogo(file, disk);
		welcome.close();
		const before = opened.logo;
		setLogo(logo);
		if (applyForm([nameLogo(logo)])) {
			draw();
			keepSoon();
		} else {
			setLogo(before);
			complain(words().yamlBroken);
		}
	}

	/** The folder may have the picture that the notice names. */
	async function fetchLogo(source: string): Promise<void> {
		const name = namedLogo(yamlValue(source));
		if (disk === null || name === null || name === opened.logo?.name) return;
		const bytes = await disk.picture(name).catch(() => null);
		if (bytes === null || currentSource() !== source) return;
		setLogo({ name, bytes });
		draw();
	}

	async function saveLogo(disk: Disk): Promise<void> {
		const { logo } = opened;
		if (logo !== null && namedLogo(yamlValue(currentSource())) === logo.name)
			await disk.savePicture(logo.name, logo.bytes);
	}

	async function openFromDisk(name: string): Promise<void> {
		if (disk === null) return;
		try {
			const { bytes, tag } = await disk.read(name);
			startBytes(name, bytes, { tag, saved: sourceOf(bytes) });
			await fetchLogo(currentSource());
		} catch (error) {
			failed(error);
		}
	}

	const currentBytes = (): Uint8Array =>
		bytesOf(currentSource(), opened.original);

	async function save(): Promise<void> {
		if (disk === null) return;
		const source = currentSource();
		const bytes = currentBytes();
		try {
			await saveLogo(disk);
		} catch (error) {
			failed(error);
			return;
		}
		const saved = await disk.save(`${opened.name}.yaml`, bytes, opened.tag);
		if (saved.kind === "failed") complain(words().failed(saved.reason));
		else if (saved.kind === "changed") {
			complain(words().conflict);
			await look();
		} else {
			opened.tag = saved.tag;
			opened.saved = source;
			opened.original = { bytes, source };
			frame.dirty(currentSource() !== source);
			frame.tell(words().saved);
			await markVersion();
		}
	}

	/** Whether the open file is on disk as it was. */
	async function look(): Promise<void> {
		if (disk === null || opened.saved === null) return;
		let files: readonly DiskFile[];
		try {
			files = await disk.list();
		} catch {
			complain(words().offline);
			return;
		}
		const name = `${opened.name}.yaml`;
		const now = files.find((file) => file.name === name);
		if (now === undefined || now.tag === opened.tag) return;
		const take = (): void => void openFromDisk(name);
		if (currentSource() === opened.saved) take();
		else
			frame.changedOnDisk({
				take,
				keep() {
					opened.tag = now.tag;
					frame.changedOnDisk(null);
				},
			});
	}

	const noticeFile = (): NoticeFile => ({
		slug: opened.name,
		bytes: currentBytes(),
	});

	/** The sheet is that of the village that is seen: the notice alone waits for its words. */
	const isOfVillage = (): boolean =>
		villages.length > 0 && HOLE.test(editor.source());

	async function pdf(): Promise<void> {
		const notice = noticeFile();
		await started;
		const { files, findings: found } = await (isOfVillage()
			? typesetter.ask("village", { notice, choice, village })
			: typesetter.ask("pdf", { notice, choice }));
		const [file] = files;
		if (file === undefined) showFindings(found);
		else {
			download(file.bytes, file.name, "application/pdf");
			await markVersion();
		}
	}

	async function openVillages(bytes: Uint8Array, name = ""): Promise<void> {
		// What is no workbook would be read as a text of one column.
		if (/\.xlsx$/iu.test(name) && bytes[0] !== ZIP_START)
			return complain(words().notWorkbook(name));
		// What is being made is of the list that was there.
		making = false;
		const source = currentSource();
		const read = await typesetter.ask("villages", { source, bytes });
		if (read.kind === "wrong") {
			const [first] = read.findings;
			const { say = words().noNotice["not-text"], fix = null } =
				first?.words[lang] ?? {};
			complain(`${name}: ${say}${fix === null ? "" : `; ${fix}`}`);
			return;
		}
		if (read.names.length > MOST_VILLAGES) {
			await typesetter.ask("villages", { source, bytes: listBytes });
			complain(words().tooManyVillages(name, read.names.length, MOST_VILLAGES));
			return;
		}
		welcome.close();
		village = 0;
		listBytes = bytes;
		({ names: villages, columns } = read);
		villageBar.show(villages, columns, words());
		if (villages.length > 0)
			frame.tell(words().villagesOpened(name, villages.length));
		// A telephone shows one side, and the list is above the sheet.
		if (villages.length > 0) frame.showSheet();
		draw();
	}

	/** For each village its sheet, or what the print room needs of it. */
	async function makeVillages(what: "village" | "packed"): Promise<void> {
		if (making) return;
		making = true;
		const notice = noticeFile();
		const asked = choice;
		const steps: Steps = {
			next(count) {
				villageBar.progress(count);
				return making;
			},
			make: (index) =>
				typesetter.ask(what, { notice, choice: asked, village: index }),
		};
		const done = await makeEach(villages.length, steps).finally(() => {
			making = false;
			villageBar.progress(villages.length);
		});
		if (done.kind === "stopped") return frame.tell(words().stopped);
		const { files, failed, findings: found } = done;
		const names = failed.map((index) => villages[index] ?? "");
		if (failed.length > 0) {
			complain(words().villagesFailed(names, villages.length));
			showFindings(found);
		}
		if (files.length === 0) return;
		const plan =
			what === "village" ? null : await makePlan(notice, asked, done);
		const ending = plan === null ? "" : ".goi-in";
		const all = [...files, ...(plan?.files ?? [])];
		download(archive(all), `${notice.slug}${ending}.zip`, "application/zip");
		if (plan !== null) showFindings([...found, ...plan.findings]);
	}

	const makePlan = (
		notice: NoticeFile,
		choice: SheetChoice,
		{ files, failed }: Extract<MadeEach, { readonly kind: "done" }>,
	): Promise<Made> =>
		typesetter.ask("plan", {
			notice,
			choice,
			villages: [...villages.keys()].filter((i) => !failed.includes(i)),
			isDuplex: files.some(({ pages }) => pages > 1),
		});

	/** What `bangtin pack` makes of the notice. */
	async function pack(): Promise<void> {
		await started;
		if (villages.length > 0) return makeVillages("packed");
		const notice = noticeFile();
		const asked = { notice, choice, village: null };
		const { files, findings: found } = await typesetter.ask("packed", asked);
		showFindings(found);
		if (files.length === 0) return;
		download(archive(files), `${notice.slug}.goi-in.zip`, "application/zip");
		await markVersion();
	}

	/** Of what was made, until the sheet is drawn again. */
	const showFindings = (found: readonly Finding[]): void => {
		frame.keepFocusSeen(() => findings.show(found, words(), lang, villages));
		countFindings(found);
	};

	function countFindings(found: readonly Finding[]): void {
		const errors = found.filter((f) => f.severity === "error").length;
		frame.count(errors, found.length - errors);
	}

	/** Never the sheet of before while a mistake is open. */
	function print(): void {
		if (drawn?.sheet == null) complain(words().stale);
		else printPages(preview);
	}

	async function png(): Promise<void> {
		const size = preview.size();
		const whose = isOfVillage() ? `.${slugOf(villages[village] ?? "")}` : "";
		for (let page = 0; page < (size?.pages ?? 0); page++) {
			const bytes = await pngOf(preview, page);
			const number = page === 0 ? "" : `.${page + 1}`;
			if (bytes !== null)
				download(
					bytes,
					`${opened.name}${whose}.${choice.sheet}${number}.png`,
					"image/png",
				);
		}
	}

	// --- drafts

	const draftNow = (): Draft => ({
		name: opened.name,
		source: currentSource(),
		logo: opened.logo,
		choice,
		time: new Date().toISOString(),
	});

	async function keep(): Promise<void> {
		const was = isKept;
		isKept = await drafts.keep(draftNow()).then(
			() => true,
			() => false,
		);
		if (isKept !== was) showTrouble();
	}

	const waiting = new Map<string, number>();
	function later(name: string, after: number, act: () => void): void {
		clearTimeout(waiting.get(name));
		waiting.set(name, window.setTimeout(act, after));
	}

	function keepSoon(): void {
		later("keep", KEEP_AFTER, () => {
			void keep();
			void fetchLogo(currentSource());
		});
	}

	async function markVersion(): Promise<void> {
		// Without room for versions the work itself goes on.
		if (currentSource().trim() !== "")
			await drafts.mark(draftNow()).catch(() => {});
	}

	// --- the start

	// A telephone may end the page without another word once it is out of sight.
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") void keep();
	});
	window.addEventListener("pagehide", () => void keep());
	window.addEventListener("beforeunload", (event) => {
		if (!isKept) event.preventDefault();
	});
	document.addEventListener("keydown", (event) => {
		if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
		const key = event.key.toLowerCase();
		const inEditor = editor.element.contains(document.activeElement);
		if (key === "s") attempt(disk === null ? pdf : save);
		else if (key === "p") print();
		else if (key === "z" && !inEditor) (event.shiftKey ? redo : undo)();
		else if (key === "y" && !inEditor) redo();
		else return;
		event.preventDefault();
	});
	frame.onDrop((files) => attempt(() => openFiles(files)));
	say();
	if (last !== null && last.source.trim() !== "") {
		startWith(last.name, last.source, { logo: last.logo });
		frame.tell(words().restored);
	} else {
		startWith(data.example.name, data.example.source);
		welcome.open();
	}
	if (disk !== null) window.setInterval(() => void look(), LOOK_EVERY);
	document.documentElement.dataset.ready = "true";
}

/** After it, or soon where no frames are made: in a tab behind others. */
const nextFrame = (): Promise<void> =>
	new Promise((resolve) => {
		requestAnimationFrame(() => window.setTimeout(resolve));
		window.setTimeout(resolve, 100);
	});

const isTyped = (edit: Edit): boolean =>
	edit.kind === "set" && typeof edit.value === "string";

const reasonOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

function hasText(value: unknown): boolean {
	if (typeof value !== "object" || value === null)
		return String(value ?? "").trim() !== "";
	return Object.values(value).some(hasText);
}

/** An empty file is a notice without fields; undefined where there can be none. */
function readValue(source: string): unknown {
	const value = yamlValue(source);
	if (value === null || value === "") return {};
	return isMapValue(value) ? value : undefined;
}

function placeOf(
	source: string,
	path: string,
): { readonly line: number; readonly column: number } | null {
	const { document, lines } = parseYaml(source);
	for (let steps = [...parsePath(path)]; steps.length > 0; steps.pop()) {
		const node: unknown = document.getIn(steps, true);
		if (typeof node !== "object" || node === null || !("range" in node))
			continue;
		const [start] = Array.isArray(node.range) ? node.range : [0];
		const { line, col } = lines.linePos(Number(start));
		return { line, column: col };
	}
	return null;
}

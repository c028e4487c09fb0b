/** Every rule a sheet is held to. A new one is a file in rules/ and a line here. */
import type { Rule } from "./rule.ts";
import { codeModule } from "./rules/code-module.ts";
import { codeQuietZone } from "./rules/code-quiet-zone.ts";
import { codeUnreadable } from "./rules/code-unreadable.ts";
import { contrast } from "./rules/contrast.ts";
import { headlineSmall } from "./rules/headline-small.ts";
import { inkCoverage } from "./rules/ink-coverage.ts";
import { letterMissing } from "./rules/letter-missing.ts";
import { outsideSafeArea } from "./rules/outside-safe-area.ts";
import { overlap } from "./rules/overlap.ts";
import { overlapPicture } from "./rules/overlap-picture.ts";
import { overlapShape } from "./rules/overlap-shape.ts";
import { pictureCoarse } from "./rules/picture-coarse.ts";
import { textSmall } from "./rules/text-small.ts";

export const RULES: readonly Rule[] = [
	letterMissing,
	textSmall,
	headlineSmall,
	outsideSafeArea,
	overlap,
	overlapShape,
	overlapPicture,
	contrast,
	codeModule,
	codeQuietZone,
	codeUnreadable,
	inkCoverage,
	pictureCoarse,
];

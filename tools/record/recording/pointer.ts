import type { Locator, Page } from '@playwright/test';
import type { Recorder } from './recorder';

const ARROW = `<svg xmlns="http://www.w3.org/2000/svg" width="26" height="26" viewBox="0 0 24 24"
	><path d="M4 2v17l5-4.5 3 7 3-1.3-3-6.7h6.5z" fill="#111" stroke="#fff" stroke-width="1.5"/></svg>`;

const SHOW = `(() => {
	const pointer = document.createElement('div');
	pointer.id = 'pointer';
	pointer.innerHTML = ${JSON.stringify(ARROW)};
	pointer.style.cssText = 'position: fixed; z-index: 99999; pointer-events: none;';
	document.body.append(pointer);
	addEventListener('mousemove', ({ clientX, clientY }) => {
		pointer.style.left = clientX - 4 + 'px';
		pointer.style.top = clientY - 2 + 'px';
	}, true);
})()`;

interface Place {
	x: number;
	y: number;
}

/** Steps of a move, and milliseconds of each. */
const STEPS = 4;
const STEP = 60;

/** A visible mouse: a picture of a page shows none. */
export class Pointer {
	private place: Place = { x: 700, y: 480 };

	private constructor(
		private readonly page: Page,
		private readonly recorder: Recorder,
	) {}

	static async on(page: Page, recorder: Recorder): Promise<Pointer> {
		await page.evaluate(SHOW);
		const pointer = new Pointer(page, recorder);
		await page.mouse.move(pointer.place.x, pointer.place.y);
		return pointer;
	}

	async click(target: Locator): Promise<void> {
		await this.moveTo(target);
		await this.recorder.show(300);
		await this.page.mouse.down();
		await this.page.mouse.up();
	}

	async drag(target: Locator, pixels: number): Promise<void> {
		await this.moveTo(target);
		await this.page.mouse.down();
		await this.move({ x: this.place.x + pixels, y: this.place.y });
		await this.page.mouse.up();
	}

	private async moveTo(target: Locator): Promise<void> {
		await target.scrollIntoViewIfNeeded();
		const { x, y, width, height } = (await target.boundingBox())!;
		await this.move({ x: x + width / 2, y: y + height / 2 });
	}

	private async move(to: Place): Promise<void> {
		const from = this.place;
		for (let step = 1; step <= STEPS; step++) {
			const part = step / STEPS;
			await this.page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
			await this.recorder.show(STEP);
		}
		this.place = to;
	}
}

import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Editor } from '../../n8n/browser/editor';

/** The width of a README on GitHub. */
const WIDTH = 960;

interface Frame {
	picture: Buffer;
	duration: number;
}

/** An animated picture of a page. */
export class Recorder {
	private readonly frames: Frame[] = [];

	constructor(private readonly editor: Editor) {}

	get duration(): number {
		return this.frames.reduce((sum, { duration }) => sum + duration, 0);
	}

	async show(duration: number): Promise<void> {
		const picture = await this.editor.picture();
		const last = this.frames.at(-1);
		if (last?.picture.equals(picture)) last.duration += duration;
		else this.frames.push({ picture, duration });
	}

	/** Writes an endless GIF. @returns its size in bytes */
	async write(path: string): Promise<number> {
		const pictures = await Promise.all(
			this.frames.map(
				async ({ picture }) => await sharp(picture).resize({ width: WIDTH }).png().toBuffer(),
			),
		);
		const data = await sharp(pictures, { join: { animated: true } })
			.gif({ delay: this.frames.map(({ duration }) => duration), loop: 0, effort: 10 })
			.toBuffer();
		await writeFile(path, data);
		return data.length;
	}
}

// Types of the Rust exports (src/web/) as wasm-bindgen binds them; JavaScript takes them only from here. A test
// compares the names with the exports in `PARTS` in xtask/src/build/wasm.rs.

/** A rectangle in CSS pixels, relative to the canvas. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Column {
  text: string;
  numeric: boolean;
}

/** A row without cells is a heading for the rows below. */
export interface Row {
  header: string;
  cells: string[];
}

export interface ControlOption {
  value: string;
  label: string;
  selected: boolean;
}

export interface Control {
  key: string;
  label: string;
  options: ControlOption[];
}

/** A table without its rows, and how many there are. */
export interface Table {
  columns: Column[];
  rows: number;
}

/** The description of a chart. */
export interface Description {
  title: string;
  name: string;
  sentence: string;
  news: string;
  empty: boolean;
  count: number;
  source: string;
  as_of: string;
  controls: Control[];
  selection: string;
  notes: string[];
}

/** Texts of the interface around a chart. */
export interface Strings {
  close: string;
  table: string;
  chart_role: string;
  chart_keys: string;
  tag: string;
  rows_shown: string;
  previous_rows: string;
  next_rows: string;
  details_failed: string;
  clear: string;
  only_this: string;
  not_selected: string;
  copy_link: string;
  link_copied: string;
  take_away: string;
}

export interface TooltipWords {
  title: string;
  lines: string[];
  ring: Area;
}

/** A button in the legend. */
export interface Choice {
  key: string;
  value: string;
  words: string;
  area: Area;
}

/** A text, and whether it is in the language of the dataset. */
export interface Said {
  text: string;
  as_written: boolean;
}

export interface CardSource {
  title: string;
  about: string;
  url: string;
}

export interface CardIncident {
  id: string;
  name: Said;
  date: string;
  amount: string;
  lines: string[];
  text?: Said;
  attribution: Said[];
  sources: CardSource[];
}

export interface CardWords {
  line?: string;
  incidents: CardIncident[];
  sources: CardSource[];
  note?: Said;
  pending: boolean;
  pending_text: string;
  attribution_label: string;
  sources_label: string;
  only: string;
}

/** Searchable texts of an incident that its row lacks. */
export interface IncidentTexts {
  id: string;
  text?: Said;
  lines: string[];
  words: string;
}

export interface KeyFigure {
  value: string;
  label: string;
  note: string;
}

/** The filtered data, for the page around the charts. */
export interface View {
  words: string;
  bad: string[];
  notes: string[];
  empty: boolean;
  ids: string[] | null;
  key_figures: KeyFigure[];
}

/** The target of drawing: a canvas, or a recorder. */
export type Canvas = HTMLCanvasElement | import("../element/svg.js").SvgCanvas;

export class Dataset {
  constructor(numbers: Float64Array, text: string);
  static from_columns(texts: string, numbers: Float64Array, places: Uint8Array): Dataset;
  is_crowd(): boolean;
  add_details(numbers: Float64Array, text: string): boolean;
  add_texts(text: string): boolean;
  texts(): IncidentTexts[];
  view(query: string): View;
}

export class Chart {
  private constructor();
  static first(dataset: Dataset, canvas: Canvas, kind: string): Chart | undefined;
  static of_crowd(dataset: Dataset, canvas: Canvas): Chart;
  static other(dataset: Dataset, canvas: Canvas, kind: string): Chart;
  free(): void;
  set_theme(dark: boolean, ground: number, ink: number): void;
  layout(width: number, device_pixel_ratio: number): number;
  paint(progress: number): boolean;
  set_state(query: string): void;
  describe(query: string): Description;
  table(): Table;
  rows(from: number, most: number): Row[];
  strings(): Strings;
  hit(x: number, y: number): number;
  tooltip(datum: number): TooltipWords;
  spoken(datum: number): string;
  choices(): Choice[];
  walk(step: number): number;
  datum_of(id: string): number;
  card(datum: number): CardWords;
  poster(width: number, ratio: number, texts: string): void;
  write(csv: boolean, countries: string): string;
  figures(countries: string): string;
}

export function add_country_names(names: string): void;

/** A response, or bytes. */
export type Code = Response | BufferSource;

/** The bindings of a module that draws. */
export interface Bindings {
  Chart: typeof Chart;
  Dataset: typeof Dataset;
  add_country_names: typeof add_country_names;
  /** Instantiates the module. */
  default(code: Code): Promise<void>;
  /** Adds a part to it. */
  add(code: Code): Promise<void>;
}

/** An error in own data. */
export interface DataError {
  path?: string;
  id?: string;
  problem?: string;
  expected?: string;
  text: string;
}

/** Two arguments: the core tape and the tape of details. */
export type Tapes = [Float64Array, string, Float64Array, string];

/** The bindings of the module that validates datasets of others. */
export interface Validator {
  default(code: Code): Promise<void>;
  /** Throws a list of [`DataError`] for an invalid dataset. */
  read(value: unknown): Tapes;
  /** Likewise, for a file with lines and columns; `url` is empty for a file that is not on the web. */
  read_sheet(bytes: Uint8Array, name: string, url: string, as_of: string): Tapes;
  /** The first errors, and the total number. */
  column_errors(value: unknown): [DataError[], number];
}

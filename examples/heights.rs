use heistogram::aggregate::Filter;
use heistogram::chart::*;
use heistogram::data::*;
use heistogram::text::*;
fn main() {
    let value: Value = serde_json::from_str(include_str!("../www/data/dataset.json")).unwrap();
    let dataset = Dataset::from_value(&value).unwrap();
    for kind in ChartKind::ALL {
        let figure = Figure::new(kind, &dataset, &Filter::default(), kind.measures()[0]);
        print!("{:14}", kind.id());
        let mut last = 0.0;
        for w in 240..=1200 {
            let c = LayoutContext {
                figure: &figure,
                dataset: &dataset,
                width: w as f64,
                plot_height: None,
                theme: &heistogram::theme::LIGHT,
                locale: heistogram::locale::ALL[0],
                text: &BuiltInMetrics,
            };
            let h = layout(&c).height;
            if h != last && (w % 16 == 0 || (h - last).abs() > 5.0) {
                print!(" {w}:{h:.0}");
                last = h;
            }
        }
        println!();
    }
}

// React's types know the elements of HTML only.
import type { HeistChartElement, HeistChartProps } from "heistogram";
import type { DetailedHTMLProps, HTMLAttributes } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "heist-chart": DetailedHTMLProps<HTMLAttributes<HeistChartElement>, HeistChartElement> & HeistChartProps;
    }
  }
}

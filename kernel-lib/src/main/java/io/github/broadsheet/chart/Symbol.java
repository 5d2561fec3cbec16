package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** Plotly's symbols, full or open, in the size the trace gives. */
final class Symbol extends Marker {
  private static final BasicStroke PEN = new BasicStroke(1.6f);
  private final String name;
  private final boolean open;
  private final double size;

  private Symbol(String name, boolean open, double size) {
    this.name = name;
    this.open = open;
    this.size = size;
  }

  static Symbol disk(double size) {
    return new Symbol("circle", false, size);
  }

  /** The symbol of a trace's {@code marker}. */
  static Symbol of(JsonNode marker) {
    String name = marker.path("symbol").asText("circle");
    double size = Math.max(2, Math.min(64, marker.path("size").asDouble(6)));
    return new Symbol(name.replace("-open", ""), name.contains("-open"), size);
  }

  @Override
  public void paint(Graphics2D pen, double x, double y, int markerSize) {
    Shape shape =
        AffineTransform.getTranslateInstance(x, y)
            .createTransformedShape(
                AffineTransform.getScaleInstance(size / 2, size / 2)
                    .createTransformedShape(unit()));
    if (open) {
      pen.setStroke(PEN);
      pen.draw(shape);
    } else {
      pen.fill(shape);
    }
  }

  /** The shape with a radius of 1. */
  private Shape unit() {
    return switch (name) {
      case "square" -> new Rectangle2D.Double(-0.9, -0.9, 1.8, 1.8);
      case "diamond" -> polygon(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0);
      case "triangle-up" -> polygon(0, -1.15, 1.1, 0.85, -1.1, 0.85);
      case "triangle-down" -> polygon(0, 1.15, 1.1, -0.85, -1.1, -0.85);
      case "cross" -> cross();
      case "x" -> AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(cross());
      default -> new Ellipse2D.Double(-1, -1, 2, 2);
    };
  }

  private static Shape cross() {
    double thick = 0.4;
    return polygon(
        -thick, -1.1, thick, -1.1, thick, -thick, 1.1, -thick, 1.1, thick, thick, thick, thick, 1.1,
        -thick, 1.1, -thick, thick, -1.1, thick, -1.1, -thick, -thick, -thick);
  }

  private static Shape polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }
}

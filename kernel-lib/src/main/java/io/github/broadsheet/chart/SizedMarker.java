package io.github.broadsheet.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A disk of its own size, whatever the chart's marker size is. */
final class SizedMarker extends Marker {
  private final double diameter;

  SizedMarker(double diameter) {
    this.diameter = diameter;
  }

  @Override
  public void paint(Graphics2D pen, double x, double y, int markerSize) {
    pen.setStroke(new BasicStroke(1f));
    Shape disk = new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter);
    pen.fill(disk);
  }
}

package io.offsetwise.bootstrap.house;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The picture of the modules: what needs nothing lies at the bottom, and each one above what it
 * needs. An arrow that passes a level goes along the edge: on the left to the lowest level, on the
 * right to the one above it.
 */
final class HousePicture {

  private static final int WIDTH = 960;
  private static final int EDGE = 20;
  private static final int LANE = 58;
  private static final int BETWEEN_BOXES = 20;
  private static final int BETWEEN_LEVELS = 60;
  private static final int FOOT = 42;
  private static final int LEGEND_ABOVE_BOTTOM = 16;

  private static final String STYLE =
      """
      <title>The modules of the build and the arrows between them</title>
      <style>
      :root { color-scheme: light dark; --paper: #ffffff; --ink: #1f2933; --soft: #5f6b76;
        --room: #ffffff; --fill0: #e4f3e8; --line0: #2e7d4f; --fill1: #e2eff8; --line1: #1f6f9f;
        --fill2: #faf0de; --line2: #a8701a; --fill3: #f0eef7; --line3: #6a5aa8; }
      @media (prefers-color-scheme: dark) {
        :root { --paper: #12171d; --ink: #e6ebf0; --soft: #9aa7b3;
          --room: #12171d; --fill0: #173424; --line0: #63c08a; --fill1: #15303f; --line1: #6bb7e0;
          --fill2: #3a2c14; --line2: #e0ab55; --fill3: #2a2540; --line3: #ab9de6; } }
      text { font-family: system-ui, sans-serif; fill: var(--ink); }
      .name { font-size: 17px; font-weight: 600; }
      .package { font-family: ui-monospace, monospace; font-size: 13px; text-anchor: middle; }
      .legend { font-size: 13px; fill: var(--soft); }
      .paper { fill: var(--paper); }
      .module { stroke-width: 1.5; }
      .room { fill: var(--room); stroke-width: 0.8; stroke-opacity: 0.55; }
      .halo { fill: none; stroke: var(--paper); stroke-width: 7; }
      .arrow { fill: none; stroke-width: 2; }
      """;

  private static final String LEVEL =
      """
      .level{level} .module { fill: var(--fill{level}); stroke: var(--line{level}); }
      .level{level} .room { stroke: var(--line{level}); }
      .to{level} { stroke: var(--line{level}); }
      .head{level} { fill: var(--line{level}); }
      """;

  private static final String LEGEND =
      "An arrow leads from a module to one whose classes it uses, and has its colour. Inside: the"
          + " packages.";

  private final Map<String, Box> boxes = new TreeMap<>();
  private final int levels;
  private final int height;

  /** The picture of a plan with at most four levels. */
  HousePicture(HousePlan plan) {
    int top = EDGE;
    int highest = 0;
    while (!plan.on(highest + 1).isEmpty()) {
      highest++;
    }
    for (int level = highest; level >= 0; level--) {
      top = place(plan.on(level), level, highest, top) + BETWEEN_LEVELS;
    }
    levels = highest + 1;
    height = top - BETWEEN_LEVELS + FOOT;
  }

  /** Places the boxes of a level side by side, all as high as the highest. */
  private int place(List<HouseModule> modules, int level, int highest, int top) {
    int left = level == 0 || level == highest ? EDGE : EDGE + LANE;
    int right = level < 2 || level == highest ? WIDTH - EDGE : WIDTH - EDGE - LANE;
    int width = (right - left + BETWEEN_BOXES) / modules.size() - BETWEEN_BOXES;
    int high = modules.stream().mapToInt(module -> Box.heightOf(module, width)).max().orElseThrow();
    for (HouseModule module : modules) {
      boxes.put(module.name(), new Box(module, level, left, top, width, high));
      left += width + BETWEEN_BOXES;
    }
    return top + high;
  }

  /** The picture as a file. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n",
            WIDTH,
            height));
    svg.append(STYLE);
    for (int level = 0; level < levels; level++) {
      svg.append(LEVEL.replace("{level}", Integer.toString(level)));
    }
    svg.append("</style>\n");
    svg.append(
        String.format(
            Locale.ROOT, "<rect class=\"paper\" width=\"%d\" height=\"%d\"/>\n", WIDTH, height));
    // The straight ones later: they bridge those that go to an edge. The boxes cover all ends.
    arrows().filter(arrow -> !arrow.isStraight()).forEach(arrow -> svg.append(arrow.svg()));
    arrows().filter(Arrow::isStraight).forEach(arrow -> svg.append(arrow.svg()));
    boxes.values().forEach(box -> svg.append(box.svg()));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"legend\" x=\"%d\" y=\"%d\">%s</text>\n",
            EDGE,
            height - LEGEND_ABOVE_BOTTOM,
            LEGEND));
    return svg.append("</svg>\n").toString();
  }

  private Stream<Arrow> arrows() {
    return boxes.values().stream()
        .flatMap(
            from -> from.module().needs().stream().map(need -> new Arrow(from, boxes.get(need))));
  }
}

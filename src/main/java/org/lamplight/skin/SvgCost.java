package org.lamplight.skin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Bounds the time that a drawing takes: how many numbers its shapes have, and how far off the drawing they reach. */
final class SvgCost {
    private static final int MOST_NUMBERS = 6_000;

    /** Areas are cut out of each other in a time that grows with the square of their corners. */
    private static final int MOST_NUMBERS_IN_CLIPS = 400;

    private static final int MOST_CLIPPED = 32;

    /** How many times the side of the drawing a point may be away from it. */
    private static final double FARTHEST = 1000;

    private static final Set<String> SHAPES =
            Set.of("d", "points", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z]+)\\s*\\(([^)]*)\\)");

    private final Deque<Double> scales = new ArrayDeque<>();
    private double side = 300;
    private int numbers;
    private int clips;
    private int clipped;

    void begin(XMLStreamReader reader) throws BrokenIcon {
        int line = reader.getLocation().getLineNumber();
        boolean root = scales.isEmpty();
        if (root) {
            side = side(reader);
        }
        if (clips > 0 || reader.getLocalName().equals("clipPath")) {
            clips++;
        }
        double scale = root ? 1 : scales.peek();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            if (name.equals("transform")) {
                scale = transformed(value, scale, line);
            } else if (name.equals("clip-path") || value.contains("clip-path")) {
                clip();
            }
        }
        scales.push(scale);
        for (int i = 0; !root && i < reader.getAttributeCount(); i++) {
            if (SHAPES.contains(reader.getAttributeLocalName(i))) {
                shape(reader.getAttributeValue(i), scale, line);
            }
        }
    }

    void end(XMLStreamReader reader) {
        scales.pop();
        clips = Math.max(0, clips - 1);
    }

    int numbers() {
        return numbers;
    }

    private static double side(XMLStreamReader reader) {
        @Nullable String box = reader.getAttributeValue(null, "viewBox");
        String size = box == null ? reader.getAttributeValue(null, "width") : box.replaceAll("^(?:\\S+[\\s,]+){2}", "");
        Matcher found = NUMBER.matcher(size == null ? "300" : size);
        double side = 0;
        while (found.find()) {
            side = Math.max(side, Double.parseDouble(found.group()));
        }
        return side > 0 ? side : 1;
    }

    private void clip() throws BrokenIcon {
        clipped++;
        if (clipped > MOST_CLIPPED) {
            throw new BrokenIcon("elements", MOST_CLIPPED);
        }
    }

    private void shape(String value, double scale, int line) throws BrokenIcon {
        Matcher found = NUMBER.matcher(value);
        while (found.find()) {
            numbers += clips > 0 ? MOST_NUMBERS / MOST_NUMBERS_IN_CLIPS : 1;
            if (numbers > MOST_NUMBERS) {
                throw new BrokenIcon("numbers", MOST_NUMBERS);
            }
            near(Double.parseDouble(found.group()) * scale, line);
        }
    }

    private void near(double number, int line) throws BrokenIcon {
        if (!(Math.abs(number) <= FARTHEST * side)) {
            throw BrokenIcon.atLine(line, "far");
        }
    }

    /** The greatest factor by which this and what stands around it can enlarge. */
    private double transformed(String transform, double outer, int line) throws BrokenIcon {
        double scale = outer;
        Matcher function = FUNCTION.matcher(transform);
        while (function.find()) {
            double most = 0;
            Matcher found = NUMBER.matcher(function.group(2));
            for (int i = 0; found.find(); i++) {
                double number = Math.abs(Double.parseDouble(found.group()));
                boolean matrix = i < 4 && function.group(1).equals("matrix");
                boolean factor = matrix || function.group(1).equals("scale");
                if (factor) {
                    most = Math.max(most, number);
                } else {
                    near(number * scale, line);
                }
            }
            scale *= function.group(1).startsWith("skew") ? skew(function.group(2), line) : Math.max(1, 2 * most);
            near(scale, line);
        }
        return scale;
    }

    private double skew(String angle, int line) throws BrokenIcon {
        Matcher found = NUMBER.matcher(angle);
        double tangent = found.find() ? Math.abs(Math.tan(Math.toRadians(Double.parseDouble(found.group())))) : 0;
        near(tangent * side, line);
        return 1 + tangent;
    }
}

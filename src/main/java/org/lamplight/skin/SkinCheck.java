package org.lamplight.skin;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;

/**
 * What the author of a skin should know.
 *
 * @param problems what is wrong: in the files, icons too alike, icons too faint
 * @param notes what may be meant so, a sentence each
 */
public record SkinCheck(List<SkinProblem> problems, List<String> notes) {
    /** Least contrast of an icon to its ground (WCAG 2.1, 1.4.11). */
    static final double CONTRAST = 3;

    private static final Texts TEXTS = Texts.of(SkinCheck.class);
    private static final int SIDE = 32;

    public SkinCheck {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    static SkinCheck of(Path folder, Skin skin) {
        List<SkinProblem> problems = new ArrayList<>(skin.problems());
        alike(folder, skin, problems);
        faint(folder, skin, problems);
        return new SkinCheck(problems, missing(skin));
    }

    /** One problem for two pictures, however many statuses each stands for. */
    private static void alike(Path folder, Skin skin, List<SkinProblem> problems) {
        Set<Set<Artwork>> told = new LinkedHashSet<>();
        for (Likeness.Pair pair : Likeness.of(skin).pairs()) {
            Set<Artwork> pictures = Set.of(
                    skin.shown(pair.one()).artwork(), skin.shown(pair.other()).artwork());
            if (pair.difference() < Likeness.LIMIT && told.add(pictures)) {
                problems.add(SkinProblem.of(
                        folder,
                        0,
                        "check.alike",
                        pair.one().key(),
                        pair.other().key(),
                        figure(pair.difference(), 2),
                        figure(Likeness.LIMIT, 2)));
            }
        }
    }

    private static void faint(Path folder, Skin skin, List<SkinProblem> problems) {
        Set<Artwork> told = new LinkedHashSet<>();
        for (Status status : Status.values()) {
            for (Hues theme : List.of(Hues.LIGHT, Hues.DARK)) {
                double contrast = contrast(skin.image(status, SIDE, theme), Light.ground(theme.dark()));
                if (contrast < CONTRAST && told.add(skin.shown(status).artwork())) {
                    String ground = TEXTS.get(theme.dark() ? "check.dark" : "check.light");
                    problems.add(SkinProblem.of(
                            folder, 0, "check.faint", status.key(), figure(contrast, 1), ground, figure(CONTRAST, 1)));
                }
            }
        }
    }

    /** What a quarter of the picture reaches at least: that much is enough to see its shape. */
    static double contrast(BufferedImage image, int ground) {
        int side = image.getWidth();
        double[] contrasts = Arrays.stream(image.getRGB(0, 0, side, side, null, 0, side))
                .filter(pixel -> pixel >>> 24 > 128)
                .mapToDouble(pixel -> Light.contrast(pixel, ground))
                .sorted()
                .toArray();
        return contrasts.length == 0 ? 1 : contrasts[contrasts.length * 3 / 4];
    }

    private static List<String> missing(Skin skin) {
        String missing = Arrays.stream(Status.values())
                .filter(status -> skin.shown(status).from() != Skin.From.SKIN)
                .map(Status::key)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? List.of() : List.of(TEXTS.get("check.missing", missing));
    }

    private static String figure(double value, int digits) {
        NumberFormat format = NumberFormat.getInstance(TEXTS.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }
}

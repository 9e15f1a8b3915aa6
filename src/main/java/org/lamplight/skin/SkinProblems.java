package org.lamplight.skin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong while a skin was read: so much that a person can read it, and how much more there is. */
final class SkinProblems {
    private static final int MOST = 100;

    private final List<SkinProblem> first = new ArrayList<>();
    private int more;

    void add(Path file, int line, String key, Object... values) {
        if (first.size() < MOST) {
            first.add(SkinProblem.of(file, line, key, values));
        } else {
            more++;
        }
    }

    void add(SkinProblem problem) {
        if (first.size() < MOST) {
            first.add(problem);
        } else {
            more++;
        }
    }

    List<SkinProblem> first(Path folder) {
        List<SkinProblem> all = new ArrayList<>(first);
        if (more > 0) {
            all.add(SkinProblem.of(folder, 0, "more", more));
        }
        return all;
    }
}

package org.lamplight.skin;

import java.util.Arrays;
import org.lamplight.core.Texts;

/** A picture cannot be used; the message is a sentence for the user that says why and what to do. */
public final class BrokenIcon extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(BrokenIcon.class);

    private final int line;
    private final String wrong;
    private final String todo;

    /** For the texts {@code picture.KEY} and {@code picture.KEY.todo}. */
    BrokenIcon(String key, Object... values) {
        this(0, key, values);
    }

    private BrokenIcon(int line, String key, Object... values) {
        super(sentence(line, key, values));
        this.line = line;
        this.wrong = text("picture." + key, values);
        this.todo = text("picture." + key + ".todo", values);
    }

    /** The same for one line of the file, counted from 1. */
    static BrokenIcon atLine(int line, String key, Object... values) {
        return new BrokenIcon(Math.max(1, line), key, values);
    }

    private static String sentence(int line, String key, Object... values) {
        String wrong = text("picture." + key, values);
        String todo = text("picture." + key + ".todo", values);
        return line == 0
                ? TEXTS.get("picture.problem", wrong, todo)
                : TEXTS.get("picture.problem.line", String.valueOf(line), wrong, todo);
    }

    private static String text(String key, Object... values) {
        return TEXTS.get(key, Arrays.stream(values).map(String::valueOf).toArray());
    }

    /** As a problem of the skin that has this file. */
    SkinProblem problem(Object file) {
        return new SkinProblem(file.toString(), line, wrong, todo);
    }

    /** What is wrong, to follow the name of the file, without a full stop. */
    String wrong() {
        return wrong;
    }

    /** What to do, without a full stop. */
    String todo() {
        return todo;
    }
}

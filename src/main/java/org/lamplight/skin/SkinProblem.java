package org.lamplight.skin;

import java.util.Arrays;
import org.lamplight.core.Texts;

/**
 * One thing that is wrong with a skin, for the person who edits it.
 *
 * @param file which file
 * @param line which line of it, counted from 1; 0 where the whole file is meant
 * @param wrong what is wrong, without a full stop
 * @param todo what to do about it, without a full stop
 */
public record SkinProblem(String file, int line, String wrong, String todo) {
    private static final Texts TEXTS = Texts.of(SkinProblem.class);

    /** With the texts {@code KEY} and {@code KEY.todo}. */
    static SkinProblem of(Object file, int line, String key, Object... values) {
        Object[] written = Arrays.stream(values).map(String::valueOf).toArray();
        return new SkinProblem(file.toString(), line, TEXTS.get(key, written), TEXTS.get(key + ".todo", written));
    }

    @Override
    public String toString() {
        return line == 0
                ? TEXTS.get("problem", file, wrong, todo)
                : TEXTS.get("problem.line", file, String.valueOf(line), wrong, todo);
    }
}

package org.lamplight.skin;

import java.util.Arrays;
import org.lamplight.core.Texts;

/** A picture cannot be used; the message is a sentence for the user that says why and what to do. */
public final class BrokenIcon extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(BrokenIcon.class);

    private final String wrong;
    private final String todo;

    /** For the texts {@code picture.KEY} and {@code picture.KEY.todo}. */
    BrokenIcon(String key, Object... values) {
        this(wrong(key, values), TEXTS.get("picture." + key + ".todo", asWritten(values)), true);
    }

    @SuppressWarnings("unused") // tells it from the other constructor
    private BrokenIcon(String wrong, String todo, boolean ready) {
        super(TEXTS.get("picture.problem", wrong, todo));
        this.wrong = wrong;
        this.todo = todo;
    }

    private static String wrong(String key, Object... values) {
        return TEXTS.get("picture." + key, asWritten(values));
    }

    private static Object[] asWritten(Object... values) {
        return Arrays.stream(values).map(String::valueOf).toArray();
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

package org.lamplight.skin;

import java.util.Arrays;
import org.lamplight.core.Texts;

/** A skin cannot be read, imported or saved; the message is a sentence for the user that says why and what to do. */
public final class BrokenSkin extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(BrokenSkin.class);

    /** For the text of this key. */
    BrokenSkin(String key, Object... values) {
        super(TEXTS.get(key, Arrays.stream(values).map(String::valueOf).toArray()));
    }

    BrokenSkin because(Throwable cause) {
        initCause(cause);
        return this;
    }
}

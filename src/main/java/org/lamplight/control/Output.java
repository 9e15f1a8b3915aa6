package org.lamplight.control;

import com.google.gson.JsonObject;
import java.io.IOException;

/** Takes the objects that a command prints, one a line. */
interface Output {
    void line(JsonObject object) throws IOException;

    /** Shows what was printed so far; a finished command does so by itself. */
    void flush() throws IOException;

    /** Whether nobody reads any more, so that a stream may end. */
    boolean closed();
}

package org.lamplight.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The windows, as commands see them. Called on a connection's thread; may wait for the EDT. */
public interface Windows {

    /** Names of the open windows. */
    List<String> open() throws InterruptedException;

    /** Opens a window, or brings it to the front. */
    void open(String name, Optional<String> argument) throws Refusal, InterruptedException;

    /** Paints a window (the first one if none is named) into a PNG file. */
    void picture(Optional<String> name, Path file) throws Refusal, IOException, InterruptedException;

    /** The longest time that the EDT was busy without a break, in milliseconds. */
    long longestPauseMs();

    /** The most that one event made the EDT work, in milliseconds on the processor. */
    long mostWorkMs();

    /** Measures both anew from now on. */
    void measureAnew();
}

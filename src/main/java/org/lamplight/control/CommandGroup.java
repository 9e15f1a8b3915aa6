package org.lamplight.control;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The commands that begin with one word, or a few that belong together. Runs on the connection's thread, which may wait. */
interface CommandGroup {

    /** The first words that it answers to. */
    Set<String> words();

    /** Carries a command out; {@code args} begins with the first word. */
    void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException;
}

package org.lamplight.ui.hub;

import java.util.function.Consumer;

/**
 * What the hub knows of the program around it.
 *
 * @param version what "About" says the program's version is
 * @param open opens the window of this name; called on the EDT
 * @param quit ends the program
 */
public record Program(String version, Consumer<String> open, Runnable quit) {}

package org.lamplight.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lamplight.control.Refusal;
import org.lamplight.control.Windows;

/** The windows of the client. */
final class Face implements Windows {
    Face(Client client) {}

    void show(boolean minimized) {}

    @Override
    public List<String> open() {
        return List.of();
    }

    @Override
    public void open(String name, Optional<String> argument) throws Refusal {
        throw new Refusal("This client runs without windows.");
    }

    @Override
    public void picture(Optional<String> name, Path file) throws Refusal {
        throw new Refusal("This client runs without windows.");
    }

    @Override
    public long longestPauseMs() {
        return 0;
    }
}

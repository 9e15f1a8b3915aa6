package org.lamplight.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lamplight.control.Refusal;
import org.lamplight.control.Windows;
import org.lamplight.core.Texts;

/** The windows of a client that runs without any. */
final class NoWindows implements Windows {
    private static final Texts TEXTS = Texts.of(NoWindows.class);

    @Override
    public List<String> open() {
        return List.of();
    }

    @Override
    public void open(String name, Optional<String> argument) throws Refusal {
        throw new Refusal(TEXTS.get(name.equals("uri") ? "link.unasked" : "windows.none", argument.orElse("")));
    }

    @Override
    public void picture(Optional<String> name, Path file) throws Refusal {
        throw new Refusal(TEXTS.get("windows.none"));
    }

    @Override
    public long longestPauseMs() {
        return 0;
    }

    @Override
    public long mostWorkMs() {
        return 0;
    }

    @Override
    public void measureAnew() {}
}

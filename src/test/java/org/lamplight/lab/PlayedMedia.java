package org.lamplight.lab;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSession;

/** The sound of one call, which sounds as it is told to, and remembers what it was asked. */
public final class PlayedMedia implements MediaSession {
    public final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile MediaReport report;

    public PlayedMedia(MediaReport report) {
        this.report = report;
    }

    @Override
    public String offer() {
        return "";
    }

    @Override
    public String answer(String offer) {
        return "";
    }

    @Override
    public void accept(String answer) {}

    @Override
    public void takeBack() {}

    @Override
    public void hold(boolean on) {}

    @Override
    public void move(InetAddress local, boolean cutOff) {}

    @Override
    public boolean isHeldByPeer() {
        return false;
    }

    @Override
    public boolean press(char key) {
        return true;
    }

    @Override
    public void mute(boolean on) {
        asked.add(on ? "mute" : "unmute");
    }

    @Override
    public void confer(@Nullable String conference) {
        asked.add(conference == null ? "alone" : "confer");
    }

    @Override
    public void record(@Nullable Path file) {
        asked.add(file == null ? "record nothing" : "record " + file.getFileName());
    }

    @Override
    public MediaReport report() {
        return report;
    }

    @Override
    public void close() {}
}

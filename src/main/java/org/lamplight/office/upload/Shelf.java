package org.lamplight.office.upload;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The slots and their files, in a temporary folder of its own. Thread-safe; never blocks for long. */
final class Shelf implements AutoCloseable {
    static final String ROOT = "/files/";

    private final UploadLimits limits;
    private final Clock clock;
    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    Shelf(UploadLimits limits, Clock clock) throws IOException {
        this.limits = limits;
        this.clock = clock;
        this.folder = Files.createTempDirectory("office-files");
    }

    /** A slot for a file that is announced; empty while there is no room for it. */
    synchronized Optional<Slot> open(String name, long size, String type) {
        slots.values().removeIf(slot -> slot.stage == Slot.Stage.AWAITED && isOver(slot));
        long taken = slots.values().stream().mapToLong(slot -> slot.size).sum();
        if (size > limits.total() - taken) {
            return Optional.empty();
        }
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        String id = HexFormat.of().formatHex(secret);
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        Slot slot = new Slot(
                ROOT + id + "/" + encoded, size, type, clock.instant().plus(limits.validity()), folder.resolve(id));
        slots.put(slot.path, slot);
        return Optional.of(slot);
    }

    /** The slot that awaits its file there; it is taken from now on. */
    synchronized Optional<Slot> take(String path) {
        Optional<Slot> slot = Optional.ofNullable(slots.get(path))
                .filter(found -> found.stage == Slot.Stage.AWAITED && !isOver(found));
        slot.ifPresent(found -> found.stage = Slot.Stage.ARRIVING);
        return slot;
    }

    /** Its file has come whole, or not. One that has not may come again. */
    synchronized void came(Slot slot, boolean whole) {
        slot.stage = whole ? Slot.Stage.THERE : Slot.Stage.AWAITED;
    }

    /** The file that lies there. */
    synchronized Optional<Slot> find(String path) {
        return Optional.ofNullable(slots.get(path)).filter(slot -> slot.stage == Slot.Stage.THERE);
    }

    private boolean isOver(Slot slot) {
        return !clock.instant().isBefore(slot.until);
    }

    @Override
    public synchronized void close() throws IOException {
        slots.clear();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}

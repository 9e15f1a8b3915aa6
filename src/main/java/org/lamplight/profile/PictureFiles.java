package org.lamplight.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.core.Threads;
import org.lamplight.people.Address;
import org.lamplight.people.PictureId;
import org.lamplight.people.PictureStore;
import org.lamplight.people.Pictures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures as files that are called as the pictures are, for the owner's eyes only. When they take up too much room, those
 * that were looked at longest ago go. Works on a thread of its own.
 */
public final class PictureFiles implements PictureStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFiles.class);
    private static final long USUAL_MOST_BYTES = 32L * 1024 * 1024;
    private static final long MOST_KNOWN_BYTES = 16L * 1024 * 1024;
    private static final int CLOSE_SECONDS = 2;
    private static final String KNOWN = "known";

    private final Path folder;
    private final long most;
    private final ScheduledExecutorService thread = Threads.single("pictures");
    private long taken = -1;

    public PictureFiles(Path folder) {
        this(folder, USUAL_MOST_BYTES);
    }

    /** @param most bytes, of all pictures together */
    public PictureFiles(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> read(PictureId id) {
        return later(() -> readNow(id));
    }

    private <T> CompletableFuture<T> later(Supplier<T> work) {
        return new CompletableFuture<T>().completeAsync(work, task -> Threads.post(thread, task));
    }

    private Optional<byte[]> readNow(PictureId id) {
        Path file = folder.resolve(id.hex());
        try {
            if (Files.size(file) > Pictures.MOST_BYTES) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            if (!PictureId.ofBytes(bytes).equals(id)) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(bytes);
        } catch (NoSuchFileException notKept) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.info("A kept picture is not readable and is fetched anew", e);
            return Optional.empty();
        }
    }

    @Override
    public void write(PictureId id, byte[] bytes) {
        Threads.post(thread, () -> {
            try {
                WholeFile.write(folder.resolve(id.hex()), bytes);
                taken = taken < 0 ? total() : taken + bytes.length;
                if (taken > most) {
                    drop();
                }
            } catch (IOException e) {
                LOG.info("A picture can't be kept and will be fetched again", e);
            }
        });
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file -> PictureId.of(file.getFileName().toString()).isPresent())
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private long total() throws IOException {
        long sum = 0;
        for (Path file : files()) {
            sum += Files.size(file);
        }
        return sum;
    }

    /** Until a fifth is free again, so that this is seldom done. */
    private void drop() throws IOException {
        taken = total();
        Map<Path, FileTime> looked = new LinkedHashMap<>();
        for (Path file : files()) {
            looked.put(file, Files.getLastModifiedTime(file));
        }
        List<Path> oldest = looked.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
        for (Path file : oldest) {
            if (taken <= most / 5 * 4) {
                return;
            }
            taken -= Files.size(file);
            Files.delete(file);
        }
    }

    @Override
    public CompletableFuture<Map<String, PictureId>> known() {
        return later(this::knownNow);
    }

    private Map<String, PictureId> knownNow() {
        Path file = folder.resolve(KNOWN);
        Map<String, PictureId> known = new LinkedHashMap<>();
        try {
            if (Files.exists(file) && Files.size(file) <= MOST_KNOWN_BYTES) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split("\t", -1);
                    Optional<PictureId> id = PictureId.of(parts[0]);
                    Optional<String> address = parts.length == 2 ? Address.bareIm(parts[1]) : Optional.empty();
                    id.ifPresent(one -> address.ifPresent(whose -> known.put(whose, one)));
                }
            }
        } catch (IOException e) {
            LOG.info("Whose picture is which was not readable and is learnt anew", e);
        }
        return known;
    }

    @Override
    public void keepKnown(Map<String, PictureId> known) {
        StringBuilder text = new StringBuilder();
        known.forEach(
                (address, id) -> text.append(id).append('\t').append(address).append('\n'));
        Threads.post(thread, () -> {
            try {
                WholeFile.write(folder.resolve(KNOWN), text.toString());
            } catch (IOException e) {
                LOG.info("Whose picture is which can't be kept", e);
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.debug("not everything was written in time");
        }
    }
}

package org.lamplight.ui.pictures;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.lamplight.ui.kit.Edt;

/**
 * The small pictures that were shown last, up to so many bytes; others are made anew when they are wanted. EDT, but for the
 * making.
 */
public final class Thumbnails {
    private static final long MOST_BYTES = 24L * 1024 * 1024;
    private static final int MOST_AWAITED = 64;

    private final Executor maker;
    private final Map<Key, Optional<BufferedImage>> made = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Key, Set<Runnable>> awaited = new HashMap<>();
    private long bytes;

    private record Key(Path file, int width, int height) {}

    /** {@code maker}: one thread, on which pictures are read. */
    public Thumbnails(Executor maker) {
        this.maker = maker;
    }

    /**
     * The picture of a file, shrunk to fit into a box of device pixels.
     *
     * @param ready runs once it is there, if it is not yet
     * @return empty while it is not there, or where there is none
     */
    public Optional<BufferedImage> get(Path file, Dimension box, Runnable ready) {
        Edt.requireEdt();
        Key key = new Key(file, Math.max(1, box.width), Math.max(1, box.height));
        if (!made.containsKey(key)) {
            await(key, ready);
        }
        return made.getOrDefault(key, Optional.empty());
    }

    /** The file is another one now. */
    public void forget(Path file) {
        Edt.requireEdt();
        made.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey().file().equals(file);
            bytes -= gone ? size(entry.getValue()) : 0;
            return gone;
        });
    }

    private void await(Key key, Runnable ready) {
        Set<Runnable> others = awaited.get(key);
        if (others != null) {
            others.add(ready);
        } else if (awaited.size() < MOST_AWAITED) {
            awaited.put(key, new LinkedHashSet<>(Set.of(ready)));
            maker.execute(() -> {
                Optional<BufferedImage> picture = Thumbnail.of(key.file(), new Dimension(key.width(), key.height()));
                Edt.later(() -> keep(key, picture));
            });
        }
    }

    private void keep(Key key, Optional<BufferedImage> picture) {
        made.put(key, picture);
        bytes += size(picture);
        var oldest = made.entrySet().iterator();
        while (bytes > MOST_BYTES && made.size() > 1 && oldest.hasNext()) {
            bytes -= size(oldest.next().getValue());
            oldest.remove();
        }
        Set<Runnable> waiting = awaited.remove(key);
        if (waiting != null && picture.isPresent()) {
            waiting.forEach(Runnable::run);
        }
    }

    private static long size(Optional<BufferedImage> picture) {
        return picture.map(image -> 4L * image.getWidth() * image.getHeight()).orElse(64L);
    }
}

package org.lamplight.ui.kit;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.lamplight.people.PictureEvent;
import org.lamplight.ui.picture.PictureReader;
import org.lamplight.ui.picture.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of people as windows see them: asked for when somebody is first painted, unpacked beside the EDT, and kept
 * as long as there is room. Nobody who is not painted costs anything. All but the constructor: EDT.
 */
public final class PortraitMirror implements Portraits {
    private static final Logger LOG = LoggerFactory.getLogger(PortraitMirror.class);

    /** The widest place for a picture, twice the size on a fine screen; in pixels. */
    private static final int KEPT_SIDE = 256;

    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int MOST_PEOPLE = 2_000;

    private final Domain domain;
    private final ExecutorService unpacking = Threads.single("portraits");
    private final FrameTimer frame = new FrameTimer(this::tell);
    private final List<Runnable> listeners = new ArrayList<>();

    /** Whom some window has painted: core looks here before it wakes the EDT. */
    private final Set<String> painted = ConcurrentHashMap.newKeySet();

    /** Whoever was painted longest ago comes first. */
    private final Map<String, Portrait> portraits = new LinkedHashMap<>(64, 0.75f, true);

    private long bytes;

    public PortraitMirror(Domain domain) {
        this.domain = domain;
        domain.events().listen(PictureEvent.class, this::happened);
    }

    @Override
    public void listen(Runnable changed) {
        Edt.requireEdt();
        listeners.add(changed);
    }

    @Override
    public @Nullable Image of(String address, int pixels) {
        Portrait portrait = portraits.computeIfAbsent(address, any -> new Portrait());
        if (portrait.isAskedFor()) {
            return portrait.sized(pixels);
        }
        painted.add(address);
        ask(address, portrait.asked());
        return portrait.sized(pixels);
    }

    private void ask(String address, int turn) {
        domain.core()
                .execute(() -> domain.pictures()
                        .load(address)
                        .thenAccept(loaded -> Threads.post(unpacking, () -> {
                            Optional<BufferedImage> picture = loaded.flatMap(PortraitMirror::unpacked);
                            Edt.later(() -> came(address, turn, picture.orElse(null)));
                        })));
    }

    private static Optional<BufferedImage> unpacked(byte[] bytes) {
        try {
            return Optional.of(PictureReader.square(bytes, KEPT_SIDE, PictureReader.MOST_PIXELS));
        } catch (Unreadable no) {
            LOG.debug("a picture that can't be shown", no);
            return Optional.empty();
        }
    }

    private void came(String address, int turn, @Nullable BufferedImage picture) {
        Portrait portrait = portraits.get(address);
        if (portrait == null || !portrait.isTurn(turn)) {
            return;
        }
        bytes += portrait.show(picture);
        makeRoom();
        frame.wish();
    }

    private void makeRoom() {
        Iterator<Map.Entry<String, Portrait>> oldest = portraits.entrySet().iterator();
        while ((bytes > MOST_BYTES || portraits.size() > MOST_PEOPLE) && portraits.size() > 1) {
            Map.Entry<String, Portrait> gone = oldest.next();
            bytes += gone.getValue().show(null);
            painted.remove(gone.getKey());
            oldest.remove();
        }
    }

    private void happened(PictureEvent event) {
        if (event instanceof PictureEvent.PictureChanged changed && painted.contains(changed.address())) {
            Edt.later(() -> again(changed.address()));
        } else if (event instanceof PictureEvent.PicturesReachable && !painted.isEmpty()) {
            Edt.later(() -> {
                portraits.values().forEach(Portrait::retryIfNone);
                frame.wish();
            });
        }
    }

    /** What was shown stays until the other is there. */
    private void again(String address) {
        Portrait portrait = portraits.get(address);
        if (portrait != null) {
            portrait.retry();
            frame.wish();
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}

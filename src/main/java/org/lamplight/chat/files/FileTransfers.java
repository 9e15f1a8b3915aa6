package org.lamplight.chat.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Details;
import org.lamplight.chat.Details.SharedFile;
import org.lamplight.chat.Message;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.files.FileCarrier.Progress;
import org.lamplight.chat.files.FileCarrier.Running;
import org.lamplight.chat.files.Transfer.Phase;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files on their way, both ways. One that is sent is stored as a message first, then uploaded, then told of; like every
 * message it survives a restart, and an upload that was cut begins anew. One that comes is fetched on demand, or by itself
 * as {@link Automatic} allows, and goes on where it was cut. All methods belong on the core thread.
 */
public final class FileTransfers {
    private static final Logger LOG = LoggerFactory.getLogger(FileTransfers.class);
    private static final Texts TEXTS = Texts.of(FileTransfers.class);
    private static final long LARGEST = 8L * 1024 * 1024 * 1024;

    private final CoreThread core;
    private final Executor disk;
    private final Chats chats;
    private final Folders folders;
    private final Automatic automatic;
    private final Carriers carriers = new Carriers();
    private final Lane uploads;
    private final Lane downloads;
    private final Map<String, Fetching> fetching = new HashMap<>();
    private final Map<String, List<CompletableFuture<Message>>> awaited = new HashMap<>();

    /** Where files lie; asked anew for each. */
    public interface Folders {
        /** Where files of others land. */
        Downloads incoming();

        /** Where what one pastes is kept. */
        Downloads outgoing();
    }

    /** {@code disk} may block. */
    @SuppressWarnings("this-escape") // nobody calls back before the constructor is over: all is posted to core
    public FileTransfers(
            CoreThread core, Executor disk, Events events, Chats chats, Folders folders, Automatic automatic) {
        this.core = core;
        this.disk = disk;
        this.chats = chats;
        this.folders = folders;
        this.automatic = automatic;
        this.uploads = new Lane(core, events, new Upload());
        this.downloads = new Lane(core, events, new Download());
        events.listen(org.lamplight.chat.ChatEvent.MessageReceived.class, came -> fetchByItself(came.message()));
        core.execute(() -> {
            chats.delivery().uploadBy(uploads::add);
            chats.offered().thenAccept(all -> all.forEach(this::endedWithProgram));
        });
    }

    /** It was offered to a session of an earlier run. */
    private void endedWithProgram(Message message) {
        String url = url(message);
        disk.execute(() -> {
            try {
                folders.incoming().forget(url);
            } catch (IOException e) {
                LOG.info("A partial file stays: {}", e.toString());
            }
        });
        gone(message, TEXTS.get("offer.restarted"));
    }

    // ---- what the user does

    /**
     * Sends a file with words, which may be empty. Completes once it is stored; fails with {@link FileRefused} or
     * {@link Chats.Unsendable}.
     */
    public CompletableFuture<Message> send(String peer, Path file, String words) {
        return CompletableFuture.supplyAsync(() -> describe(file), disk)
                .thenComposeAsync(shared -> send(peer, shared, words), core);
    }

    /** Sends what exists in memory only, such as a pasted picture: it is kept in a file first. */
    public CompletableFuture<Message> send(String peer, String name, byte[] content, String words) {
        return CompletableFuture.supplyAsync(() -> keep(name, content), disk)
                .thenComposeAsync(shared -> send(peer, shared, words), core);
    }

    private CompletableFuture<Message> send(String peer, SharedFile shared, String words) {
        String text = words.isBlank() ? shared.name() : words;
        return chats.send(peer, text, Details.NONE.withFile(shared));
    }

    private static SharedFile describe(Path file) {
        try {
            Path real = file.toAbsolutePath().normalize();
            String name = SafeName.of(String.valueOf(real.getFileName()));
            if (!Files.isRegularFile(real) || !Files.isReadable(real)) {
                throw new FileRefused(TEXTS.get("file.unreadable", file));
            }
            long size = Files.size(real);
            if (size == 0) {
                throw new FileRefused(TEXTS.get("file.empty", file));
            }
            return new SharedFile(name, size, MediaType.ofName(name), null, real.toString());
        } catch (IOException e) {
            throw new FileRefused(TEXTS.get("file.unreadable", file));
        }
    }

    private SharedFile keep(String name, byte[] content) {
        try {
            Path file = folders.outgoing().reserve(SafeName.of(name));
            Files.write(file, content);
            return describe(file);
        } catch (IOException e) {
            throw new FileRefused(TEXTS.get("disk.failed"));
        }
    }

    /**
     * Fetches the file of a message. Completes with the message, whose file lies here then, and fails with
     * {@link FileRefused}; at once where it lies here already.
     */
    public CompletableFuture<Message> fetch(Message message) {
        Threads.requireCore();
        SharedFile file = message.details().file();
        if (file == null) {
            return CompletableFuture.failedFuture(new FileRefused(TEXTS.get("file.none")));
        }
        String path = file.path();
        CompletableFuture<Boolean> here =
                CompletableFuture.supplyAsync(() -> path != null && Files.isRegularFile(Path.of(path)), disk);
        return here.thenComposeAsync(
                isHere -> isHere ? CompletableFuture.completedFuture(message) : fetchAnew(message, file), core);
    }

    private CompletableFuture<Message> fetchAnew(Message message, SharedFile file) {
        if (file.url() == null) {
            return CompletableFuture.failedFuture(new FileRefused(TEXTS.get("file.gone", file.name())));
        }
        if (carriers.fetching(message.account()).isEmpty()) {
            return CompletableFuture.failedFuture(new FileRefused(TEXTS.get("account.gone", file.name())));
        }
        CompletableFuture<Message> result = new CompletableFuture<>();
        awaited.computeIfAbsent(message.id(), any -> new ArrayList<>()).add(result);
        automatic.forget(message);
        downloads.resume(message);
        downloads.add(message);
        return result;
    }

    private void fetchByItself(Message message) {
        if (message.direction() == Direction.IN && automatic.takes(message, downloads.size())) {
            downloads.add(message);
        }
    }

    public void pause(Message message) {
        lane(message).pause(message);
    }

    public void resume(Message message) {
        lane(message).resume(message);
    }

    /**
     * Gives it up. A message of ours has failed then and can be tried again; of what came, nothing stays. What the peer
     * offers and nobody took is declined.
     */
    public void cancel(Message message) {
        if (isOffered(message) && downloads.find(message).isEmpty()) {
            carriers.fetching(message.account()).ifPresent(carrier -> carrier.decline(url(message)));
            withdrawn(message, TEXTS.get("offer.declined"));
        } else {
            lane(message).cancel(message);
        }
    }

    /** How the file of this message is getting on, if it is on its way. */
    public Optional<Transfer> find(Message message) {
        return lane(message).find(message);
    }

    /** All that are on their way in this talk. */
    public List<Transfer> of(String peer) {
        List<Transfer> all = new ArrayList<>(uploads.all());
        all.addAll(downloads.all());
        all.removeIf(transfer -> !transfer.message().peer().equals(peer));
        return all;
    }

    private Lane lane(Message message) {
        Threads.requireCore();
        SharedFile file = message.details().file();
        return file != null && file.url() == null ? uploads : downloads;
    }

    // ---- what adapters tell

    public void addCarrier(String account, FileCarrier carrier) {
        Threads.requireCore();
        carriers.add(account, carrier);
        downloads.wake();
    }

    public void removeCarrier(String account) {
        Threads.requireCore();
        carriers.remove(account);
        uploads.rest(account);
        downloads.rest(account);
    }

    /** The account's session is there, or is gone for now. */
    public void open(String account, boolean isOpen) {
        Threads.requireCore();
        carriers.open(account, isOpen);
        if (isOpen) {
            uploads.wake();
            downloads.wake();
        }
    }

    /** A file that a peer offered was not taken and can't be any more; {@code why} is a sentence. */
    public void withdrawn(Message message, String why) {
        Threads.requireCore();
        chats.find(message.peer(), message.id())
                .thenAccept(now ->
                        now.filter(each -> downloads.find(each).isEmpty()).ifPresent(each -> gone(each, why)));
    }

    private void gone(Message message, String why) {
        SharedFile file = message.details().file();
        if (file != null && isOffered(message)) {
            chats.fileGone(message, file, why);
        }
    }

    private static boolean isOffered(Message message) {
        SharedFile file = message.details().file();
        return file != null && file.isOffered() && file.path() == null;
    }

    private static String url(Message message) {
        SharedFile file = message.details().file();
        return file == null ? "" : String.valueOf(file.url());
    }

    // ---- the two ways

    private final class Upload implements Lane.Work {
        @Override
        public @Nullable Running begin(Message message, Progress progress) {
            SharedFile file = message.details().file();
            String path = file == null ? null : file.path();
            if (file == null || path == null) {
                return null;
            }
            String type = MediaType.of(file.type(), file.name());
            String words = message.text().equals(file.name()) ? "" : message.text();
            FileCarrier.Outgoing out =
                    new FileCarrier.Outgoing(message.peer(), words, Path.of(path), file.name(), file.size(), type);
            return carriers.sending(message.account())
                    .map(carrier -> carrier.upload(out, progress))
                    .orElse(null);
        }

        @Override
        public void over(Transfer transfer, @Nullable String url) {
            Message message = transfer.message();
            SharedFile file = message.details().file();
            if (transfer.phase() == Phase.DONE && url == null) {
                chats.delivery().delivered(message.account(), message.peer(), message.id());
            } else if (transfer.phase() == Phase.DONE && file != null) {
                chats.fileChanged(message, new SharedFile(file.name(), file.size(), file.type(), url, file.path()));
            } else {
                String reason = transfer.reason() == null ? TEXTS.get("upload.cancelled") : transfer.reason();
                chats.delivery().failed(message.account(), message.peer(), message.id(), reason);
            }
        }
    }

    private final class Download implements Lane.Work {
        @Override
        public @Nullable Running begin(Message message, Progress progress) {
            SharedFile file = message.details().file();
            String url = file == null ? null : file.url();
            FileCarrier carrier = carriers.fetching(message.account()).orElse(null);
            if (file == null || url == null || carrier == null) {
                return null;
            }
            Fetching one = new Fetching(core, disk, folders.incoming(), file, progress);
            fetching.put(message.id(), one);
            long most = file.size() > 0 ? file.size() : automatic.most(message).orElse(LARGEST);
            return one.begin(carrier, url, most);
        }

        @Override
        public void over(Transfer transfer, @Nullable String path) {
            Message message = transfer.message();
            Fetching last = fetching.remove(message.id());
            automatic.forget(message);
            SharedFile file = message.details().file();
            List<CompletableFuture<Message>> waiting = awaited.getOrDefault(message.id(), List.of());
            awaited.remove(message.id());
            if (transfer.phase() == Phase.DONE && file != null && path != null) {
                long size = last == null ? file.size() : last.size();
                String url = file.isOffered() ? null : file.url();
                SharedFile here = new SharedFile(file.name(), size, file.type(), url, path);
                chats.fileChanged(message, here).thenAccept(changed -> waiting.forEach(each -> each.complete(changed)));
                return;
            }
            boolean offered = file != null && file.isOffered();
            if ((offered || transfer.phase() == Phase.CANCELLED) && last != null) {
                last.forget();
            }
            String ended = transfer.reason() == null ? TEXTS.get("offer.cancelled") : transfer.reason();
            gone(message, ended);
            String reason = transfer.reason() == null ? TEXTS.get("download.cancelled") : transfer.reason();
            waiting.forEach(each -> each.completeExceptionally(new FileRefused(reason)));
        }
    }
}

package org.lamplight.control;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message;
import org.lamplight.chat.Talk;
import org.lamplight.chat.export.TalkExport;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.People;
import org.lamplight.people.Person;

/** {@code chat …}: messages and talks. */
final class ChatCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(ChatCommands.class);
    static final String USAGE =
            "chat send ADDRESS TEXT [--file FILE] | chat fetch ADDRESS ID [FILE] | chat cancel ADDRESS ID | chat"
                    + " history ADDRESS [--limit N] [--before TIME] [--search TEXT] | chat search TEXT [--limit N] | chat"
                    + " list | chat read ADDRESS | chat older"
                    + " ADDRESS"
                    + " | " + ExportCommand.USAGE + " | " + MessageCommands.USAGE;
    private static final int USUAL_LIMIT = 50;
    private static final Comparator<Talk> NEWEST_FIRST = Comparator.comparing((Talk talk) ->
                    talk.last() == null ? Instant.EPOCH : talk.last().at())
            .reversed();

    private final Waiting core;
    private final Chats chats;
    private final FileTransfers files;
    private final People people;
    private final MessageCommands messages;
    private final ExportCommand export;

    ChatCommands(Waiting core, Chats chats, FileTransfers files, People people, TalkExport exports) {
        this.core = core;
        this.chats = chats;
        this.files = files;
        this.people = people;
        this.messages = new MessageCommands(core, chats, this::peer);
        this.export = new ExportCommand(core, exports, people, this::peer);
    }

    @Override
    public Set<String> words() {
        return Set.of("chat");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(
                args, Set.of("--file", "--limit", "--before", "--search", "--format"), Set.of("--replace"), USAGE);
        words.next();
        switch (words.next()) {
            case "send" -> send(words, out);
            case "fetch" -> fetch(words, out);
            case "cancel" -> cancel(words);
            case "history" -> history(words, out);
            case "search" -> search(words, out);
            case "list" -> list(words, out);
            case "read" -> read(words);
            case "older" -> older(words);
            case "export" -> export.run(args, out);
            case "reply", "correct", "react", "retract" -> messages.run(args, out);
            default -> throw Refusal.usage(USAGE);
        }
    }

    private void send(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String peer = peer(words.next());
        String text = words.next();
        words.end();
        Optional<String> file = words.option("--file");
        Message sent = file.isEmpty()
                ? core.forResult(() -> chats.send(peer, text))
                : core.forResult(() -> files.send(peer, path(file.get()), text));
        out.line(ChatJson.message(sent));
    }

    /** Fetches the file of a message, and copies it to another place if one is named. */
    private void fetch(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String peer = peer(words.next());
        String id = words.next();
        Optional<Path> copy = words.maybeNext().map(ChatCommands::path);
        words.end();
        Message message = find(peer, id);
        Message fetched = core.forResult(() -> files.fetch(message));
        var file = fetched.details().file();
        if (copy.isPresent() && file != null && file.path() != null) {
            copy(Path.of(file.path()), copy.get());
        }
        out.line(ChatJson.message(fetched));
    }

    /** Declines a file that is offered, or ends its transfer. */
    private void cancel(Arguments words) throws Refusal, InterruptedException {
        String peer = peer(words.next());
        String id = words.next();
        words.end();
        Message message = find(peer, id);
        core.tell(() -> files.cancel(message));
    }

    private Message find(String peer, String id) throws Refusal, InterruptedException {
        return core.forResult(() -> chats.find(peer, id))
                .orElseThrow(() -> new Refusal(TEXTS.get("message.unknown", id)));
    }

    private static void copy(Path from, Path to) throws Refusal {
        try {
            Files.copy(from, to);
        } catch (FileAlreadyExistsException taken) {
            throw new Refusal(TEXTS.get("file.exists", to));
        } catch (IOException unwritable) {
            throw new Refusal(TEXTS.get("file.unwritten", to));
        }
    }

    /** A text that no path can be is refused as a file that can't be read. */
    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            return Path.of("?");
        }
    }

    private void history(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String peer = peer(words.next());
        words.end();
        int limit = words.limit(USUAL_LIMIT);
        @Nullable String text = words.option("--before").orElse(null);
        Instant before = text == null ? null : Waiting.time(text);
        @Nullable String search = words.option("--search").orElse(null);
        for (Message message : core.forResult(() -> chats.history(peer, limit, before, search))) {
            out.line(ChatJson.message(message));
        }
    }

    private void search(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String text = words.next();
        words.end();
        int limit = words.limit(USUAL_LIMIT);
        for (Message message : core.forResult(() -> chats.search(text, limit))) {
            out.line(ChatJson.message(message));
        }
    }

    private void list(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        core.forResult(chats::loaded);
        for (Talk talk : core.ask(chats::talks).stream().sorted(NEWEST_FIRST).toList()) {
            String name =
                    core.ask(() -> people.find(talk.peer())).map(Person::name).orElse(null);
            out.line(ChatJson.talk(talk, name));
        }
    }

    private void read(Arguments words) throws Refusal, InterruptedException {
        String peer = peer(words.next());
        words.end();
        core.forResult(() -> chats.read(peer));
    }

    private void older(Arguments words) throws Refusal, InterruptedException {
        String peer = peer(words.next());
        words.end();
        core.forResult(() -> chats.older(peer));
    }

    /** The IM address that this text is, or that the person with this id has; of somebody in a room the whole. */
    private String peer(String text) throws Refusal, InterruptedException {
        Optional<String> room = Address.bareIm(text).filter(bare -> text.startsWith(bare + "/"));
        if (room.isPresent() && core.ask(() -> chats.isRoom(room.get()))) {
            return text;
        }
        return core.ask(() -> people.find(text))
                .flatMap(person -> person.address(Address.Kind.IM))
                .or(() -> Address.bareIm(text))
                .orElseThrow(() -> new Refusal(TEXTS.get("peer.unknown", text)));
    }
}

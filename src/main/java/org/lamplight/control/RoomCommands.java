package org.lamplight.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Chats;
import org.lamplight.chat.ListedRoom;
import org.lamplight.chat.Member;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Occupant.Role;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomDeeds;
import org.lamplight.chat.RoomInvitation;
import org.lamplight.chat.RoomOptions;
import org.lamplight.chat.Rooms;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.People;

/** {@code room …}: rooms, who is in them, and what is said there. */
final class RoomCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(RoomCommands.class);
    static final String USAGE = "room list | room join ADDRESS [--nick N] [--password-stdin] | room leave ADDRESS"
            + " | room people ADDRESS | room members ADDRESS | room banned ADDRESS | room send ADDRESS TEXT | room invite ADDRESS PERSON… [--text T]"
            + " | room create ADDRESS [--members A,B] [--name N] [--members-only on|off] [--listed on|off]"
            + " [--moderated on|off] [--members-invite on|off] [--password-stdin]"
            + " | room config ADDRESS [the same options as create, but for members] | room browse [SERVICE]"
            + " | room topic ADDRESS TEXT | room nick ADDRESS NICK | room kick ADDRESS NICK [--text T]"
            + " | room ban ADDRESS NICK|PERSON [--text T] | room make ADDRESS NICK|PERSON owner|admin|member|none"
            + " | room role ADDRESS NICK visitor|participant|moderator [--text T] | room destroy ADDRESS [--text T]"
            + " | room alerts ADDRESS all|mentions|none | room invitations | room accept ADDRESS"
            + " | room decline ADDRESS [--text T]";
    private static final Set<String> OPTIONS = Set.of(
            "--nick", "--text", "--members", "--name", "--members-only", "--listed", "--moderated", "--members-invite");
    private static final String PASSWORD = "--password-stdin";

    private final Waiting core;
    private final Chats chats;
    private final Rooms rooms;
    private final RoomDeeds deeds;
    private final People people;

    RoomCommands(Waiting core, Chats chats, Rooms rooms, RoomDeeds deeds, People people) {
        this.core = core;
        this.chats = chats;
        this.rooms = rooms;
        this.deeds = deeds;
        this.people = people;
    }

    @Override
    public Set<String> words() {
        return Set.of("room");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, OPTIONS, Set.of(PASSWORD), USAGE);
        words.next();
        switch (words.next()) {
            case "list" -> list(words, out);
            case "join" -> join(words, input, out);
            case "create" -> create(words, input, out);
            case "config" -> config(words, input, out);
            case "browse" -> browse(words, out);
            case "people" -> people(words, out);
            case "members" -> members(words, out, deeds::members);
            case "banned" -> members(words, out, deeds::banned);
            case "send" -> send(words, out);
            case "invite" -> invite(words);
            case "invitations" -> invitations(words, out);
            case "accept" -> accept(words, out);
            case "decline" -> decline(words);
            case "leave" -> done(words, deeds::leave);
            case "topic" -> done(words, deeds::topic);
            case "nick" -> done(words, deeds::nick);
            case "kick" -> done(words, (room, nick) -> deeds.kick(room, nick, text(words)));
            case "ban" -> done(words, (room, nick) -> deeds.ban(room, nick, text(words)));
            case "make" -> make(words);
            case "role" -> role(words);
            case "destroy" -> done(words, room -> deeds.destroy(room, text(words)));
            case "alerts" -> alerts(words);
            default -> throw Refusal.usage(USAGE);
        }
    }

    private interface Deed {
        CompletableFuture<Void> on(String room);
    }

    private interface DeedWith {
        CompletableFuture<Void> on(String room, String word);
    }

    private void done(Arguments words, Deed deed) throws Refusal, InterruptedException {
        String room = room(words);
        words.end();
        core.forResult(() -> deed.on(room));
    }

    private void done(Arguments words, DeedWith deed) throws Refusal, InterruptedException {
        String room = room(words);
        String word = words.next();
        words.end();
        core.forResult(() -> deed.on(room, word));
    }

    private void list(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        for (Room room : core.ask(rooms::all)) {
            out.line(RoomJson.room(room));
        }
    }

    private void join(Arguments words, String input, Output out) throws Refusal, IOException, InterruptedException {
        String room = room(words);
        words.end();
        String nick = words.option("--nick").orElse(null);
        String password = password(words, input);
        print(out, () -> deeds.join(room, nick, password));
    }

    private void print(Output out, Supplier<CompletableFuture<Room>> deed)
            throws Refusal, IOException, InterruptedException {
        out.line(RoomJson.room(core.forResult(deed)));
    }

    private void create(Arguments words, String input, Output out) throws Refusal, IOException, InterruptedException {
        String named = words.next();
        words.end();
        String room = named.contains("@") ? room(named) : named.toLowerCase(Locale.ROOT);
        List<String> members = new ArrayList<>();
        for (String member : words.option("--members").orElse("").split(",")) {
            if (!member.isBlank()) {
                members.add(person(member.strip()));
            }
        }
        RoomOptions wished = options(words, password(words, input));
        boolean open = members.isEmpty();
        RoomOptions options = new RoomOptions(
                wished.name(),
                wished.membersOnly() == null ? Boolean.valueOf(!open) : wished.membersOnly(),
                wished.listed() == null ? Boolean.valueOf(open) : wished.listed(),
                wished.moderated(),
                wished.membersInvite(),
                wished.password());
        print(out, () -> deeds.create(room, options, members));
    }

    private void config(Arguments words, String input, Output out) throws Refusal, IOException, InterruptedException {
        String room = room(words);
        words.end();
        RoomOptions options = options(words, password(words, input));
        if (!options.equals(RoomOptions.usual())) {
            core.forResult(() -> deeds.configure(room, options));
        }
        out.line(RoomJson.room(known(room)));
    }

    private static RoomOptions options(Arguments words, @Nullable String password) throws Refusal {
        return new RoomOptions(
                words.option("--name").orElse(null),
                isOn(words, "--members-only"),
                isOn(words, "--listed"),
                isOn(words, "--moderated"),
                isOn(words, "--members-invite"),
                password);
    }

    private static @Nullable Boolean isOn(Arguments words, String option) throws Refusal {
        Optional<String> word = words.option(option);
        if (word.isPresent() && !word.get().matches("on|off")) {
            throw Refusal.usage(USAGE);
        }
        return word.map("on"::equals).orElse(null);
    }

    private static @Nullable String password(Arguments words, String input) {
        return words.has(PASSWORD) ? input.strip() : null;
    }

    private void browse(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String service = words.maybeNext().orElse(null);
        words.end();
        for (ListedRoom room : core.forResult(() -> deeds.browse(service))) {
            out.line(RoomJson.listed(room));
        }
    }

    private void people(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String address = room(words);
        words.end();
        Room room = known(address);
        if (!room.isIn()) {
            throw new Refusal(room.reason() == null ? TEXTS.get("room.absent", address) : room.reason());
        }
        for (Occupant occupant : room.occupants().values()) {
            out.line(RoomJson.occupant(occupant));
        }
    }

    private void members(Arguments words, Output out, Function<String, CompletableFuture<List<Member>>> question)
            throws Refusal, IOException, InterruptedException {
        String address = room(words);
        words.end();
        for (Member member : core.forResult(() -> question.apply(address))) {
            out.line(RoomJson.member(member));
        }
    }

    private void send(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String room = room(words);
        String text = words.next();
        words.end();
        core.forResult(chats::loaded);
        if (!core.ask(() -> chats.isRoom(room))) {
            known(room);
        }
        out.line(ChatJson.message(core.forResult(() -> chats.send(room, text))));
    }

    private void invite(Arguments words) throws Refusal, InterruptedException {
        String room = room(words);
        List<String> whom = new ArrayList<>(List.of(person(words.next())));
        for (Optional<String> more = words.maybeNext(); more.isPresent(); more = words.maybeNext()) {
            whom.add(person(more.get()));
        }
        for (String one : whom) {
            core.forResult(() -> deeds.invite(room, one, text(words)));
        }
    }

    private void invitations(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        for (RoomInvitation invitation : core.ask(rooms::invitations)) {
            out.line(RoomJson.invitation(invitation));
        }
    }

    private void accept(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        RoomInvitation invitation = invitation(words);
        print(out, () -> deeds.accept(invitation));
    }

    private void decline(Arguments words) throws Refusal, InterruptedException {
        RoomInvitation invitation = invitation(words);
        core.tell(() -> deeds.decline(invitation, text(words)));
    }

    private RoomInvitation invitation(Arguments words) throws Refusal, InterruptedException {
        String room = room(words);
        words.end();
        return core.ask(rooms::invitations).stream()
                .filter(one -> one.room().equals(room))
                .findFirst()
                .orElseThrow(() -> new Refusal(TEXTS.get("invitation.none", room)));
    }

    private void make(Arguments words) throws Refusal, InterruptedException {
        String room = room(words);
        String who = words.next();
        Affiliation affiliation = Affiliation.of(words.next())
                .filter(one -> one != Affiliation.OUTCAST)
                .orElseThrow(() -> Refusal.usage(USAGE));
        words.end();
        core.forResult(() -> deeds.affiliation(room, who, affiliation, text(words)));
    }

    private void role(Arguments words) throws Refusal, InterruptedException {
        String room = room(words);
        String nick = words.next();
        Role role = Role.of(words.next()).filter(one -> one != Role.NONE).orElseThrow(() -> Refusal.usage(USAGE));
        words.end();
        core.forResult(() -> deeds.role(room, nick, role, text(words)));
    }

    private void alerts(Arguments words) throws Refusal, InterruptedException {
        String room = room(words);
        String word = words.next();
        words.end();
        for (Room.Alerts alerts : Room.Alerts.values()) {
            if (alerts.word().equals(word)) {
                core.forResult(() -> deeds.alerts(room, alerts));
                return;
            }
        }
        throw Refusal.usage(USAGE);
    }

    private static @Nullable String text(Arguments words) {
        return words.option("--text").orElse(null);
    }

    private static String room(Arguments words) throws Refusal {
        return room(words.next());
    }

    private static String room(String text) throws Refusal {
        return Address.bareIm(text).orElseThrow(() -> new Refusal(TEXTS.get("room.wrong", text)));
    }

    private Room known(String room) throws Refusal, InterruptedException {
        return core.ask(() -> rooms.find(room)).orElseThrow(() -> new Refusal(TEXTS.get("room.absent", room)));
    }

    /** The IM address that this text is, or that the person with this id has. */
    private String person(String text) throws Refusal, InterruptedException {
        return core.ask(() -> people.find(text))
                .flatMap(person -> person.address(Address.Kind.IM))
                .or(() -> Address.bareIm(text))
                .orElseThrow(() -> new Refusal(TEXTS.get("peer.unknown", text)));
    }
}

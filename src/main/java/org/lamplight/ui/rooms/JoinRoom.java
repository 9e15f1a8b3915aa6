package org.lamplight.ui.rooms;

import java.awt.Component;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JCheckBox;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.ListedRoom;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomOptions;
import org.lamplight.chat.Rooms;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Stage;

/** Asks which room to enter, or to make. EDT. */
public final class JoinRoom {
    private final Domain domain;
    private final Texts texts;
    private final Consumer<String> opens;

    /** @param opens shows the room with this address once we are in */
    public JoinRoom(Domain domain, Stage stage, Consumer<String> opens) {
        this.domain = domain;
        this.texts = stage.texts(JoinRoom.class);
        this.opens = opens;
    }

    public void ask(Component over) {
        FormDialog form =
                new FormDialog(over, "join", texts.get("join.title"), texts.get("join.ok"), texts.get("cancel"));
        ListedRooms listed = new ListedRooms(texts);
        JTextField room = form.field("join.room", texts.get("join.room"), "");
        JTextField nick = form.field("join.nick", texts.get("join.nick"), "");
        JPasswordField password = form.password("join.password", texts.get("join.password"));
        form.row(texts.get("join.listed"), listed.component());
        listed.follow(room);
        form.also(
                "join.create",
                texts.get("join.create"),
                () -> create(over, room.getText().strip()));
        Question.ask(domain.core(), this::browse, listed::show, listed::failed);
        form.askCore(domain.core(), texts.get("busy"), () -> attempt(room.getText(), nick.getText(), password));
    }

    private CompletableFuture<ListedRooms.Found> browse() {
        Set<String> entered = domain.rooms().all().stream()
                .filter(Room::isIn)
                .map(Room::address)
                .collect(Collectors.toUnmodifiableSet());
        return domain.roomDeeds().browse(null).thenApply(found -> new ListedRooms.Found(found, entered));
    }

    private FormDialog.Attempt attempt(String room, String nick, JPasswordField password) {
        String address = Address.bareIm(room).orElse("");
        if (address.isEmpty()) {
            return FormDialog.wrong(texts.get("join.wrong"));
        }
        String secret = new String(password.getPassword());
        return FormDialog.asked(() -> domain.roomDeeds()
                .join(address, blankless(nick), secret.isEmpty() ? null : secret)
                .thenAccept(in -> Edt.later(() -> opens.accept(in.address())))
                .whenComplete((done, failure) -> {
                    // where only the password was wrong, it is the field to go on with
                    if (Rooms.Refused.wantsPassword(failure)) {
                        Edt.later(password::requestFocusInWindow);
                    }
                }));
    }

    /** Makes a room; a name without a service gets the server's own. */
    private void create(Component over, String begun) {
        FormDialog form =
                new FormDialog(over, "create", texts.get("create.title"), texts.get("create.ok"), texts.get("cancel"));
        JTextField name = form.field("create.name", texts.get("create.name"), begun);
        JCheckBox members = new JCheckBox(texts.get("create.members.say"));
        members.setName("create.members");
        form.row(texts.get("create.members"), members);
        JCheckBox listed = new JCheckBox(texts.get("create.listed.say"), true);
        listed.setName("create.listed");
        form.row(texts.get("create.listed"), listed);
        JPasswordField password = form.password("create.password", texts.get("create.password"));
        form.askCore(domain.core(), texts.get("busy"), () -> {
            String words = name.getText().strip();
            String address = address(words);
            if (address.isEmpty()) {
                return FormDialog.wrong(texts.get("create.wrong"));
            }
            String secret = new String(password.getPassword());
            RoomOptions options = new RoomOptions(
                    words.contains("@") ? null : words,
                    members.isSelected(),
                    listed.isSelected(),
                    null,
                    members.isSelected() ? Boolean.TRUE : null,
                    secret.isEmpty() ? null : secret);
            return FormDialog.asked(() -> made(domain.roomDeeds().create(address, options, List.of())));
        });
    }

    private CompletableFuture<Void> made(CompletableFuture<Room> room) {
        return room.thenAccept(in -> Edt.later(() -> opens.accept(in.address())));
    }

    /** What users call a room, as the first part of its address; empty if nothing is left. */
    static String address(String words) {
        if (words.contains("@")) {
            return Address.bareIm(words).orElse("");
        }
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}._]+", "-")
                .replaceAll("^-+|-+$", "");
    }

    private static @Nullable String blankless(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** Whether a room of this address or name is meant by these letters. */
    static boolean matches(ListedRoom room, String wanted) {
        String name = room.name();
        String address = wanted.contains("@") ? room.address() : room.address().replaceFirst("@.*", "");
        return address.toLowerCase(Locale.ROOT).contains(wanted)
                || (name != null && name.toLowerCase(Locale.ROOT).contains(wanted));
    }
}

package org.lamplight.ui.rooms;

import java.awt.Component;
import java.awt.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Member;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Room;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.ToolButton;

/** What a talk shows besides when it is a room: another header, and who is there. EDT. */
public final class RoomParts {
    private final Texts texts;
    private final Mirrors mirrors;
    private final RoomActions actions;
    private final GrowTalk grow;
    private final RoomHeader header;
    private final OccupantsPanel people;
    private final AbsentMembers absent;
    private final RoomMemberList members;
    private final MemberCell cell;
    private final RoomFoot foot;
    private final RoomNotes notes;
    private final Consumer<JPopupMenu> more;
    private final Consumer<String> message;
    private final Consumer<String> mention;
    private final Runnable shaped;
    private String address = "";
    private boolean isRoom;

    /**
     * @param over where questions stand
     * @param more adds to the room's menu what one can do with any talk
     * @param message opens the talk with this address
     * @param mention writes this name where one writes
     * @param told says something that is news here, until it is {@link #noted}
     * @param shaped hears when the panel of people comes or goes
     */
    public RoomParts(
            Domain domain,
            Stage stage,
            Mirrors mirrors,
            JComponent over,
            Consumer<JPopupMenu> more,
            Consumer<String> refused,
            Consumer<String> message,
            Consumer<String> mention,
            Consumer<String> told,
            Runnable shaped) {
        this.texts = stage.texts(RoomParts.class);
        this.mirrors = mirrors;
        this.more = more;
        this.message = message;
        this.mention = mention;
        this.shaped = shaped;
        MemberCell cell = new MemberCell(stage, texts, mirrors);
        actions = new RoomActions(domain, mirrors.people(), texts, cell, over, refused);
        grow = new GrowTalk(domain, message, refused);
        header = new RoomHeader(texts, shaped, this::menu);
        foot = new RoomFoot(texts, () -> room().ifPresent(actions::rejoin));
        notes = new RoomNotes(texts, mirrors, told);
        this.cell = cell;
        absent = new AbsentMembers(texts, cell, one -> message.accept(one.address()), this::menu);
        people = new OccupantsPanel(stage, texts, absent, one -> mention.accept(one.nick()), this::menu);
        members = new RoomMemberList(domain, this::room, absent::show);
        takePeople(people);
        takePeople(people.occupants());
        takePeople(absent.members());
        mirrors.rooms().listen(this::refresh);
        // of a room that was left only the talk tells that it is one
        mirrors.talks().listen(() -> {
            if (!isRoom) {
                refresh();
            }
        });
    }

    /** Lets somebody be dropped on it, who then joins the talk that is shown. */
    public void takePeople(JComponent target) {
        target.setTransferHandler(new PersonDrop(
                grow,
                at -> Optional.of(address)
                        .filter(peer -> !peer.isEmpty())
                        .map(peer -> new PersonDrop.Target(peer, isRoom()))));
    }

    public JComponent header() {
        return header;
    }

    public JComponent people() {
        return people;
    }

    /** What stands where one writes, if we are not in the room. */
    public JComponent foot() {
        return foot;
    }

    /** What leads back into a room that we are not in; null if nothing does. */
    public @Nullable Component wayBack() {
        return foot.wayBack();
    }

    /** Whether the keys were on the way back just before. */
    public boolean wasEntering() {
        return foot.hadFocus();
    }

    private Optional<Room> room() {
        return mirrors.room(address);
    }

    /** Whether what is written goes there; in a room that we don't come back into by ourselves it does not. */
    public boolean takesMessages() {
        return room().map(Room::takesMessages).orElse(true);
    }

    /** What was told is not shown any more. */
    public void noted() {
        notes.clear();
    }

    /** Shows the talk with this address. */
    public void show(String peer) {
        address = peer;
        notes.clear();
        refresh();
    }

    /** Whether that is a room. */
    public boolean isRoom() {
        return room().isPresent();
    }

    /** What we are called here; empty where that is no room. */
    public String nick() {
        return room().map(Room::nick).orElse("");
    }

    /** Whether who is there is to be seen. */
    public boolean showsPeople() {
        return header.wantsPeople() && room().map(Room::isIn).orElse(false);
    }

    /** Whom one may mention here: all but oneself. */
    public List<String> names() {
        return room().map(room -> room.occupants().keySet().stream()
                        .filter(nick -> !nick.equals(room.nick()))
                        .toList())
                .orElse(List.of());
    }

    /** The button that makes a room of a talk with one person. */
    public ToolButton growing(JComponent over) {
        ToolButton button = ToolButton.inHeader(
                "add-person", texts.get("grow.button"), () -> grow.ask(over, texts, mirrors.people(), address));
        button.setName("talk.grow");
        return button;
    }

    /** Asks somebody into this room. */
    public void invite(Person person) {
        room().ifPresent(room -> actions.invite(room, person));
    }

    private void refresh() {
        Optional<Room> now = room();
        isRoom = now.isPresent();
        now.ifPresent(room -> {
            header.show(room);
            people.show(room);
            members.show(room);
        });
        foot.show(now.orElse(null));
        shaped.run();
        notes.refresh(address);
    }

    private void menu() {
        room().ifPresent(room -> new RoomMenu(texts, actions, room, more).showUnder(header.more()));
    }

    private void menu(Member member, Point at) {
        room().ifPresent(room -> new MemberMenu(
                        texts, actions, room, member, cell.name(member), message, members::changed)
                .show(absent.members(), at));
    }

    private void menu(Occupant occupant, Point at) {
        room().ifPresent(room ->
                new OccupantMenu(texts, actions, room, occupant, message, mention).show(people.occupants(), at));
    }
}

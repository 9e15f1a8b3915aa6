package org.lamplight.ui.rooms;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.chat.RoomInvitation;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Strip;

/**
 * Who asks us into a room: people we know first, else in the order that the domain has them in; one strip each, at most
 * three and the number of the others. EDT.
 */
public final class InvitationStrips extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 3;

    private final transient Domain domain;
    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private final transient Consumer<String> opens;
    private final transient Consumer<String> refused;

    /** @param opens shows the room with this address */
    public InvitationStrips(
            Domain domain, Stage stage, Mirrors mirrors, Consumer<String> opens, Consumer<String> refused) {
        super(new MigLayout("insets 0, gap 0 1, wrap 1, fillx, hidemode 3", "[grow,fill]"));
        this.domain = domain;
        this.texts = stage.texts(InvitationStrips.class);
        this.mirrors = mirrors;
        this.opens = opens;
        this.refused = refused;
        setOpaque(false);
        setName("invitations");
        mirrors.rooms().listen(this::refresh);
        refresh();
    }

    private void refresh() {
        removeAll();
        List<RoomInvitation> open = mirrors.rooms().invitations().stream()
                .sorted(Comparator.comparing(one -> !isOfSomebodyKnown(one)))
                .toList();
        open.stream().limit(MOST_SHOWN).forEach(one -> add(strip(one, open)));
        int more = open.size() - MOST_SHOWN;
        if (more > 0) {
            add(new Strip(Strip.Tone.AMBER, texts.get("invited.more", more)));
        }
        setVisible(!open.isEmpty());
        revalidate();
        repaint();
    }

    /** What a room says of who asks does not count: it may say what it likes. */
    private boolean isOfSomebodyKnown(RoomInvitation invitation) {
        String from = invitation.from();
        return from != null
                && !invitation.mediated()
                && mirrors.people().withAddress(from).isPresent();
    }

    private Strip strip(RoomInvitation invitation, List<RoomInvitation> open) {
        String sentence = sentence(invitation);
        String words = invitation.words();
        Strip strip =
                new Strip(Strip.Tone.AMBER, words == null ? sentence : sentence + " “" + PlainText.line(words) + "”");
        strip.setToolTipText(PlainText.line(invitation.room()));
        strip.button("invited.accept", texts.get("invited.accept"), () -> accept(invitation))
                .button("invited.decline", texts.get("invited.decline"), () -> decline(List.of(invitation)));
        List<RoomInvitation> together = open.stream()
                .filter(one -> one.server().equals(invitation.server()))
                .toList();
        if (together.size() > MOST_SHOWN && together.get(0).equals(invitation)) {
            String all = texts.get("invited.decline.all", together.size(), PlainText.line(invitation.server()));
            strip.button("invited.decline.all", all, () -> decline(together));
        }
        return strip;
    }

    private String sentence(RoomInvitation invitation) {
        String room = PlainText.line(invitation.room().replaceFirst("@.*", ""));
        String from = invitation.from();
        if (from == null) {
            return texts.get("invited.room", room);
        }
        String who = mirrors.people().withAddress(from).map(Person::name).orElse(from);
        return texts.get(invitation.mediated() ? "invited.mediated" : "invited.by", PlainText.line(who), room);
    }

    private void decline(List<RoomInvitation> invitations) {
        domain.core()
                .execute(() -> invitations.forEach(one -> domain.roomDeeds().decline(one, null)));
    }

    private void accept(RoomInvitation invitation) {
        Question.ask(
                domain.core(),
                () -> domain.roomDeeds().accept(invitation),
                room -> opens.accept(room.address()),
                refused);
    }
}

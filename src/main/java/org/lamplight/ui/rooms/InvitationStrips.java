package org.lamplight.ui.rooms;

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

/** Who asks us into a room: one strip each, at most three. EDT. */
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
        mirrors.rooms().invitations().stream().limit(MOST_SHOWN).forEach(one -> add(strip(one)));
        setVisible(!mirrors.rooms().invitations().isEmpty());
        revalidate();
        repaint();
    }

    private Strip strip(RoomInvitation invitation) {
        String room = PlainText.line(invitation.room().replaceFirst("@.*", ""));
        String from = invitation.from();
        String sentence = from == null
                ? texts.get("invited.room", room)
                : texts.get(
                        "invited.by",
                        PlainText.line(mirrors.people()
                                .withAddress(from)
                                .map(Person::name)
                                .orElse(from)),
                        room);
        String words = invitation.words();
        Strip strip =
                new Strip(Strip.Tone.AMBER, words == null ? sentence : sentence + " “" + PlainText.line(words) + "”");
        strip.setToolTipText(PlainText.line(invitation.room()));
        return strip.button("invited.accept", texts.get("invited.accept"), () -> accept(invitation))
                .button(
                        "invited.decline",
                        texts.get("invited.decline"),
                        () -> domain.core().execute(() -> domain.roomDeeds().decline(invitation)));
    }

    private void accept(RoomInvitation invitation) {
        Question.ask(
                domain.core(),
                () -> domain.roomDeeds().accept(invitation),
                room -> opens.accept(room.address()),
                refused);
    }
}

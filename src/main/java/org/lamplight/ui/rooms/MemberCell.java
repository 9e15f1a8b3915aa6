package org.lamplight.ui.rooms;

import java.awt.Color;
import javax.swing.Icon;
import org.lamplight.chat.Member;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.RowCell;
import org.lamplight.ui.kit.Stage;

/** Paints a member of a room who is not in it: how they are as far as we know, their name, and their rank. */
final class MemberCell extends RowCell<Member> {
    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient Mirrors mirrors;

    MemberCell(Stage stage, Texts texts, Mirrors mirrors) {
        super(OccupantCell.ROW);
        this.stage = stage;
        this.texts = texts;
        this.mirrors = mirrors;
    }

    /** As our own list of people has them, else their address. */
    String name(Member of) {
        return mirrors.name(of.address());
    }

    private Status status(Member of) {
        return mirrors.people()
                .withAddress(of.address())
                .map(Person::presence)
                .map(presence -> presence.status())
                .orElse(Status.UNKNOWN);
    }

    private String mark(Member of) {
        return switch (of.affiliation()) {
            case OWNER -> texts.get("mark.owner");
            case ADMIN -> texts.get("mark.admin");
            default -> "";
        };
    }

    @Override
    protected String spoken(Member of) {
        String mark = mark(of);
        return PlainText.line(name(of)) + ", " + stage.words().of(status(of)) + (mark.isEmpty() ? "" : ", " + mark);
    }

    @Override
    protected Color ground() {
        return Look.window();
    }

    @Override
    protected void paint(Brush brush, Member of) {
        Icon icon = stage.icons().icon(status(of), 16);
        OccupantCell.line(brush, this, icon, PlainText.line(name(of)), Look.text2(), mark(of));
    }
}

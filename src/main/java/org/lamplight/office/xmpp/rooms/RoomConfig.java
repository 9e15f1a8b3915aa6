package org.lamplight.office.xmpp.rooms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.rooms.RoomSettings.PrivateMessages;
import org.lamplight.office.xmpp.xml.Element;

/** A room's settings as a data form (XEP-0045 section 10.2), out and in. */
final class RoomConfig {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final String PREFIX = "muc#roomconfig_";

    private RoomConfig() {}

    static Element form(RoomSettings now) {
        return new Form("form", MucNs.ROOM_CONFIG)
                .text("roomname", "Name", now.name())
                .text("roomdesc", "Description", now.description())
                .yesNo("persistentroom", "Stays when nobody is in", now.persistent())
                .yesNo("publicroom", "Can be found by all", now.isPublic())
                .yesNo("membersonly", "Only members may enter", now.membersOnly())
                .yesNo("moderatedroom", "Only those with voice may speak", now.moderated())
                .yesNo(
                        "passwordprotectedroom",
                        "Needs a password",
                        !now.password().isEmpty())
                .secret("roomsecret", "Password", now.password())
                .choice(
                        "whois",
                        "Who may see addresses",
                        now.nonAnonymous() ? "anyone" : "moderators",
                        List.of("moderators", "anyone"))
                .choice(
                        "maxusers",
                        "Most occupants",
                        now.maxOccupants() == 0 ? "none" : Integer.toString(now.maxOccupants()),
                        List.of("none", "10", "20", "50", "100", "500", "1000"))
                .yesNo("allowinvites", "Occupants may invite", now.membersInvite())
                .yesNo("changesubject", "Occupants may set the subject", now.anyoneSetsSubject())
                .choice(
                        "allowpm",
                        "Who may send private messages",
                        word(now.privateMessages()),
                        List.of("anyone", "participants", "moderators", "none"))
                .element();
    }

    private static String word(PrivateMessages who) {
        return who.name().toLowerCase(Locale.ROOT);
    }

    /** The settings as a submitted form wants them; what it does not name stays. */
    static RoomSettings read(Element form, RoomSettings now) throws StanzaException {
        Map<String, String> answers = answers(form);
        Answers said = new Answers(answers);
        boolean wantsPassword =
                said.yes("passwordprotectedroom", !now.password().isEmpty());
        String password = wantsPassword ? said.text("roomsecret", now.password(), LONGEST_NAME) : "";
        if (wantsPassword && password.isEmpty()) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
        return new RoomSettings(
                said.text("roomname", now.name(), LONGEST_NAME),
                said.text("roomdesc", now.description(), LONGEST_TEXT),
                said.yes("persistentroom", now.persistent()),
                said.yes("publicroom", now.isPublic()),
                said.yes("membersonly", now.membersOnly()),
                password,
                said.yes("moderatedroom", now.moderated()),
                said.most(now.maxOccupants()),
                said.yes("allowinvites", now.membersInvite()),
                said.whois(now.nonAnonymous()),
                said.privateMessages(now.privateMessages()),
                said.yes("changesubject", now.anyoneSetsSubject()));
    }

    private static Map<String, String> answers(Element form) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Element field : form.children()) {
            String name = field.attribute("var", "");
            Element value = field.find("value", Ns.DATA_FORM);
            if (name.startsWith(PREFIX)) {
                answers.put(name.substring(PREFIX.length()), value == null ? "" : value.text());
            }
        }
        return answers;
    }

    /** What somebody filled in, by field. */
    private record Answers(Map<String, String> byName) {
        String text(String name, String otherwise, int longest) throws StanzaException {
            String text = byName.getOrDefault(name, otherwise);
            if (text.length() > longest) {
                throw new StanzaException(Condition.NOT_ACCEPTABLE);
            }
            return text;
        }

        boolean yes(String name, boolean otherwise) throws StanzaException {
            return switch (byName.getOrDefault(name, otherwise ? "1" : "0")) {
                case "1", "true" -> true;
                case "0", "false" -> false;
                default -> throw new StanzaException(Condition.NOT_ACCEPTABLE);
            };
        }

        int most(int otherwise) throws StanzaException {
            String text = byName.getOrDefault("maxusers", Integer.toString(otherwise));
            if (text.isEmpty() || text.equals("none")) {
                return 0;
            }
            if (!text.matches("\\d{1,6}")) {
                throw new StanzaException(Condition.NOT_ACCEPTABLE);
            }
            return Math.min(Doors.MOST_OCCUPANTS, Integer.parseInt(text));
        }

        boolean whois(boolean otherwise) throws StanzaException {
            return switch (byName.getOrDefault("whois", otherwise ? "anyone" : "moderators")) {
                case "anyone" -> true;
                case "moderators" -> false;
                default -> throw new StanzaException(Condition.NOT_ACCEPTABLE);
            };
        }

        PrivateMessages privateMessages(PrivateMessages otherwise) throws StanzaException {
            String said = byName.getOrDefault("allowpm", word(otherwise));
            for (PrivateMessages who : PrivateMessages.values()) {
                if (word(who).equals(said)) {
                    return who;
                }
            }
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
    }
}

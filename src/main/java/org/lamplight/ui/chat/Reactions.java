package org.lamplight.ui.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lamplight.chat.Details.Reaction;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;

/** The reactions to a message, by emoji. */
record Reactions(Message message, TalkNames names) {
    /** What one finds first. */
    static final List<String> USUAL = List.of("👍", "❤️", "😂", "😮", "😢", "🎉");

    private static final int MOST = 20;
    private static final int LONGEST = 16;
    private static final int MOST_NAMES = 12;

    private boolean isOwn(Reaction reaction) {
        return reaction.own() || reaction.from().equalsIgnoreCase(names.ownAddress());
    }

    private String who(Reaction reaction) {
        return isOwn(reaction) ? names.you() : names.of(reaction.from());
    }

    List<ReactionsPiece.Chip> chips(TranscriptDeeds deeds) {
        Map<String, List<Reaction>> by = new LinkedHashMap<>();
        for (Reaction reaction : message.details().reactions()) {
            for (String emoji : reaction.emoji()) {
                String shown = PlainText.line(emoji, LONGEST);
                if (shown != null && (by.containsKey(shown) || by.size() < MOST)) {
                    by.computeIfAbsent(shown, any -> new ArrayList<>()).add(reaction);
                }
            }
        }
        List<ReactionsPiece.Chip> chips = new ArrayList<>();
        by.forEach((emoji, who) -> chips.add(new ReactionsPiece.Chip(
                emoji,
                who.size(),
                String.join("\n", who.stream().limit(MOST_NAMES).map(this::who).toList()),
                who.stream().anyMatch(this::isOwn),
                () -> deeds.react(message, toggled(emoji)))));
        return chips;
    }

    /** Ours, with this one more or less. */
    Set<String> toggled(String emoji) {
        Set<String> own = new LinkedHashSet<>();
        message.details().reactions().stream().filter(this::isOwn).forEach(reaction -> own.addAll(reaction.emoji()));
        if (!own.removeIf(each -> Objects.equals(PlainText.line(each, LONGEST), emoji))) {
            own.add(emoji);
        }
        return own;
    }
}

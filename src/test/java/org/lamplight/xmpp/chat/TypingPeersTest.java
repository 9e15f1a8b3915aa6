package org.lamplight.xmpp.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.chatstates.ChatState;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

class TypingPeersTest {
    private static final String BOB = "bob@navy.example";
    private static final Jid DESK = JidCreate.fullFromOrThrowUnchecked(BOB + "/desk");
    private static final Jid PHONE = JidCreate.fullFromOrThrowUnchecked(BOB + "/phone");

    private final List<String> told = new ArrayList<>();
    private final TypingPeers typing = new TypingPeers((peer, now) -> told.add(peer + " " + now));

    private void says(Jid from, @Nullable ChatState state, @Nullable String body) {
        MessageBuilder message = StanzaBuilder.buildMessage().from(from).ofType(Message.Type.chat);
        if (state != null) {
            message.addExtension(new ChatStateExtension(state));
        }
        if (body != null) {
            message.setBody(body);
        }
        typing.heard(message.build(), BOB);
    }

    @Test
    void whoStopsIsNotWriting() {
        says(DESK, ChatState.composing, null);
        says(DESK, ChatState.paused, null);
        assertThat(told).containsExactly(BOB + " true", BOB + " false");
    }

    @Test
    void whatIsSentWithoutAWordAboutItEndsItToo() {
        says(DESK, ChatState.composing, null);
        says(DESK, null, null);
        assertThat(told).containsExactly(BOB + " true");
        says(DESK, null, "Here it is");
        assertThat(told).containsExactly(BOB + " true", BOB + " false");
    }

    @Test
    void whoGoesInTheMidstOfItIsNotWriting() {
        says(DESK, ChatState.composing, null);
        typing.gone(PHONE);
        assertThat(told).containsExactly(BOB + " true");
        typing.gone(DESK);
        assertThat(told).containsExactly(BOB + " true", BOB + " false");
        says(PHONE, ChatState.composing, null);
        typing.gone(JidCreate.bareFromOrThrowUnchecked(BOB));
        assertThat(told).hasSize(4).endsWith(BOB + " false");
    }

    @Test
    void withoutAConnectionNobodyIsHeardWriting() {
        says(DESK, ChatState.composing, null);
        typing.forget();
        typing.forget();
        assertThat(told).containsExactly(BOB + " true", BOB + " false");
    }
}

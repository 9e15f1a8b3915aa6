package org.lamplight.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.PlayedMedia;

/** Which calls are in a conference, and what becomes of it. */
class ConferencesTest extends WithCalls {
    private static final Cause HUNG_UP = new Cause(200, "Hung up");

    private final ScriptedLine line = new ScriptedLine("work");

    @BeforeEach
    void open() throws Exception {
        register(line);
    }

    /** Of whom it is known by now; who was spoken to before is held. */
    private String connected(String target) throws Exception {
        return connected(target, line);
    }

    private String connected(String target, ScriptedLine on) throws Exception {
        String id = desk.ask(() -> calls.dial(target, on.id()).id());
        desk.run(() -> {
            calls.all().stream()
                    .filter(call -> call.state() == CallState.CONNECTED)
                    .forEach(call -> calls.held(call.id(), true));
            calls.connected(id);
        });
        return id;
    }

    private PlayedMedia sounding(String id) throws Exception {
        PlayedMedia sound = new PlayedMedia(new MediaReport("opus/48000", MediaSecurity.NONE, 0, 0, 0, 0, 4, 0));
        desk.run(() -> calls.sounds(id, sound));
        sound.asked.clear();
        return sound;
    }

    private void merge(String... ids) throws Exception {
        desk.run(() -> calls.merge(List.of(ids)));
    }

    @Test
    void mergedCallsAreOneConferenceAndTheHeldOneGoesOn() throws Exception {
        String ada = connected("ada");
        String bob = connected("bob");
        PlayedMedia adas = sounding(ada);
        PlayedMedia bobs = sounding(bob);
        assertThat(call(ada).state()).isEqualTo(CallState.HELD);
        line.asked.clear();
        merge(bob, ada);
        assertThat(call(ada).conference()).isNotNull().isEqualTo(call(bob).conference());
        assertThat(adas.asked).containsExactly("confer");
        assertThat(bobs.asked).containsExactly("confer");
        assertThat(line.asked).containsOnly("resume").hasSize(2);
        desk.run(() -> calls.held(ada, false));
        assertThat(call(bob).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void membersAreNotHeldForEachOtherButForAllElse() throws Exception {
        String ada = connected("ada");
        String bob = connected("bob");
        sounding(ada);
        sounding(bob);
        merge(ada, bob);
        desk.run(() -> calls.held(ada, false));
        desk.run(() -> calls.hold(ada));
        desk.run(() -> calls.held(ada, true));
        line.asked.clear();
        desk.run(() -> calls.resume(ada));
        assertThat(line.asked).containsExactly("resume");
        desk.run(() -> calls.held(ada, false));
        line.asked.clear();
        desk.ask(() -> calls.dial("cleo", line.id()));
        assertThat(line.asked).containsExactly("hold", "hold", "dial cleo");
    }

    @Test
    void whoIsLeftAloneIsInAnOrdinaryCallAgain() throws Exception {
        String ada = connected("ada");
        String bob = connected("bob");
        String cleo = connected("cleo");
        PlayedMedia adas = sounding(ada);
        sounding(bob);
        sounding(cleo);
        merge(ada, bob, cleo);
        desk.run(() -> calls.ended(cleo, HUNG_UP));
        assertThat(call(cleo).conference()).isNull();
        assertThat(call(ada).conference()).isNotNull().isEqualTo(call(bob).conference());
        assertThat(adas.asked).containsExactly("confer");
        desk.run(() -> calls.ended(bob, HUNG_UP));
        assertThat(call(ada).conference()).isNull();
        assertThat(call(ada).isOver()).isFalse();
        assertThat(adas.asked).containsExactly("confer", "alone");
    }

    @Test
    void aThirdComesIntoTheConferenceThatIsThere() throws Exception {
        String ada = connected("ada");
        String bob = connected("bob");
        String cleo = connected("cleo");
        PlayedMedia adas = sounding(ada);
        sounding(bob);
        sounding(cleo);
        merge(ada, bob);
        String conference = call(ada).conference();
        merge(cleo, ada);
        assertThat(List.of(call(ada), call(bob), call(cleo)))
                .extracting(Call::conference)
                .containsOnly(conference);
        assertThat(adas.asked).containsExactly("confer");
        String other = connected("dan");
        String another = connected("eve");
        sounding(other);
        sounding(another);
        merge(other, another);
        assertThat(call(other).conference()).isNotEqualTo(conference);
        merge(other, bob);
        assertThat(desk.ask(calls::all))
                .extracting(Call::conference)
                .hasSize(5)
                .containsOnly(call(other).conference());
    }

    @Test
    void oneMicrophoneHasOneMute() throws Exception {
        String ada = connected("ada");
        String bob = connected("bob");
        PlayedMedia adas = sounding(ada);
        PlayedMedia bobs = sounding(bob);
        desk.run(() -> calls.mute(bob, true));
        assertThat(call(ada).muted()).isFalse();
        merge(ada, bob);
        assertThat(call(ada).muted()).isTrue();
        assertThat(adas.asked).containsExactly("confer", "mute");
        desk.run(() -> calls.mute(ada, false));
        assertThat(call(bob).muted()).isFalse();
        assertThat(bobs.asked).endsWith("unmute");
    }

    @Test
    void soundThatComesAnewIsInItToo() throws Exception {
        String ada = connected("ada");
        String bob = connected("bob");
        sounding(ada);
        sounding(bob);
        merge(ada, bob);
        PlayedMedia other = new PlayedMedia(new MediaReport("opus/48000", MediaSecurity.NONE, 0, 0, 0, 0, 4, 0));
        desk.run(() -> calls.sounds(ada, other));
        assertThat(other.asked).containsExactly("unmute", "confer");
    }

    @Test
    void whatCantBeIsRefusedInASentenceAndNothingChanges() throws Exception {
        String ada = connected("ada");
        PlayedMedia adas = sounding(ada);
        String rings = desk.ask(() -> calls.dial("bob", line.id()).id());
        refused(() -> calls.merge(List.of(ada)), "One call alone");
        refused(() -> calls.merge(List.of(ada, ada)), "One call alone");
        refused(() -> calls.merge(List.of(ada, "none")), "That call is over. (none)");
        refused(() -> calls.merge(List.of(ada, rings)), "Nobody has answered");
        ScriptedLine elsewhere = new ScriptedLine("desk", Set.of(Ability.HOLD));
        register(elsewhere);
        String desks = connected("cleo", elsewhere);
        refused(() -> calls.merge(List.of(ada, desks)), elsewhere.id());
        assertThat(call(ada).conference()).isNull();
        assertThat(adas.asked).isEmpty();
    }
}

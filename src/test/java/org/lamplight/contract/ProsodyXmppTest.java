package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;
import org.lamplight.lab.XmppAt;

/** The XMPP contract with Prosody. */
@Requires(Part.PROSODY)
class ProsodyXmppTest extends XmppContract {
    @Override
    XmppAt open(Path folder) throws Exception {
        return new Prosody(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-1", "SCRAM-SHA-256"})
    void signsInWithTheMechanismThatIsLeft(String taken, @TempDir Path folder) throws Exception {
        try (XmppAt other = new Prosody(folder.resolve("p"), Prosody.Kind.USUAL.without(taken))) {
            String text = Person.account("eve", other.port(), other.trust(), "starttls");
            Answer answer = someone().tryAccount("eve", text, XmppAt.password("eve"));
            assertThat(Answer.each(answer.must("accounts test"), "state")).containsExactly("online");
        }
    }

    @Test
    void saysThatACertificateHasExpired(@TempDir Path folder) throws Exception {
        assertThat(refusal(folder, Prosody.Kind.expired()))
                .contains("has expired")
                .contains("no password was sent");
    }

    @Test
    void saysThatACertificateIsForAnotherName(@TempDir Path folder) throws Exception {
        assertThat(refusal(folder, Prosody.Kind.madeOutTo("chat.example"))).contains("not made out to localhost");
    }

    private String refusal(Path folder, Prosody.Kind kind) throws Exception {
        try (XmppAt other = new Prosody(folder.resolve("p"), kind)) {
            String text = Person.account("eve", other.port(), other.trust(), "starttls");
            Answer answer = someone().tryAccount("eve", text, XmppAt.password("eve"));
            assertThat(answer.exit()).isEqualTo(1);
            return answer.error();
        }
    }
}

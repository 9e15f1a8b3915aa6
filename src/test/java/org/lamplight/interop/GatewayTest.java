package org.lamplight.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;
import org.lamplight.lab.SlixmppGateway;

/** Registering with a gateway of a foreign library, being seen there, talking through it and leaving again. */
@Requires({Part.PROSODY, Part.SLIXMPP})
class GatewayTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String GATEWAY = SlixmppGateway.DOMAIN;
    private static final String WILMA = "wilma@" + GATEWAY;
    private static final String ADA = "ada@localhost";

    @Test
    void fromTheFirstLookToTheLast(@TempDir Path folder) throws Exception {
        try (Prosody server = new Prosody(folder.resolve("server"), Prosody.Kind.servedBy(GATEWAY));
                SlixmppGateway gateway = new SlixmppGateway(folder.resolve("gateway"), server);
                Person ada = Person.at(folder, "ada").signIn(server)) {
            finds(ada);
            isRefused(ada);
            registers(ada, gateway);
            talks(ada, gateway);
            asks(ada);
            logsOut(ada, gateway);
            leaves(ada, gateway);
        }
    }

    private static void finds(Person ada) throws Exception {
        await(ada, "not-registered");
        JsonObject found = ada.ctl("gateways").get(0);
        assertThat(found.get("network").getAsString()).isEqualTo("telegram");
        assertThat(found.get("name").getAsString()).isEqualTo("Telegram of wilma");
        assertThat(found.get("can").toString()).isEqualTo("[\"register\",\"commands\",\"addresses\"]");
    }

    private static void isRefused(Person ada) throws Exception {
        JsonArray fields = ada.ctl("gateway", "register", GATEWAY).get(0).getAsJsonArray("fields");
        assertThat(fields.toString()).contains("\"username\"").contains("\"kind\":\"private\"");
        assertThat(ada.client()
                        .ask("gateway", "register", GATEWAY, "username=ada")
                        .error())
                .isEqualTo("The form wants an answer for \"password\".");
        assertThat(ada.client()
                        .ask("gateway", "register", GATEWAY, "username=ada", "shoe=9")
                        .exit())
                .isEqualTo(1);
        Answer wrong = ada.client().ask("gateway", "register", GATEWAY, "username=ada", "password=wrong");
        assertThat(wrong.error()).contains(GATEWAY + " says:").contains("does not know this password");
    }

    private static void registers(Person ada, SlixmppGateway gateway) throws Exception {
        ada.ctl("gateway", "register", GATEWAY, "username=ada", "password=secret");
        gateway.awaitTold("register " + ADA);
        gateway.awaitTold("login " + ADA);
        await(ada, "logged-in");
        assertThat(ada.ctl("people", "requests")).isEmpty();
        assertThat(ada.ctl("people")).isEmpty();
    }

    private static void talks(Person ada, SlixmppGateway gateway) throws Exception {
        JsonObject address = ada.ctl("gateway", "address", GATEWAY, "Wilma").get(0);
        assertThat(address.get("address").getAsString()).isEqualTo(WILMA);
        ada.ctl("people", "add", WILMA, "--name", "Wilma");
        ada.client()
                .await(
                        "wilma is on the list",
                        SOON,
                        () -> !ada.ctl("people", WILMA).isEmpty());
        JsonObject wilma = ada.ctl("people", WILMA).get(0);
        JsonObject value = wilma.getAsJsonArray("addresses").get(0).getAsJsonObject();
        assertThat(value.get("label").getAsString()).isEqualTo("telegram");
        ada.ctl("chat", "send", WILMA, "hello");
        gateway.awaitTold("message " + ADA + " hello");
        ada.client()
                .await(
                        "the answer",
                        SOON,
                        () -> Answer.each(ada.ctl("chat", "history", WILMA), "text")
                                .contains("echo hello"));
    }

    private static void asks(Person ada) throws Exception {
        assertThat(Answer.each(ada.ctl("gateway", "command", GATEWAY), "node")).containsExactly("two");
        JsonObject first = ada.ctl("gateway", "command", GATEWAY, "two").get(0);
        assertThat(first.get("title").getAsString()).isEqualTo("First");
        assertThat(first.getAsJsonArray("fields").toString()).contains("\"options\":[\"r\",\"b\"]");
        assertThat(ada.client()
                        .ask("gateway", "command", GATEWAY, "two", "colour=green")
                        .error())
                .isEqualTo("\"colour\" wants one of its options.");
        JsonObject last = ada.ctl("gateway", "command", GATEWAY, "two", "colour=b", "loud=true")
                .get(0);
        assertThat(last.get("status").getAsString()).isEqualTo("completed");
        assertThat(last.getAsJsonArray("notes").toString()).containsIgnoringCase("b true");
    }

    /** Also while our status changes, which the server tells to all that are subscribed. */
    private static void logsOut(Person ada, SlixmppGateway gateway) throws Exception {
        ada.ctl("gateway", "logout", GATEWAY);
        gateway.awaitTold("logout " + ADA);
        await(ada, "logged-out");
        gateway.told.clear();
        ada.ctl("status", "set", "busy");
        gateway.awaitTold("logout " + ADA);
        ada.restart();
        await(ada, "logged-out");
        ada.ctl("gateway", "login", GATEWAY);
        await(ada, "logged-in");
    }

    private static void leaves(Person ada, SlixmppGateway gateway) throws Exception {
        ada.ctl("gateway", "remove", GATEWAY);
        gateway.awaitTold("unregister " + ADA);
        await(ada, "not-registered");
    }

    private static void await(Person ada, String state) throws Exception {
        ada.client()
                .await(
                        "the gateway is " + state,
                        SOON,
                        () -> Answer.each(ada.ctl("gateways"), "state").equals(List.of(state)));
    }
}

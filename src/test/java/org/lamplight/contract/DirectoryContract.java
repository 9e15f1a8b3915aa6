package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.directory.Entry;
import org.lamplight.lab.DirectoryAt;
import org.lamplight.lab.LookUp;
import org.lamplight.people.Address;

/** What we do at every server that speaks LDAP. The people there are those of {@link DirectoryAt#people}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DirectoryContract {
    protected DirectoryAt server;
    private LookUp client;

    @BeforeEach
    void openClient() throws Exception {
        client = new LookUp("DE");
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    private LookUp online() throws Exception {
        return client.online("url", server.url(), "base", server.base());
    }

    @ParameterizedTest
    @CsvSource({
        "Byron, Ada Byron",
        "byr ad, Ada Byron",
        "'Byron, Ada', Ada Byron",
        "yro, Ada Byron",
        "ada@localhost, Ada Byron",
        "Müller jürgen, Jürgen Müller",
        "Muller, Jürgen Müller",
        "MUELLER, Jürgen Müller",
        "jurgen, Jürgen Müller",
        "zoe, Zoë Lefèvre",
        "lefevre, Zoë Lefèvre",
        "lukasz, Łukasz Weiß",
        "weiss, Łukasz Weiß",
        "o'brien, Élise O'Brien",
        "Σοφία, Σοφία Παπαδόπουλος",
        "петров, Иван Петров",
        "田中, 美咲 田中"
    })
    void findsByPartsOfNamesInAnyOrderAndWithoutMarks(String typed, String name) throws Exception {
        assertThat(online().names(typed)).containsExactly(name);
    }

    @Test
    void theBestComeFirst() throws Exception {
        assertThat(online().names("person 11")).startsWith("Person 11", "Person 110");
        assertThat(client.names("person")).hasSize(50);
        assertThat(client.names("nobody at all")).isEmpty();
        assertThat(client.names("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 711 123 45",
                "+4971112345",
                "0049 711 123 45",
                "0049-711-12345",
                "0711 12345",
                "(0711) 123-45",
                "0711/12345",
                "+49 (0)711 123 45",
                "tel:+49-711-12345",
                "sip:071112345@pbx.example"
            })
    void findsWhoHasANumberHoweverItIsWritten(String dialled) throws Exception {
        assertThat(online().having(dialled))
                .containsExactlyInAnyOrder(
                        "Written Blanks", "Written Brackets", "Written Country", "Written Plain", "Written Slash");
    }

    @Test
    void findsByExtension() throws Exception {
        assertThat(online().having("6001")).containsExactly("Ada Byron");
        assertThat(client.having("4711")).containsExactly("Extension Alone");
        assertThat(client.having("0711 99999")).isEmpty();
    }

    @Test
    void withoutACountryTheLastDigitsCount() throws Exception {
        client = new LookUp("");
        assertThat(online().having("0049 711 123 45")).contains("Written Brackets", "Written Slash");
        assertThat(client.having("0711 12345")).contains("Written Blanks", "Written Country");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*)(uid=*",
                "*",
                "\\00",
                "\\2a",
                ")(|",
                "(|(uid=*))",
                "Ada)(objectClass=*",
                "\u0000",
                "Ada\u0000Byron",
                "*)(userPassword=*",
                "&",
                "!x",
                "\uD800"
            })
    void whatIsTypedIsNeverAPartOfTheQuestion(String typed) throws Exception {
        assertThat(online().names(typed)).isEmpty();
        assertThat(client.having(typed)).isEmpty();
        assertThat(client.names("Byron")).containsExactly("Ada Byron");
    }

    @Test
    void anEntryHasItsAddresses() throws Exception {
        Entry ada = online().search("Byron").entries().get(0);

        assertThat(ada.source()).isEqualTo("ldap:work");
        assertThat(ada.id()).startsWith("uid=ada,");
        assertThat(ada.addresses())
                .containsExactly(
                        Address.im("ada@localhost"),
                        new Address(Address.Kind.PHONE, "+49 30 5550 6001", "work"),
                        new Address(Address.Kind.PHONE, "+49 151 55506001", "mobile"),
                        new Address(Address.Kind.EMAIL, "ada@localhost", null));
    }

    @Test
    void aSizeLimitLeavesWhatCame() throws Exception {
        client.online("url", server.url(), "base", server.base(), "size", "7");

        assertThat(client.search("person").entries()).hasSize(7);
    }

    @Test
    void encryptsEitherWayAndChecksTheName() throws Exception {
        String trust = server.trust().toString();
        client.online("url", server.url(), "base", server.base(), "security", "starttls", "trust", trust);
        assertThat(client.names("Byron")).hasSize(1);
        client.close();
        client = new LookUp("DE").online("url", server.tlsUrl(), "base", server.base(), "trust", trust);
        assertThat(client.names("Byron")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void aCertificateOfNobodyWeTrustIsRefused(String security) throws Exception {
        client.open("url", url(security, server), "base", server.base(), "security", security);

        assertThat(client.await(Phase.FAILED).reason()).contains("trusts");
        assertThat(client.search("Byron").problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void aCertificateForAnotherNameIsRefusedBeforeAnythingIsSaid(String security) throws Exception {
        try (DirectoryAt other = server.withCertificateFor("other.example")) {
            client.withPassword("secret-ada")
                    .open(
                            "url",
                            url(security, other),
                            "base",
                            other.base(),
                            "security",
                            security,
                            "trust",
                            other.trust().toString(),
                            "bind-dn",
                            other.dn("ada"));

            assertThat(client.await(Phase.FAILED).reason()).contains("not for localhost");
        }
    }

    private static String url(String security, DirectoryAt at) {
        return security.equals("tls") ? at.tlsUrl() : at.url();
    }

    @Test
    void signsInWithAPassword() throws Exception {
        client.withPassword("wrong").open("url", server.url(), "base", server.base(), "bind-dn", server.dn("ada"));
        assertThat(client.await(Phase.FAILED)).satisfies(report -> {
            assertThat(report.password()).isTrue();
            assertThat(report.reason()).contains("password");
        });
        assertThat(client.search("Byron").isUnknown()).isTrue();

        client.withPassword("secret-ada").retry();

        client.await(Phase.ONLINE);
        assertThat(client.names("Byron")).hasSize(1);
    }

    @Test
    void withoutAPasswordNobodyIsAsked() throws Exception {
        client.open("url", server.url(), "base", server.base(), "bind-dn", server.dn("ada"));

        assertThat(client.await(Phase.FAILED).password()).isTrue();
    }

    @Test
    void aWrongBaseIsSaid() throws Exception {
        client.open("url", server.url(), "base", "ou=nowhere," + server.base());

        assertThat(client.await(Phase.FAILED).reason()).contains("ou=nowhere");
    }

    @Test
    void theServerMaySayWhereItBegins() throws Exception {
        client.online("url", server.url());

        assertThat(client.names("Byron")).containsExactly("Ada Byron");
    }

    @Test
    void comesBackWithAServerThatDied() throws Exception {
        online();
        server.die();

        assertThat(client.search("Byron").problems()).singleElement().asString().contains("cannot be reached");
        assertThat(client.await(Phase.CONNECTING).reason()).contains("tried again");

        server.comeBack();
        client.await(Phase.ONLINE);
        assertThat(client.names("Byron")).containsExactly("Ada Byron");
    }

    @Test
    void aServerThatRestartedMeanwhileIsNoFailure() throws Exception {
        online();
        server.die();
        server.comeBack();

        assertThat(client.names("Byron")).containsExactly("Ada Byron");
        assertThat(client.reports()).extracting(LookUp.Reported::phase).containsOnly(Phase.ONLINE);
    }

    @Test
    void severalAskAtOnce() throws Exception {
        online();
        List<List<Entry>> all =
                IntStream.range(0, 20).mapToObj(i -> client.directories().search("Byron", 50)).toList().stream()
                        .map(future -> future.join().entries())
                        .toList();

        assertThat(all).hasSize(20).allMatch(found -> found.size() == 1);
    }
}

package org.lamplight.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.backend.Account;

class AccountFolderTest {
    @TempDir
    private Path folder;

    private AccountFolder accounts() {
        return new AccountFolder(folder);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Account work(Map<String, String> keys) {
        return new Account("work", "xmpp", true, keys);
    }

    @Test
    void eachFileIsAnAccount() throws IOException {
        file("work.properties", "kind = xmpp\naddress = ada@engine.example\n");
        file("home.properties", "kind = sip\nenabled = no\n");

        List<Account> all = accounts().all();
        assertThat(all).extracting(Account::id).containsExactly("home", "work");
        assertThat(all).extracting(Account::enabled).containsExactly(false, true);
        assertThat(all.get(1).get("address")).contains("ada@engine.example");
    }

    @Test
    void whatCanBeNoAccountIsPassedOver() throws IOException {
        file("work.properties", "kind = xmpp\n");
        file("kindless.properties", "address = ada@engine.example\n");
        file("a space.properties", "kind = xmpp\n");
        file(".hidden.properties", "kind = xmpp\n");
        file("notes.txt", "kind = xmpp\n");
        Files.write(folder.resolve("binary.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(accounts().all()).extracting(Account::id).containsExactly("work");
    }

    @Test
    void noFolderMeansNoAccounts() {
        assertThat(new AccountFolder(folder.resolve("absent")).all()).isEmpty();
    }

    @Test
    void savingKeepsCommentsAndUnknownKeys() throws IOException {
        file("work.properties", "# office\nkind = xmpp\nfuture = 1\naddress = old@engine.example\n");
        accounts().save(work(Map.of("kind", "xmpp", "address", "ada@engine.example")));

        assertThat(Files.readString(folder.resolve("work.properties")))
                .isEqualTo("# office\nkind = xmpp\nfuture = 1\naddress = ada@engine.example\n");
    }

    @Test
    void whatWasSavedIsReadAgain() throws IOException {
        accounts().save(work(Map.of("kind", "xmpp", "name", "Büro – „eins“")));

        assertThat(accounts().all()).containsExactly(work(Map.of("kind", "xmpp", "name", "Büro – „eins“")));
    }

    @Test
    void switchingOffAndOnIsKept() throws IOException {
        accounts().save(work(Map.of("kind", "xmpp")));
        accounts().save(accounts().all().get(0).enabled(false));
        Account off = accounts().all().get(0);
        assertThat(off.enabled()).isFalse();

        accounts().save(off.enabled(true));
        assertThat(accounts().all().get(0).enabled()).isTrue();
    }

    @Test
    void aDeletedOneIsGone() throws IOException {
        accounts().save(work(Map.of("kind", "xmpp")));
        accounts().delete("work");
        accounts().delete("work");

        assertThat(folder).isEmptyDirectory();
    }
}

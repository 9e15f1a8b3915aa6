package org.lamplight.chat.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where files of others land. */
class DownloadsTest {
    @TempDir
    Path home;

    private Path folder;
    private Downloads downloads;

    @BeforeEach
    void open() {
        folder = home.resolve("downloads");
        downloads = new Downloads(folder);
    }

    @Test
    void aPartialOneIsFoundAgainAndGetsItsNameAtTheEnd() throws Exception {
        Path partial = downloads.partial("https://x.example/a");
        Files.writeString(partial, "half");
        assertThat(downloads.partial("https://x.example/a")).isEqualTo(partial).hasContent("half");
        assertThat(downloads.partial("https://x.example/b"))
                .isNotEqualTo(partial)
                .isEmptyFile();
        Path whole = downloads.finish(partial, "../../plan.pdf");
        assertThat(whole).isEqualTo(folder.resolve("plan.pdf")).hasContent("half");
        assertThat(partial).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(whole)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("a.txt"), "mine");
        Path victim = Files.writeString(home.resolve("victim"), "mine too");
        Files.createSymbolicLink(folder.resolve("a (2).txt"), victim);
        Files.createSymbolicLink(folder.resolve("a (3).txt"), home.resolve("nowhere"));
        Path partial = downloads.partial("x");
        Files.writeString(partial, "theirs");
        assertThat(downloads.finish(partial, "a.txt")).hasFileName("a (4).txt").hasContent("theirs");
        assertThat(folder.resolve("a.txt")).hasContent("mine");
        assertThat(victim).hasContent("mine too");
        assertThat(home.resolve("nowhere")).doesNotExist();
    }

    /** Who could write there before us could have us write elsewhere. */
    @Test
    void aLinkInPlaceOfAPartialOneIsNotFollowed() throws Exception {
        Path victim = Files.writeString(home.resolve("victim"), "mine");
        Path partial = downloads.partial("x");
        Files.delete(partial);
        Files.createSymbolicLink(partial, victim);
        assertThat(downloads.partial("x")).isEmptyFile();
        assertThat(Files.isSymbolicLink(partial)).isFalse();
        assertThat(victim).hasContent("mine");
    }
}

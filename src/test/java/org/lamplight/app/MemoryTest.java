package org.lamplight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

class MemoryTest {
    private static final String BEGUN = "  two lines,\n= and # and \u00fc\ud83d\ude80 100 %  ";

    @TempDir
    Path folder;

    @Test
    void whatWasBegunToBeWrittenIsThereAfterARestart() {
        memory().keepDraft("grace@engine.example", BEGUN);
        assertThat(memory().draft("grace@engine.example")).isEqualTo(BEGUN);
        assertThat(memory().draft("alan@engine.example")).isEmpty();
    }

    @Test
    void whatWasSentIsBegunNoMore() {
        memory().keepDraft("grace@engine.example", BEGUN);
        memory().keepDraft("grace@engine.example", "");
        assertThat(memory().draft("grace@engine.example")).isEmpty();
    }

    @Test
    void aFileThatSomebodySpoiledIsReadAsFarAsItGoes() throws Exception {
        Files.writeString(folder.resolve("memory"), "draft.grace@engine.example = %zz\nnonsense\n= x\n");
        assertThat(memory().draft("grace@engine.example")).isEmpty();
    }

    @Test
    void namesOfApplicationsChangeNothingElse() {
        List<Observation> seen = Stream.of("a|b", "x = y", "choice.0 = busy|||evil", "100 %")
                .map(name -> Observation.of(new Source(Source.Kind.APP, name), Status.IN_A_MEETING)
                        .until(Instant.parse("2026-11-18T15:00:00Z"))
                        .note("a|b = c"))
                .toList();
        memory().keepObserved(seen);
        assertThat(memory().observed()).isEqualTo(seen);
        assertThat(memory().choices()).isEmpty();
        assertThat(Source.parse("app:x\nchoice.0 = busy")).isEmpty();
    }

    @Test
    void halfACharacterStopsNothing() {
        memory().keepNotes(List.of("x\ud800y", "whole"));
        assertThat(memory().notes()).containsExactly("x?y", "whole");
    }

    /** Here a file stands where the folder should be, so that nothing can be written whoever runs this. */
    @Test
    void whatCouldNotBeKeptIsSaidOnceAndKeptWhenItCan() throws Exception {
        Path folderToBe = Files.writeString(folder.resolve("profile"), "");
        List<String> told = new ArrayList<>();
        Memory memory = new Memory(folderToBe.resolve("memory"), Runnable::run, told::add);
        memory.keepDraft("grace@engine.example", BEGUN);
        memory.keepDraft("alan@engine.example", BEGUN);
        memory.retry();
        assertThat(told).singleElement().asString().contains("Is the disk full");
        Files.delete(folderToBe);
        memory.retry();
        assertThat(told).hasSize(2).last().isEqualTo("");
        assertThat(new Memory(folderToBe.resolve("memory"), Runnable::run, told::add).draft("alan@engine.example"))
                .isEqualTo(BEGUN);
    }

    @Test
    void whatCanNotBeReadIsNotWrittenOver() throws Exception {
        byte[] noText = {'d', (byte) 0xc3, (byte) 0x28};
        Files.write(folder.resolve("memory"), noText);
        memory().keepDraft("grace@engine.example", BEGUN);
        assertThat(folder.resolve("memory.broken")).hasBinaryContent(noText);
    }

    private Memory memory() {
        return new Memory(folder.resolve("memory"), Runnable::run, sentence -> {});
    }
}

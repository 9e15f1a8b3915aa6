package org.lamplight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private Memory memory() {
        return new Memory(folder.resolve("memory"), Runnable::run);
    }
}

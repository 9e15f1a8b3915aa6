package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.bench.DirectoryBench;
import org.lamplight.lab.DirectoryAt;
import org.lamplight.lab.LookUp;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.lab.Slapd;

/** A directory of a large company. Every question of the bench finds somebody; how quickly is only printed. */
@Tag("soak")
@Requires(Part.SLAPD)
class LargeDirectoryTest {
    private static final int MANY = 10_000;

    @Test
    void findsAmongTenThousand(@TempDir Path folder) throws Exception {
        try (Slapd server = new Slapd(folder, DirectoryAt.people(MANY));
                LookUp client = new LookUp("DE").online("url", server.url(), "base", server.base())) {
            assertThat(client.names("byron")).containsExactly("Ada Byron");
            assertThat(client.having("6001")).startsWith("Ada Byron");
            assertThat(client.having("(0711) 123-45")).hasSize(5);
            System.out.println("words: " + DirectoryBench.words(client, MANY));
            System.out.println("marks: " + DirectoryBench.marks(client));
            System.out.println("numbers: " + DirectoryBench.numbers(client, MANY));
        }
    }
}

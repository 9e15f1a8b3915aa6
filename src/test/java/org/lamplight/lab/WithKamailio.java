package org.lamplight.lab;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** All tests of a class share a telephone server, and each has a folder of its own. */
public abstract class WithKamailio {
    @TempDir
    private static Path all;

    protected static Kamailio server;

    @TempDir
    protected Path folder;

    @BeforeAll
    static void startServer() throws Exception {
        server = new Kamailio(all);
    }

    @AfterAll
    static void endServer() throws Exception {
        server.close();
    }
}

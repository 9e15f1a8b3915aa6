package org.lamplight.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.DirectoryAt;
import org.lamplight.lab.OfficeDirectory;

class OfficeDirectoryTest extends DirectoryContract {
    @BeforeAll
    void openServer(@TempDir Path folder) throws Exception {
        server = new OfficeDirectory(folder, DirectoryAt.people(300));
    }

    @AfterAll
    void closeServer() throws Exception {
        server.close();
    }
}

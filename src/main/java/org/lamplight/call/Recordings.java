package org.lamplight.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that recorded calls lie in; it need not be there before the first. From any thread but core: it asks the disk. */
public record Recordings(Path folder) {

    /** A file of this name that is not there yet, numbered where there is one already; the folder is there then. */
    public Path fresh(String name) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".wav");
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + " (" + number + ").wav");
        }
        return file;
    }
}

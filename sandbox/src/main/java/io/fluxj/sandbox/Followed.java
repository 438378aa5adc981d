package io.fluxj.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The repository that a sandbox was told to follow, noted in its folder, so that it is followed again when the next start names none.
 *
 * @param repository a URL or an absolute folder; empty for the sample
 * @param branch empty for the default
 * @param path empty for the default
 */
record Followed(Optional<String> repository, Optional<String> branch, Optional<String> path) {

    /** The repository that the sandbox brings along. */
    static final Followed SAMPLE = new Followed(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String FILE = "followed.properties";

    /** What is noted in the sandbox's folder; the sample when nothing is. */
    static Followed in(Path home) throws IOException {
        var properties = new Properties();
        var file = home.resolve(FILE);
        if (Files.isRegularFile(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
        }
        return new Followed(
                Optional.ofNullable(properties.getProperty("repository")),
                Optional.ofNullable(properties.getProperty("branch")),
                Optional.ofNullable(properties.getProperty("path")));
    }

    /** Notes this in the sandbox's folder. */
    void noteIn(Path home) throws IOException {
        var properties = new Properties();
        repository.ifPresent(value -> properties.setProperty("repository", value));
        branch.ifPresent(value -> properties.setProperty("branch", value));
        path.ifPresent(value -> properties.setProperty("path", value));
        try (var out = Files.newBufferedWriter(home.resolve(FILE))) {
            properties.store(out, "the repository that ./fluxj sandbox follows when it is told none");
        }
    }
}

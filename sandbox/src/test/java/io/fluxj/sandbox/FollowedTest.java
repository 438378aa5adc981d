package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that is started again follows what it followed before. */
final class FollowedTest {

    @TempDir
    Path home;

    private final SandboxOptions options = new SandboxOptions();

    @BeforeEach
    void useOwnFolder() {
        options.directory = home;
    }

    @Test
    void isTheSampleAtFirst() throws Exception {
        assertThat(options.followed()).isEqualTo(Followed.SAMPLE);
    }

    @Test
    void isWhatWasFollowedLastWhenNothingIsAskedFor() throws Exception {
        options.repository = "https://example.com/fleet";
        options.path = "clusters/one";
        options.followed().noteIn(home);

        var again = new SandboxOptions();
        again.directory = home;

        assertThat(again.followed())
                .isEqualTo(new Followed(
                        Optional.of("https://example.com/fleet"), Optional.empty(), Optional.of("clusters/one")));
    }

    @Test
    void isAFolderByItsWholeName() throws Exception {
        options.repository = "some/folder";

        assertThat(options.followed().repository())
                .contains(Path.of("some/folder").toAbsolutePath().toString());
    }

    @Test
    void isTheSampleAgainWhenTakenOver() throws Exception {
        options.repository = "https://example.com/fleet";
        options.followed().noteIn(home);
        options.repository = null;
        options.takeOver = true;

        assertThat(options.followed()).isEqualTo(Followed.SAMPLE);
    }
}

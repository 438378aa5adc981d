package io.fluxj.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrubberTest {
    @ParameterizedTest
    @CsvSource({
        "cannot clone https://me:pa55@git.test/x, cannot clone https://*****@git.test/x",
        "cannot clone https://ghp_token@git.test/x, cannot clone https://*****@git.test/x",
        "cannot clone ssh://git@git.test/x, cannot clone ssh://git@git.test/x",
        "cannot clone ssh://git:pa55@git.test/x, cannot clone ssh://git:*****@git.test/x",
        "Authorization: Bearer abcdefgh12345, Authorization: Bearer *****",
        "see https://docs.test/a@b, see https://docs.test/a@b",
    })
    void masksWhatLooksLikeACredential(String message, String clean) {
        assertThat(new Scrubber().scrub(message)).isEqualTo(clean);
    }

    @Test
    void masksWhatItWasToldToConcealLineByLine() {
        Scrubber scrubber = new Scrubber();
        scrubber.conceal("first-line\nsecond-line\n");
        scrubber.conceal("first");

        assertThat(scrubber.scrub("bad key 'second-line' near first-line of firstborn"))
                .isEqualTo("bad key '*****' near ***** of *****born");
    }

    @Test
    void leavesNothingOfSecretsThatOverlap() {
        Scrubber scrubber = new Scrubber();
        scrubber.conceal("abcdef");
        scrubber.conceal("defghi");

        assertThat(scrubber.scrub("key abcdefghi!")).isEqualTo("key *****!");
    }

    @Test
    void leavesMessagesReadableWhenASecretIsOnlyALetter() {
        Scrubber scrubber = new Scrubber();
        scrubber.conceal("a");

        assertThat(scrubber.scrub("a banana")).isEqualTo("a banana");
    }

    @Test
    void dataDoesNotPrintItsValues() {
        SecretData data = new SecretData(Map.of("password", "hunter2".getBytes(StandardCharsets.UTF_8)));

        assertThat(data.toString()).contains("password").doesNotContain("hunter2");
        assertThat(data.text("password")).contains("hunter2");
    }
}

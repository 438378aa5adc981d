package io.fluxj.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rfc3339Test {
    private final ObjectMapper json = new ObjectMapper();

    record Holder(@Rfc3339 Instant time) {}

    /** All of these kube-apiserver 1.36 accepts for a field of the format date-time; one that could not be read would end the watch of its kind. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-31T12:00:00Z | 2026-01-31T12:00:00Z",
                "2026-01-31t12:00:00z | 2026-01-31T12:00:00Z",
                "2026-01-31T12:00:00.1234567891234Z | 2026-01-31T12:00:00Z",
                "2026-01-31T12:00:00,5Z | 2026-01-31T12:00:00Z",
                "2026-01-31T12:00:00+01:30 | 2026-01-31T10:30:00Z",
                "2026-01-31T12:00:00-01:30 | 2026-01-31T13:30:00Z",
                "2026-01-31T23:59:59-23:59 | 2026-02-01T23:58:59Z",
                "2026-01-31T12:00:00+99:00 | 2026-01-27T09:00:00Z",
                "0000-01-01T00:00:00Z | 0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z | 9999-12-31T23:59:59Z"
            })
    void readsWhateverTheApiServerAccepts(String text, Instant time) throws JsonProcessingException {
        assertThat(json.readValue("{\"time\": \"" + text + "\"}", Holder.class).time())
                .isEqualTo(time);
    }

    @Test
    void refusesWhatIsNoTime() {
        for (String text : new String[] {"", "now", "2026-01-31", "2026-02-30T12:00:00Z", "2026-01-31T25:00:00Z"}) {
            assertThatThrownBy(() -> json.readValue("{\"time\": \"" + text + "\"}", Holder.class))
                    .as(text)
                    .isInstanceOf(JsonProcessingException.class)
                    .hasMessageContaining("RFC 3339");
        }
    }
}

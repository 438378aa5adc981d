package io.fluxj.notification.receiver.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
    @Test
    void leavesOutParameters() throws Exception {
        assertThat(MediaType.parse(" Application/JSON ; charset=\"utf-8\"; a=b;")
                        .text())
                .isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|mime: no media type",
                "application|",
                "a b|mime: expected slash after first token",
                "a/|mime: expected token after slash",
                "a/b c|mime: unexpected content after media subtype",
                "a/b; x|mime: invalid media parameter",
                "a/b; x=1; X=2|mime: duplicate parameter name"
            })
    void refusesInTheWordsOfGo(String header, String message) throws Exception {
        if (message == null) {
            assertThat(MediaType.parse(header).text()).isEqualTo(header);
        } else {
            assertThatThrownBy(() -> MediaType.parse(header)).hasMessage(message);
        }
    }

    @Test
    void findsJsonAmongSeveral() {
        assertThat(MediaType.isJson("text/plain, application/json")).isTrue();
        assertThat(MediaType.isJson("/, application/json")).isFalse();
        assertThat(MediaType.isJson("application/vnd.x+json")).isFalse();
    }
}

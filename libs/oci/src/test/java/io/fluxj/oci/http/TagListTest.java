package io.fluxj.oci.http;

import static io.fluxj.oci.http.FakeRegistry.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.oci.RegistryException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagListTest {
    @Test
    void pagesAreFollowedToTheLast() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, asked) -> {
                    switch (asked.target()) {
                        case "/v2/team/app/tags/list?n=1000" ->
                            reply(
                                    exchange,
                                    200,
                                    "{\"name\":\"team/app\",\"tags\":[\"a\",\"b\"]}",
                                    "Link",
                                    "</v2/team/app/tags/list?last=b&n=1000>; rel=\"next\"");
                        case "/v2/team/app/tags/list?last=b&n=1000" ->
                            reply(
                                    exchange,
                                    200,
                                    "{\"more\":{\"x\":[1]},\"tags\":[\"c\",\"not a tag\"]}",
                                    "Link",
                                    "<list?last=c>; rel=next");
                        default -> reply(exchange, 200, "{\"tags\":null}");
                    }
                });
                HttpRegistry registry = server.open()) {
            assertThat(registry.tags(server.repository())).containsExactly("a", "b", "c");
        }
    }

    @Test
    void anEndlessListEndsAtTheLimit() throws Exception {
        AtomicInteger page = new AtomicInteger();
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> {
                    int number = page.incrementAndGet();
                    reply(exchange, 200, tags(number * 10), "Link", "<?last=" + number + ">; rel=\"next\"");
                });
                HttpRegistry registry = server.open()) {
            assertThatThrownBy(() -> registry.tags(server.repository()))
                    .hasMessageContaining("the repository has more than 100 tags");
        }
    }

    @Test
    void aListThatGoesRoundEnds() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, asked) ->
                        reply(exchange, 200, tags(1), "Link", "<" + asked.target() + "&x>; rel=\"next\""));
                HttpRegistry registry = server.open()) {
            assertThatThrownBy(() -> registry.tags(server.repository()))
                    .hasMessageContaining("the list of tags goes round in circles");
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void aPageElsewhereIsNotAskedFor() throws Exception {
        try (FakeRegistry other = FakeRegistry.start((exchange, _) -> reply(exchange, 200, tags(1)));
                FakeRegistry server = FakeRegistry.start((exchange, _) ->
                        reply(exchange, 200, tags(1), "Link", "<" + other.url() + "/v2/x>; rel=\"next\""));
                HttpRegistry registry = server.open()) {
            assertThatThrownBy(() -> registry.tags(server.repository())).hasMessageContaining("not at this registry");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void aPageOfAnySizeIsNotReadToItsEnd() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(exchange, 200, tags(5000)));
                HttpRegistry registry = server.open()) {
            assertThatThrownBy(() -> registry.tags(server.repository()))
                    .isInstanceOfSatisfying(RegistryException.class, refused -> assertThat(refused.problem())
                            .isEqualTo(RegistryException.Problem.TOO_LARGE));
        }
    }

    @Test
    void whatIsNoListIsNamed() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(exchange, 200, "<html>"));
                HttpRegistry registry = server.open()) {
            assertThatThrownBy(() -> registry.tags(server.repository()))
                    .hasMessage("GET " + server.url() + "/v2/team/app/tags/list?n=1000: no list of tags came");
        }
    }

    private static String tags(int from) {
        return IntStream.range(from, from + (from == 5000 ? 1000 : 10))
                .mapToObj(number -> "\"1.0." + number + "\"")
                .collect(Collectors.joining(",", "{\"tags\":[", "]}"));
    }
}

package io.fluxj.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Go's ServeMux was seen to answer. */
class RoutesTest {
    private static final Routes ROUTES = new Routes(Map.of("/hook/", request -> HttpAnswer.text(request.target())));

    @ParameterizedTest
    @CsvSource({
        "/hook,/hook/",
        "/hook?x=1,/hook/?x=1",
        "//hook/a,/hook/a",
        "//evil.example/hook,/evil.example/hook",
        "/hook//a,/hook/a",
        "/hook/../hook/a,/hook/a",
        "/hook/./a?q=%2f,/hook/a?q=%2f",
        "/../..,/"
    })
    void sendsToThePathThatIsMeant(String target, String place) throws Exception {
        HttpAnswer answer = answer(target);

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.headers()).containsEntry("Location", place);
    }

    @ParameterizedTest
    @CsvSource({"/hook/%2e%2e/x", "/hook/a", "/hook/a/", "/hook/a#frag", "/hook/"})
    void takesPathsAsTheyWereSent(String target) throws Exception {
        assertThat(answer(target)).isEqualTo(HttpAnswer.text(target));
    }

    @Test
    void saysThatNothingIsThere() throws Exception {
        HttpAnswer answer = new Routes(Map.of()).answer(request("/HOOK/a"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).containsEntry("X-Content-Type-Options", "nosniff");
    }

    private static HttpAnswer answer(String target) throws Exception {
        return ROUTES.answer(request(target));
    }

    private static HttpRequest request(String target) {
        String path = target.replaceAll("[?#].*", "").replace("%2e", ".");
        return new HttpRequest(
                "POST", target, path, Map.of(), InetAddress.getLoopbackAddress(), false, () -> new byte[0]);
    }
}

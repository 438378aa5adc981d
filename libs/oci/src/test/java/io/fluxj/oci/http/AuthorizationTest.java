package io.fluxj.oci.http;

import static io.fluxj.oci.http.FakeRegistry.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.http.FakeRegistry.Asked;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizationTest {
    private static final RegistryCredentials USER = new RegistryCredentials.Basic("user", "pass");
    private static final String USER_HEADER = "Basic dXNlcjpwYXNz";
    private static final String TAGS = "{\"tags\":[\"1.0.0\"]}";

    @Test
    void aPasswordIsSentOnlyWhenAskedFor() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, asked) -> {
                    if (asked.authorization().equals(USER_HEADER)) {
                        reply(exchange, 200, TAGS);
                    } else {
                        reply(exchange, 401, "", "WWW-Authenticate", "Basic realm=\"x\"");
                    }
                });
                HttpRegistry registry = server.open(as(USER))) {
            assertThat(registry.tags(server.repository())).containsExactly("1.0.0");
            assertThat(server.asked()).extracting(Asked::authorization).containsExactly("", USER_HEADER);
        }
    }

    @Test
    void tokensComeFromTheServiceThatTheRegistryNames() throws Exception {
        try (FakeRegistry service = FakeRegistry.start(
                        (exchange, _) -> reply(exchange, 200, "{\"access_token\":\"t-1\",\"expires_in\":300}"));
                FakeRegistry server = FakeRegistry.start((exchange, asked) -> bearer(exchange, asked, service, "t-1"));
                HttpRegistry registry = server.open(as(USER))) {
            assertThat(registry.tags(server.repository())).containsExactly("1.0.0");
            assertThat(service.asked())
                    .containsExactly(new Asked(
                            "GET",
                            "/token?account=x&service=the+registry&scope=repository%3Ateam%2Fapp%3Apull",
                            USER_HEADER,
                            ""));
            assertThat(server.asked()).extracting(Asked::authorization).containsExactly("", "Bearer t-1");
        }
    }

    @Test
    void withoutCredentialsTheServiceIsAskedForAnAnonymousToken() throws Exception {
        try (FakeRegistry service = FakeRegistry.start((exchange, _) -> reply(exchange, 200, "{\"token\":\"t-1\"}"));
                FakeRegistry server = FakeRegistry.start((exchange, asked) -> bearer(exchange, asked, service, "t-1"));
                HttpRegistry registry = server.open()) {
            assertThat(registry.tags(server.repository())).containsExactly("1.0.0");
            assertThat(service.asked()).extracting(Asked::authorization).containsExactly("");
        }
    }

    @Test
    void anIdentityTokenIsExchangedByOAuth() throws Exception {
        try (FakeRegistry service =
                        FakeRegistry.start((exchange, _) -> reply(exchange, 200, "{\"access_token\":\"t-1\"}"));
                FakeRegistry server = FakeRegistry.start((exchange, asked) -> bearer(exchange, asked, service, "t-1"));
                HttpRegistry registry = server.open(as(new RegistryCredentials.Refresh("r 1")))) {
            assertThat(registry.tags(server.repository())).containsExactly("1.0.0");
            assertThat(service.asked())
                    .containsExactly(new Asked(
                            "POST",
                            "/token?account=x",
                            "",
                            "service=the+registry&scope=repository%3Ateam%2Fapp%3Apull&grant_type=refresh_token"
                                    + "&client_id=fluxj&refresh_token=r+1"));
        }
    }

    @Test
    void aTokenThatIsNotEnoughIsReplacedByOneOfTheScopeThatIsWanted() throws Exception {
        try (FakeRegistry service = FakeRegistry.start((exchange, asked) -> reply(
                        exchange,
                        200,
                        asked.target().contains("list") ? "{\"token\":\"t-2\"}" : "{\"token\":\"t-1\"}"));
                FakeRegistry server = FakeRegistry.start((exchange, asked) -> {
                    switch (asked.authorization()) {
                        case "Bearer t-2" -> reply(exchange, 200, TAGS);
                        case "Bearer t-1" ->
                            challenge(exchange, service, ",scope=\"registry:list:*\",error=\"insufficient_scope\"");
                        default -> challenge(exchange, service, "");
                    }
                });
                HttpRegistry registry = server.open(as(USER))) {
            assertThat(registry.tags(server.repository())).containsExactly("1.0.0");
            assertThat(service.asked())
                    .extracting(Asked::target)
                    .last()
                    .asString()
                    .endsWith("scope=repository%3Ateam%2Fapp%3Apull+registry%3Alist%3A*");
        }
    }

    @Test
    void whoIsNotLetInHearsWhatTheRegistrySays() throws Exception {
        try (FakeRegistry server = FakeRegistry.start((exchange, _) -> reply(
                        exchange,
                        401,
                        "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\","
                                + "\"detail\":[{\"Type\":\"repository\",\"Action\":\"pull\"}]}]}",
                        "WWW-Authenticate",
                        "Basic realm=\"x\""));
                HttpRegistry registry = server.open(as(USER))) {
            assertThatThrownBy(() -> registry.tags(server.repository()))
                    .isInstanceOfSatisfying(RegistryException.class, refused -> assertThat(refused.problem())
                            .isEqualTo(RegistryException.Problem.AUTHENTICATION))
                    .hasMessage("GET " + server.url()
                            + "/v2/team/app/tags/list?n=1000: UNAUTHORIZED: authentication required;"
                            + " [map[Action:pull Type:repository]]");
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void aServiceThatGivesNoTokenIsNamedWithoutShowingAnything() throws Exception {
        try (FakeRegistry service =
                        FakeRegistry.start((exchange, _) -> reply(exchange, 200, "{\"refresh_token\":\"hunter2\"}"));
                FakeRegistry server = FakeRegistry.start((exchange, asked) -> challenge(exchange, service, ""));
                HttpRegistry registry = server.open(as(USER))) {
            assertThatThrownBy(() -> registry.tags(server.repository()))
                    .hasMessage("GET " + service.url() + "/token: the answer holds no token");
        }
    }

    @Test
    void theRealmMustBeAnAddress() throws Exception {
        for (String realm : List.of("", "file:///etc/passwd", "http://", "::")) {
            try (FakeRegistry server = FakeRegistry.start((exchange, asked) ->
                            reply(exchange, 401, "", "WWW-Authenticate", "Bearer realm=\"" + realm + "\""));
                    HttpRegistry registry = server.open(as(USER))) {
                assertThatThrownBy(() -> registry.tags(server.repository())).isInstanceOf(RegistryException.class);
                assertThat(server.asked()).extracting(Asked::authorization).doesNotContain(USER_HEADER);
            }
        }
    }

    private static void bearer(HttpExchange exchange, Asked asked, FakeRegistry service, String token)
            throws IOException {
        if (asked.authorization().equals("Bearer " + token)) {
            reply(exchange, 200, TAGS);
        } else {
            challenge(exchange, service, "");
        }
    }

    private static void challenge(HttpExchange exchange, FakeRegistry service, String more) throws IOException {
        reply(
                exchange,
                401,
                "",
                "WWW-Authenticate",
                "Bearer realm=\"" + service.url() + "/token?account=x\",service=\"the registry\"" + more);
    }

    private static RegistryAccess as(RegistryCredentials who) {
        return RegistryAccess.anonymous().as(who);
    }
}

package io.fluxj.runtime.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials for AWS, for some time: of the role that a token of the cluster stands for. Source: behaviour §0.3, §11.
 *
 * @param variables of the environment: {@code AWS_ROLE_ARN}, {@code AWS_WEB_IDENTITY_TOKEN_FILE}, {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY},
 *     {@code AWS_SESSION_TOKEN}, {@code AWS_ENDPOINT_URL_STS}
 * @param accounts vouch for service accounts
 * @param cache keeps what was given
 * @param clock tells when it expires
 */
public record AwsIdentity(Map<String, String> variables, ServiceAccounts accounts, TokenCache cache, Clock clock) {
    private static final String AUDIENCE = "sts.amazonaws.com";
    private static final String ROLE = "eks.amazonaws.com/role-arn";
    private static final Duration UNTIL_READ_AGAIN = Duration.ofMinutes(1);

    /**
     * Credentials.
     *
     * @param region whose token service is asked
     * @throws IdentityException when none are given
     */
    public AwsCredentials credentials(Workload who, String region, HttpRoute route) throws IdentityException {
        String packed = cache.get("aws/" + who + "/" + region, () -> issue(who, region, route))
                .value();
        String[] parts = packed.split("\n", 3);
        return new AwsCredentials(parts[0], parts[1], parts[2]);
    }

    private AccessToken issue(Workload who, String region, HttpRoute route) throws IdentityException {
        return switch (who) {
            case Workload.Account account -> {
                String role = Optional.ofNullable(accounts.annotations(account).get(ROLE))
                        .orElseThrow(() -> new IdentityException("the ServiceAccount has no annotation " + ROLE));
                yield assume(role, accounts.token(account, AUDIENCE), region, route);
            }
            case Workload.Controller _ -> ofController(region, route);
        };
    }

    private AccessToken ofController(String region, HttpRoute route) throws IdentityException {
        String file = variable("AWS_WEB_IDENTITY_TOKEN_FILE");
        if (!file.isEmpty()) {
            return assume(variable("AWS_ROLE_ARN"), read(file), region, route);
        }
        if (variable("AWS_ACCESS_KEY_ID").isEmpty()) {
            throw new IdentityException("the controller has no AWS identity: neither AWS_WEB_IDENTITY_TOKEN_FILE with"
                    + " AWS_ROLE_ARN nor AWS_ACCESS_KEY_ID is set");
        }
        return new AccessToken(
                pack(variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"), variable("AWS_SESSION_TOKEN")),
                clock.instant().plus(UNTIL_READ_AGAIN));
    }

    private static String read(String file) throws IdentityException {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new IdentityException("the controller's own token cannot be read from " + file, unreadable);
        }
    }

    private AccessToken assume(String role, String token, String region, HttpRoute route) throws IdentityException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Action", "AssumeRoleWithWebIdentity");
        fields.put("Version", "2011-06-15");
        fields.put("RoleArn", role);
        fields.put("RoleSessionName", "fluxj");
        fields.put("WebIdentityToken", token);
        String given = variable("AWS_ENDPOINT_URL_STS");
        String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
        URI address = URI.create(given.isEmpty() ? "https://sts." + region + domain + "/" : given);
        JsonNode answer = JsonCall.form(address, fields)
                .send(route)
                .at("/AssumeRoleWithWebIdentityResponse/AssumeRoleWithWebIdentityResult/Credentials");
        if (answer.path("AccessKeyId").asText().isEmpty()) {
            throw new IdentityException("the token service's answer holds no credentials");
        }
        return new AccessToken(
                pack(
                        answer.path("AccessKeyId").asText(),
                        answer.path("SecretAccessKey").asText(),
                        answer.path("SessionToken").asText()),
                Instant.ofEpochSecond(answer.path("Expiration").asLong()));
    }

    private static String pack(String accessKey, String secretKey, String sessionToken) {
        return accessKey + "\n" + secretKey + "\n" + sessionToken;
    }

    private String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}

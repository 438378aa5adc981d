package io.fluxj.runtime.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Credentials that a program tells, which is run again when they have expired. Source: the client authentication API of Kubernetes
 * ({@code ExecCredential}). A certificate that it tells lasts as long as the client.
 */
final class ProgramLogin implements OAuthTokenProvider {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration EARLY = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 20;

    private final ExecConfig program;
    private Answer answer;

    private ProgramLogin(ExecConfig program, Answer answer) {
        this.program = program;
        this.answer = answer;
    }

    private record Answer(String token, String certificate, String key, Instant expires) {}

    /** Runs it for the first time. */
    static ProgramLogin by(ExecConfig program) throws TargetFailure {
        try {
            return new ProgramLogin(program, run(program));
        } catch (IOException e) {
            throw new TargetFailure(
                    "its program '%s' tells no credentials: %s".formatted(program.getCommand(), e.getMessage()), e);
        }
    }

    Optional<String> certificate() {
        return base64(answer.certificate());
    }

    Optional<String> key() {
        return base64(answer.key());
    }

    private static Optional<String> base64(String pem) {
        return pem.isEmpty()
                ? Optional.empty()
                : Optional.of(Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8)));
    }

    /** A program that fails later leaves the old token, which the server then refuses. */
    @Override
    public synchronized String getToken() {
        if (Instant.now().isAfter(answer.expires().minus(EARLY))) {
            try {
                answer = run(program);
            } catch (IOException e) {
                return answer.token();
            }
        }
        return answer.token();
    }

    private static Answer run(ExecConfig program) throws IOException {
        Process process = started(program);
        try {
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it did not end within " + LONGEST.toSeconds() + " seconds");
            }
            if (process.exitValue() != 0) {
                throw new IOException("it ended with " + process.exitValue());
            }
            try (InputStream out = process.getInputStream()) {
                return answer(JSON.readTree(out.readNBytes(MOST_BYTES)).path("status"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it ran", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process started(ExecConfig program) throws IOException {
        List<String> command = new ArrayList<>(List.of(String.valueOf(program.getCommand())));
        if (program.getArgs() != null) {
            command.addAll(program.getArgs());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        if (program.getEnv() != null) {
            program.getEnv().forEach(each -> builder.environment().put(each.getName(), each.getValue()));
        }
        builder.environment()
                .put(
                        "KUBERNETES_EXEC_INFO",
                        JSON.createObjectNode()
                                .put("apiVersion", program.getApiVersion())
                                .put("kind", "ExecCredential")
                                .set("spec", JSON.createObjectNode().put("interactive", false))
                                .toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static Answer answer(JsonNode status) throws IOException {
        Answer told = new Answer(
                status.path("token").asText(),
                status.path("clientCertificateData").asText(),
                status.path("clientKeyData").asText(),
                expiry(status.path("expirationTimestamp").asText()));
        if (told.token().isEmpty() && told.certificate().isEmpty()) {
            throw new IOException("its answer has neither token nor certificate");
        }
        return told;
    }

    private static Instant expiry(String text) throws IOException {
        try {
            return text.isEmpty() ? Instant.MAX : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IOException("its answer has no time in expirationTimestamp", e);
        }
    }
}

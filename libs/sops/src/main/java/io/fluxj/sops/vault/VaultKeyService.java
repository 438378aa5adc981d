package io.fluxj.sops.vault;

import io.fluxj.sops.Limits;
import io.fluxj.sops.format.FormatException;
import io.fluxj.sops.format.JsonFormat;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.key.MasterKey;
import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens what keys of a transit engine locked. */
public final class VaultKeyService implements KeyService {
    private static final Limits ANSWER = new Limits(64 << 10, 20, 1_000, 0);

    private static final Pattern STEP = Pattern.compile("[A-Za-z0-9_.~@+=:-]+");

    private final HttpClient client;
    private final VaultTokens tokens;
    private final Duration timeout;

    /**
     * Asks with these tokens.
     *
     * @param client must not follow redirects, which would take the token along
     * @param timeout of one request
     */
    public VaultKeyService(HttpClient client, VaultTokens tokens, Duration timeout) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the client follows redirects");
        }
        this.client = client;
        this.tokens = tokens;
        this.timeout = timeout;
    }

    @Override
    public boolean serves(MasterKey key) {
        return key instanceof MasterKey.Vault;
    }

    @Override
    public byte[] decrypt(MasterKey key) throws KeyException {
        if (!(key instanceof MasterKey.Vault vault)) {
            throw new IllegalArgumentException("not a key of Vault");
        }
        String path = vault.enginePath() + "/decrypt/" + vault.keyName();
        try {
            return ask(uri(vault.address(), path), vault);
        } catch (KeyException e) {
            throw new KeyException(
                    "failed to decrypt sops data key from Vault transit backend '" + path + "': " + e.getMessage());
        }
    }

    private static URI uri(String address, String path) throws KeyException {
        try {
            URI server = URI.create(address);
            boolean web = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
            boolean plain = server.getRawQuery() == null && server.getRawUserInfo() == null && server.getHost() != null;
            String[] steps = path.split("/", -1);
            if (web && plain && Arrays.stream(steps).allMatch(VaultKeyService::isStep)) {
                String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
                return URI.create(base + "/v1/" + path);
            }
        } catch (IllegalArgumentException malformed) {
            // answered below
        }
        throw new KeyException("the address or path of the key is malformed");
    }

    /** Nothing that would lead elsewhere in the server's API. */
    private static boolean isStep(String step) {
        return STEP.matcher(step).matches() && !step.equals(".") && !step.equals("..");
    }

    private byte[] ask(URI uri, MasterKey.Vault key) throws KeyException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("X-Vault-Token", tokens.of(URI.create(key.address())))
                .header("X-Vault-Request", "true")
                .header("Content-Type", "application/json")
                .timeout(timeout)
                .PUT(BodyPublishers.ofByteArray(body(key.encrypted())))
                .build();
        return plaintext(send(request));
    }

    /** The timeout of a request ends with the head of the answer; a server that then sends slowly has to be bounded too. */
    private HttpResponse<byte[]> send(HttpRequest request) throws KeyException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER.bytes()));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new KeyException("Put \"" + request.uri() + "\": no answer within " + timeout.toSeconds() + "s");
        } catch (ExecutionException e) {
            throw new KeyException("Put \"" + request.uri() + "\": " + reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(@Nullable Throwable failure) {
        return failure == null || failure.getMessage() == null ? "no connection" : failure.getMessage();
    }

    private static byte[] body(String encrypted) {
        Entry ciphertext = new Entry.Field("ciphertext", Value.Text.of(encrypted));
        return new JsonFormat().write(List.of(new Value.Branch(List.of(ciphertext))));
    }

    private static byte[] plaintext(HttpResponse<byte[]> response) throws KeyException {
        byte[] answer = response.body();
        if (response.statusCode() != 200) {
            throw new KeyException("Error making API request. Code: " + response.statusCode() + errors(answer));
        }
        try {
            byte[] text = data(answer).orElseThrow(() -> new KeyException("no decrypted data"));
            return Base64.getDecoder().decode(text);
        } catch (FormatException | IllegalArgumentException e) {
            throw new KeyException("cannot decode base64 plaintext into data key bytes");
        } finally {
            Arrays.fill(answer, (byte) 0);
        }
    }

    private static Optional<byte[]> data(byte[] answer) {
        Value.Branch document = new JsonFormat().read(answer, ANSWER).getFirst();
        return field(document, "data") instanceof Value.Branch data
                        && field(data, "plaintext") instanceof Value.Text text
                ? Optional.of(text.bytes())
                : Optional.empty();
    }

    private static Value field(Value.Branch branch, String name) {
        for (Entry entry : branch.entries()) {
            if (entry instanceof Entry.Field field && field.key().equals(name)) {
                return field.value();
            }
        }
        return new Value.Nothing();
    }

    /** What the server says of its refusal. */
    private static String errors(byte[] answer) {
        try {
            Value.Branch document = new JsonFormat().read(answer, ANSWER).getFirst();
            StringBuilder errors = new StringBuilder();
            if (field(document, "errors") instanceof Value.Items items) {
                for (Value item : items.values()) {
                    errors.append(item instanceof Value.Text text ? ". " + text.string() : "");
                }
            }
            return errors.toString();
        } catch (FormatException notJson) {
            return "";
        }
    }
}

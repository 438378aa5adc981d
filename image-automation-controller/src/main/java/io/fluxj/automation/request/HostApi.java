package io.fluxj.automation.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpAnswer;
import io.fluxj.net.http.HttpAsk;
import io.fluxj.net.http.HttpReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The API of a host, spoken in JSON. No redirect is followed, since the token is for this place alone.
 *
 * @param http the way
 * @param base address without a slash at its end
 * @param headers with the token; shown by nothing
 * @param timeout of one question
 */
record HostApi(HttpReader http, String base, Map<String, String> headers, Duration timeout) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 8 << 20;
    private static final int SHOWN = 300;

    HostApi {
        headers = Map.copyOf(headers);
    }

    JsonNode get(String path) throws RequestException, InterruptedException {
        return ask("GET", path, Map.of());
    }

    /**
     * The answer.
     *
     * @param path behind the base, escaped
     * @param fields of the body; empty for none
     */
    JsonNode ask(String method, String path, Map<String, String> fields) throws RequestException, InterruptedException {
        String asked = method + " " + base + path.replaceFirst("\\?.*", "");
        try (HttpAnswer answer = http.send(question(method, path, fields), Deadline.in(timeout))) {
            byte[] body = answer.body().readNBytes(LARGEST + 1);
            if (answer.status() < 200 || answer.status() > 299) {
                throw new RequestException(asked + ": " + answer.statusText() + said(body));
            }
            if (body.length > LARGEST) {
                throw new RequestException(asked + ": the answer is larger than " + LARGEST + " bytes");
            }
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            // its message would show what stands around the fault
            throw new RequestException(asked + ": the answer is not JSON; is that the address of the host's API?");
        } catch (IOException failed) {
            throw new RequestException(asked + ": " + failed.getMessage(), failed);
        }
    }

    private HttpAsk question(String method, String path, Map<String, String> fields) throws JsonProcessingException {
        Map<String, String> all = new TreeMap<>(headers);
        if (!fields.isEmpty()) {
            all.put("Content-Type", "application/json");
        }
        String body = fields.isEmpty() ? "" : JSON.writeValueAsString(new TreeMap<>(fields));
        return new HttpAsk(method, URI.create(base + path), all, body);
    }

    /** What the server says of a refusal, on one line. */
    private static String said(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8);
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return line.isEmpty() ? "" : ": " + line;
    }
}

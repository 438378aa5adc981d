package io.fluxj.oci.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.Repository;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists tags, however many pages they come in. Source: OCI distribution specification, content discovery. */
final class TagPages {
    private static final JsonMapper JSON = new JsonMapper();
    /** Eight times what the specification allows; what is longer is no tag to anyone. */
    private static final int LONGEST = 1024;

    private final Conversation conversation;
    private final Repository repository;
    private final int pageBytes;
    private final int mostTags;
    private final Set<String> tags = new LinkedHashSet<>();

    TagPages(Conversation conversation, Repository repository, int pageBytes, int mostTags) {
        this.conversation = conversation;
        this.repository = repository;
        this.pageBytes = pageBytes;
        this.mostTags = mostTags;
    }

    List<String> all(URI first) throws RegistryException, InterruptedException {
        Set<URI> seen = new HashSet<>();
        Optional<URI> page = Optional.of(first);
        while (page.isPresent()) {
            int before = tags.size();
            boolean isNew = seen.add(page.get());
            page = read(page.get());
            if (page.isPresent() && (!isNew || tags.size() == before)) {
                throw malformed(first, "the list of tags goes round in circles");
            }
        }
        return List.copyOf(tags);
    }

    private Optional<URI> read(URI page) throws RegistryException, InterruptedException {
        try (Reply reply = conversation.ask(Conversation.Question.get(repository, page, List.of()))) {
            if (!reply.isOk()) {
                throw Refusals.of(reply);
            }
            add(page, reply.bytes(pageBytes));
            return Links.next(page, reply.header("Link"));
        }
    }

    private void add(URI page, byte[] json) throws RegistryException {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed(page, "no list of tags came");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isList = parser.currentName().equals("tags");
                if (parser.nextToken() == JsonToken.START_ARRAY && isList) {
                    addAll(page, parser);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException malformed) {
            throw malformed(page, "no list of tags came");
        }
    }

    private void addAll(URI page, JsonParser parser) throws IOException, RegistryException {
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            if (parser.getText().length() <= LONGEST) {
                tags.add(parser.getText());
            }
            if (tags.size() > mostTags) {
                throw new RegistryException(
                        Problem.TOO_LARGE,
                        "GET " + Addresses.shown(page) + ": the repository has more than " + mostTags + " tags");
            }
        }
    }

    private static RegistryException malformed(URI page, String what) {
        return new RegistryException(Problem.MALFORMED, "GET " + Addresses.shown(page) + ": " + what);
    }
}

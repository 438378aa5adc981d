package io.fluxj.oci.http;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Reference;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.RegistryWriter;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.Conversation.Body;
import io.fluxj.oci.http.Conversation.Question;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Writes by the OCI distribution protocol; each blob in one piece. Source: OCI distribution specification 1.1, pushing blobs and manifests. */
record HttpWriter(Conversation conversation) implements RegistryWriter {
    private static final String BYTES = "application/octet-stream";

    @Override
    public void upload(Repository repository, Descriptor blob, Path file)
            throws RegistryException, InterruptedException {
        upload(repository, blob, () -> ofFile(file));
    }

    private static BodyPublisher ofFile(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException gone) {
            throw new UncheckedIOException("the file to be uploaded is gone", gone);
        }
    }

    @Override
    public void upload(Repository repository, Descriptor blob, byte[] bytes)
            throws RegistryException, InterruptedException {
        upload(repository, blob, () -> BodyPublishers.ofByteArray(bytes));
    }

    private void upload(Repository repository, Descriptor blob, Supplier<BodyPublisher> content)
            throws RegistryException, InterruptedException {
        if (!isThere(repository, blob)) {
            URI place = begun(repository);
            String separator = place.getRawQuery() == null ? "?" : "&";
            String digest = URLEncoder.encode(blob.digest().toString(), StandardCharsets.UTF_8);
            URI target = URI.create(place + separator + "digest=" + digest);
            write(new Question("PUT", repository, target, List.of(), new Body(BYTES, content)));
        }
    }

    private boolean isThere(Repository repository, Descriptor blob) throws RegistryException, InterruptedException {
        URI target = uri(repository, "blobs/" + blob.digest());
        try (Reply reply = conversation.ask(new Question("HEAD", repository, target, List.of()))) {
            return reply.isOk();
        }
    }

    /** Where the registry wants the bytes. */
    private URI begun(Repository repository) throws RegistryException, InterruptedException {
        Question question = new Question("POST", repository, uri(repository, "blobs/uploads/"), List.of());
        try (Reply reply = conversation.ask(question)) {
            if (reply.status() / 100 != 2) {
                throw Refusals.of(reply);
            }
            try {
                URI place = reply.uri().resolve(reply.header("Location"));
                if (Addresses.isHttp(place) && !Addresses.isDowngrade(reply.uri(), place)) {
                    return place;
                }
            } catch (IllegalArgumentException malformed) {
                // told below
            }
            throw new RegistryException(
                    Problem.MALFORMED, reply.request() + ": the registry does not say where to upload to");
        }
    }

    @Override
    public Digest put(Reference reference, String mediaType, byte[] manifest)
            throws RegistryException, InterruptedException {
        URI target = uri(reference.repository(), "manifests/" + reference.identifier());
        Body body = new Body(mediaType, () -> BodyPublishers.ofByteArray(manifest));
        write(new Question("PUT", reference.repository(), target, List.of(), body));
        return Digest.of(DigestAlgorithm.SHA256, manifest);
    }

    private void write(Question question) throws RegistryException, InterruptedException {
        try (Reply reply = conversation.ask(question)) {
            if (reply.status() / 100 != 2) {
                throw Refusals.of(reply);
            }
        }
    }

    private URI uri(Repository repository, String rest) {
        return conversation.registry().resolve("/v2/" + repository.name() + "/" + rest);
    }
}
